// One entry of a reference list, in any of the styles people mix: MLA as Google Scholar gives it, APA, Vancouver and
// PLOS, IEEE, GB/T 7714, Nature, or a bare link. What cannot be read is null; the raw text is kept by the caller.
import type { Author } from '#shared/papers.ts';
import { identifiersOf } from './identifiers.ts';
import { parseAuthors, takeAuthors } from './authors.ts';
import { readInline, type Inline, type InlineLink } from './inline.ts';
import { cleanTitle, emphasisedTitle, linkedTitle, MARK, quotedTitle, splitTitle } from './title.ts';
import { parseTail, type Tail } from './tail.ts';
import { titleKey } from './titles.ts';

/** Fields of a reference, named as in CSL-JSON; null where the reference does not say. */
export type ParsedReference = {
  /** CSL type as far as the reference betrays it. */
  type: 'article-journal' | 'paper-conference' | 'article' | 'book' | 'thesis' | 'report' | 'webpage' | 'document';
  title: string | null;
  authors: Author[];
  /** The list of authors says that there are more. */
  etAl: boolean;
  container: string | null;
  year: number | null;
  volume: string | null;
  issue: string | null;
  pages: string | null;
  publisher: string | null;
  /** Lower case. */
  doi: string | null;
  /** Without version. */
  arxivId: string | null;
  /** As written. */
  url: string | null;
};

/** Longer entries are no references; their identifiers are read, their words are not. */
const LONGEST = 4000;
const NUMBERING = /^\s*(?:\[\^?[\w-]{1,12}\]:?|【\d+】|[(（]\d{1,3}[)）]|\d{1,3}[.、)](?=\s))\s*/u;
/** Reads a reference's Markdown. Never throws. */
export function parseReference(raw: string): ParsedReference {
  const inline = readInline(raw.slice(0, LONGEST).replace(NUMBERING, ''));
  const ids = idsOf(raw.slice(0, LONGEST), inline);
  const parts = withoutVenue(cut(inline));
  const { authors, etAl } = parseAuthors(parts.people);
  const tail = parseTail(parts.tail, parts.year);
  const title = parts.title === null ? null : cleanTitle(parts.title);
  return {
    type: typeOf(parts.mark, tail, ids.arxivId, title),
    title: title !== null && /[\p{L}\p{N}]/u.test(title) ? title : null,
    authors,
    etAl,
    ...tail,
    ...ids,
  };
}

function idsOf(raw: string, inline: Inline): Pick<ParsedReference, 'doi' | 'arxivId' | 'url'> {
  const found = [
    ...inline.links.map(({ url }) => identifiersOf(url)),
    identifiersOf(inline.plain),
    identifiersOf(raw.replace(/\]\([^)]*\)/g, ']')),
  ];
  const url = inline.links.map((link) => link.url).find((address) => /^https?:/i.test(address)) ?? null;
  return {
    doi: found.find((ids) => ids.doi !== null)?.doi ?? null,
    arxivId: found.find((ids) => ids.arxivId !== null)?.arxivId ?? null,
    url,
  };
}

/** A reference in its parts. `tail` is all that follows the title. */
type Parts = { people: string; title: string | null; tail: string; year: number | null; mark: string | null };

const isAddress = (text: string): boolean => /^(?:https?:\/\/|www\.|doi\b|10\.\d{4,9}\/|arxiv\b)/i.test(text.trim());
const isLabel = (text: string): boolean =>
  /^[[({【]?\s*(?:paper|pdf|link|url|here|code|doi|arxiv|html|web|github|project|page|source|版本|论文|链接|地址|原文|下载|全文|代码)(?:\s*(?:link|page|version|链接|地址))?\s*[\])}】]?$/iu.test(
    text.trim(),
  );

function cut(inline: Inline): Parts {
  const { text, links } = withoutAddresses(inline);
  const mark = MARK.exec(text)?.groups?.['mark']?.replace(/\s/g, '') ?? null;
  const whole = text.trim();
  if (whole === '') return { people: '', title: null, tail: '', year: null, mark };
  const span = linkedTitle(text, links) ?? quotedTitle(text) ?? emphasisedTitle(inline);
  if (span === null || span.end - span.start >= whole.length - 2) {
    const parts = byStyle(span === null ? whole : (span.words ?? cleanTitle(whole)), mark);
    return span !== null && !parts.sure
      ? { people: '', title: span.words ?? whole, tail: '', year: null, mark }
      : parts;
  }
  const before = text.slice(0, span.start);
  const title = span.words ?? text.slice(span.start, span.end);
  const behind = text
    .slice(span.end)
    .replace(/^["”»」』》]*\s*/u, '')
    .replace(new RegExp(`^[.,]?\\s*${MARK.source}`, 'u'), '');
  const venueBefore = /^\s*[[(【](?<venue>\p{L}[\p{L}\- ]*?)[\s']*(?<year>\d{2,4})[\])】]\s*\[?$/u.exec(before)?.groups;
  if (venueBefore !== undefined) {
    const tail = shortVenue(venueBefore['venue'] ?? '', venueBefore['year'] ?? '');
    return { people: '', title, tail, year: null, mark };
  }
  if (/\p{L}/u.test(before)) return { ...peopleAndYear(before), title, tail: behind, mark };
  return titleFirst(title, behind, mark);
}

/** "[CVPR 2021] Title" inside a link, and "Preprint at" where a title should be. */
function withoutVenue(parts: Parts): Parts {
  const { title } = parts;
  if (title === null) return parts;
  if (/^(?:preprint at|available at|in press)\b/iu.test(title.trim()))
    return { ...parts, title: null, tail: `${title} ${parts.tail}` };
  const venue = /^[[【(]\s*(?<name>\p{L}[\p{L}\- ]*?)[\s']*(?<year>\d{2}|\d{4})\s*[\]】)]\s*(?<rest>\S.{5,})$/su.exec(
    title,
  )?.groups;
  if (venue === undefined) return parts;
  const tail = parts.tail.trim() === '' ? shortVenue(venue['name'] ?? '', venue['year'] ?? '') : parts.tail;
  return { ...parts, title: venue['rest'] ?? title, tail };
}

/** Plain text without the addresses shown in it, and its other links moved accordingly. */
function withoutAddresses(inline: Inline): { text: string; links: InlineLink[] } {
  let text = '';
  let from = 0;
  const links: InlineLink[] = [];
  for (const link of inline.links) {
    text += inline.plain.slice(from, link.start);
    from = link.end;
    if (isAddress(link.text) || isLabel(link.text)) continue;
    links.push({ ...link, start: text.length, end: text.length + (link.end - link.start) });
    text += inline.plain.slice(link.start, link.end);
  }
  return { text: text + inline.plain.slice(from), links };
}

/** "Smith, J. (2018)." in front of a title. */
function peopleAndYear(text: string): { people: string; year: number | null } {
  const dated = /^(?<people>.*?)[\s,]*[(（]?(?<year>(?:1[89]|20)\d{2})[a-z]?(?:,[^)]*)?[)）]?[\s.,:：。]*$/su.exec(
    text.trim(),
  );
  if (dated?.groups === undefined) return { people: text, year: null };
  return { people: dated.groups['people'] ?? '', year: Number(dated.groups['year']) };
}

/** A title in front: behind it the same reference in full, or its people, or its journal, or a remark. */
function titleFirst(title: string, behind: string, mark: string | null): Parts {
  const bare = cleanTitle(title);
  const again = behind.toLowerCase().indexOf(bare.toLowerCase());
  if (again >= 0 && bare.length > 8) {
    const tail = behind.slice(again + bare.length).replace(new RegExp(`^["”.]*\\s*${MARK.source}`, 'u'), '');
    return { ...peopleAndYear(behind.slice(0, again)), title, tail, mark };
  }
  const venueOnly = /^\s*[:：,，-]?\s*[(（[]\s*(?<venue>[\p{L}][\p{L}\- ]*?)[\s']*(?<year>\d{2,4})\s*[)）\]]/u.exec(
    behind,
  );
  if (venueOnly?.groups !== undefined)
    return {
      people: '',
      title,
      tail: shortVenue(venueOnly.groups['venue'] ?? '', venueOnly.groups['year'] ?? ''),
      year: null,
      mark,
    };
  const text = behind.replace(/^[\s.,:;，。：–—-]+(?:by\s+)?/u, '');
  const taken = takeAuthors(text);
  if (taken !== null) {
    const dated = /^\(?(?<year>(?:1[89]|20)\d{2})\)?[.,]?\s*(?=\p{L})/u.exec(taken.rest);
    return {
      people: taken.people,
      title,
      tail: dated ? taken.rest.slice(dated[0].length) : taken.rest,
      year: dated ? Number(dated.groups?.['year']) : null,
      mark,
    };
  }
  const isRemark = /^\s*[:：–—-]/u.test(behind) && !/\d/.test(behind);
  return { people: '', title, tail: isRemark ? '' : text, year: null, mark };
}

/** "arXiv1904", "ICDM2017", "CVPR'18": a venue with its year, arXiv's being year and month. */
function shortVenue(name: string, digits: string): string {
  const year = digits.length === 4 && !/^arxiv/i.test(name) ? digits : `20${digits.slice(0, 2)}`;
  return `${name}, ${year}.`;
}

/** No title is marked: the style's own order tells where it is. `sure` when people or a document mark were found. */
function byStyle(text: string, mark: string | null): Parts & { sure: boolean } {
  const marked = mark === null ? null : MARK.exec(text);
  if (marked) {
    const head = text.slice(0, marked.index);
    const tail = text.slice(marked.index + marked[0].length);
    const taken = takeAuthors(head) ?? firstSentence(head);
    return { people: taken?.people ?? '', title: taken?.rest ?? head, tail, year: null, mark, sure: true };
  }
  const dated =
    /^(?<people>.{2,1200}?)[\s,]*(?:[(（](?<year>(?:1[89]|20)\d{2})[a-z]?(?:,[^)]{0,30})?[)）]|(?<=[.,]\s?)(?<bare>(?:1[89]|20)\d{2})[a-z]?(?=\.\s))[.,:：]?\s+(?<rest>["“]?[\p{L}\p{N}].{9,})$/su.exec(
      text,
    );
  const year = dated?.groups?.['year'] ?? dated?.groups?.['bare'];
  if (dated?.groups !== undefined && year !== undefined && isPeople(dated.groups['people'] ?? '')) {
    const { title, tail } = splitTitle(dated.groups['rest'] ?? '');
    return { people: dated.groups['people'] ?? '', title, tail, year: Number(year), mark, sure: true };
  }
  const taken = takeAuthors(text);
  if (taken !== null) return { people: taken.people, ...splitTitle(taken.rest), year: null, mark, sure: true };
  return { people: '', ...splitTitle(text), year: null, mark, sure: false };
}

/** GB/T 7714 heads whose people fit no pattern: they end at the first sentence. */
function firstSentence(head: string): { people: string; rest: string } | null {
  const stop = /^(?<people>[^.．]{2,300}?(?:\bet al|等)?)[.．]\s*(?<rest>\S.{3,})$/su.exec(head)?.groups;
  return stop?.['people'] === undefined || stop['rest'] === undefined
    ? null
    : { people: stop['people'], rest: stop['rest'] };
}

function isPeople(text: string): boolean {
  const taken = takeAuthors(`${text}. x`);
  if (taken !== null && taken.rest.length <= 2) return true;
  return !/[.?!]\s+\p{L}{3,}\s+\p{Ll}{2,}/u.test(text) && !/["“:]/.test(text) && text.split(/\s+/).length <= 60;
}

const MEETING =
  /\b(?:proc(?:\.|eedings)|conference|conf\.|symposium|symp\.|workshops?|CVPR|ICCV|ECCV|ICML|ICLR|NeurIPS|NIPS|AAAI|IJCAI|ACL|EMNLP|NAACL|MICCAI|ISBI|KDD|SIGIR|SIGGRAPH|ICASSP|Interspeech|advances in neural information)|会议|研讨会|年会/iu;

function typeOf(
  mark: string | null,
  tail: Tail,
  arxivId: string | null,
  title: string | null,
): ParsedReference['type'] {
  const byMark = (
    { J: 'article-journal', C: 'paper-conference', M: 'book', D: 'thesis', R: 'report', EB: 'webpage' } as const
  )[mark?.split('/')[0] ?? ''];
  if (/^arxiv/i.test(tail.container ?? '')) return 'article';
  if (byMark !== undefined) return byMark;
  if (MEETING.test(tail.container ?? '')) return 'paper-conference';
  if (tail.container !== null) return 'article-journal';
  if (arxivId !== null) return 'article';
  if (tail.publisher !== null) return 'book';
  return title !== null && titleKey(title) !== '' ? 'article-journal' : 'document';
}
