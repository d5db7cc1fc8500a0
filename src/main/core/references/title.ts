// Where a reference's title is: linked, quoted, emphasised, or the first sentence; and how it should stand.
import type { Inline, InlineLink } from './inline.ts';

/** GB/T 7714 document marks: [J] journal, [C] proceedings, [M] book, [EB/OL] web page and so on. */
export const MARK = /[[［【]\s*(?<mark>[JCMDRNPSAGZ]|DB|CP|EB|[A-Z]{1,2}\s*\/\s*(?:OL|CD|DK|MT))\s*[\]］】]/u;

/** Title as it should stand: no quotes around it, no closing punctuation but ? and !, no document mark. */
export function cleanTitle(title: string): string {
  let text = title
    .replace(new RegExp(MARK.source, 'gu'), '')
    .replace(/[\s,]+\(?(?:\d+(?:st|nd|rd|th)|rev(?:ised)?\.?) ed(?:ition|n)?\.?\)?[\s.,]*$/iu, '')
    .trim();
  for (let before = ''; before !== text;) {
    before = text;
    text = text.replace(/[\s.,:;，。；：]+$/u, '').replace(/^[\s.,:;，。；：]+/u, '');
    const pair = /^(["“„«「『《'‘])(.*)(["”»」』》'’])$/su.exec(text);
    if (pair?.[2] !== undefined && !/["“”]/.test(pair[2])) text = pair[2];
  }
  return text
    .replace(/^["“]|(?<![\w?!.])["”]$/gu, '')
    .replace(/^["“]([^"”]*)$|^([^"“]*)["”]$/u, '$1$2')
    .trim();
}

/** Where a title stands; `words` are those inside its quotes. */
export type Span = { start: number; end: number; words?: string };

/** The first link that reads like a title: several words, or some Han characters. */
export function linkedTitle(text: string, links: InlineLink[]): Span | null {
  const link = links.find(({ start, end }) => {
    const label = text.slice(start, end);
    return (
      label.split(/[\s:：-]+/).length >= 3 ||
      (label.match(/\p{Script=Han}/gu)?.length ?? 0) >= 4 ||
      (links.length === 1 && /\p{L}{4}/u.test(label) && start === 0)
    );
  });
  return link === undefined ? null : { start: link.start, end: link.end };
}

/** Quotes around titles, surest first: with the sentence's punctuation inside, then any, then 《》. */
const QUOTED = [
  /[“"„«](?<inner>.{5,600}?[.,?!])[”"»](?=[\s.,;:)\]，。]|$)/su,
  /[“"„«](?<inner>.{6,600}?)[”"»](?=[\s.,;:)\]，。]|$)/su,
  /[「『](?<inner>.{3,300}?)[」』]/su,
  /‘(?<inner>.{12,600}?)’(?=[\s.,]|$)/su,
  /(?<=^|[\s,.])'(?<inner>[^']{12,600})'(?=[\s.,]|$)/su,
  /《(?<inner>[^《》]{2,200})》/u,
];

/** The first quoted stretch long enough for a title. */
export function quotedTitle(text: string): Span | null {
  for (const quotes of QUOTED) {
    const found = quotes.exec(text);
    if (found) return { start: found.index, end: found.index + found[0].length, words: found.groups?.['inner'] ?? '' };
  }
  return null;
}

/** Several emphasised words at the very start, as lists of the "awesome" kind set titles. */
export function emphasisedTitle({ plain, emphasis, links }: Inline): Span | null {
  const [first] = emphasis;
  if (first?.start !== 0 || links.some((link) => link.start < first.end)) return null;
  return plain.slice(0, first.end).split(' ').length >= 3 ? first : null;
}

const GOES_ON = /^\s+[^.?!]{6,140}\.\s+\p{Lu}[\p{L}\s&-]{2,60},?\s(?!(?:19|20)\d{2}\b)\d/u;

/** Title and tail at the first sentence end that is no abbreviation's, or before "In Proceedings". */
export function splitTitle(text: string): { title: string; tail: string } {
  const quoted = /^["“](?<title>[^"”]{4,})["”]/u.exec(text);
  if (quoted?.groups !== undefined) return { title: quoted.groups['title'] ?? '', tail: text.slice(quoted[0].length) };
  // Elsevier: "Title, Journal 42 (2017) 60-88." has no sentence end between the two.
  const comma = /^(?<title>[^.?!]{8,}), (?<tail>[^,]+ \d+ \((?:1[89]|20)\d{2}\) \w+.*)$/su.exec(text);
  if (comma?.groups !== undefined) return { title: comma.groups['title'] ?? '', tail: comma.groups['tail'] ?? '' };
  for (const stop of text.matchAll(
    /(?:[.?!](?=\s+["“(]?(?:[\p{Lu}\p{N}\p{Script=Han}]|(?:arXiv|bioRxiv|medRxiv|npj|eLife|iScience)\b))|[。．？！]|[.,]\s+(?=[Ii]n:?\s+(?:Proc|\p{Lu})))/gu,
  )) {
    const head = text.slice(0, stop.index);
    // "Why do readers underline? An account. Journal, 12(4)": what follows the question is still the title.
    if (/[?!]/.test(stop[0]) && GOES_ON.test(text.slice(stop.index + 1))) continue;
    if (/(?:^|[\s(])(?:vs|e\.g|i\.e|cf|Dr|Mr|St|No|Vol|al|U\.S|\p{Lu})$/u.test(head) || head.length < 4) continue;
    return { title: text.slice(0, stop.index + (/[?!？！]/.test(stop[0]) ? 1 : 0)), tail: text.slice(stop.index + 1) };
  }
  return { title: text, tail: '' };
}
