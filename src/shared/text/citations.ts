// References of a document and where its text cites them: "[12]", "(Smith et al., 2018)", "Smith (2018)". Over the words
// of pages alone; nothing here knows a library.

import { fold } from './fold.ts';
import type { TextRange } from './model.ts';
import type { PageRange } from './pages.ts';
import type { PageWords } from './words.ts';

/** One entry of the list of references. */
export type Reference = {
  /** "12" of a numbered list; null where entries are told apart by author and year. */
  label: string | null;
  /** The entry as it reads, without its number. */
  text: string;
  /** Where it stands; a range a page. */
  ranges: PageRange[];
  /** Family name of the first author, folded; '' where none was made out. */
  author: string;
  /** "2018", "2018a", or '' . */
  year: string;
};

/** A place in a page's text that cites; `references` are indices into the document's list, at least one. */
export type Citation = TextRange & { references: number[] };

const HEADING =
  /^(?:\d{1,2}\.?|[IVX]{1,4}\.)?\s*(?:references(?: and notes)?|bibliography|literature(?: cited)?|works cited|参考文献|參考文獻|引用文献)\s*[:：]?$/iu;
const YEAR = /(?<!\d)((?:18|19|20)\d{2})([a-z])?(?!\d)/u;
const LONGEST_ENTRY = 1500;

/** A piece of the running text after the heading, with where it comes from. */
type Piece = { page: number; start: number; text: string };

/** The list of references at the document's end; empty where none was found. */
export function findReferences(pages: readonly PageWords[]): Reference[] {
  const pieces = piecesAfterHeading(pages);
  if (pieces.length === 0) return [];
  const numbered = splitNumbered(pieces, /(?:^|\s)\[(\d{1,3})\]\s*/gu);
  if (numbered.length >= 2) return numbered;
  const dotted = splitNumbered(pieces, /(?:^|\s)(\d{1,3})[.．、]\s+(?=[\p{L}“"])/gu);
  if (dotted.length >= 3) return dotted;
  return splitByParagraph(pieces);
}

/** Paragraphs of the running text after the last heading that names a list of references. */
function piecesAfterHeading(pages: readonly PageWords[]): Piece[] {
  for (let index = pages.length - 1; index >= 0; index--) {
    const page = pages[index]!;
    const at = page.paragraphs.findLastIndex(({ start, end }) => HEADING.test(page.text.slice(start, end).trim()));
    if (at < 0) continue;
    const first = bodyParagraphs(page).filter(({ start }) => start > (page.paragraphs[at]?.start ?? 0));
    return [
      ...first.map((range) => pieceOf(page, range)),
      ...pages.slice(index + 1).flatMap((next) => bodyParagraphs(next).map((range) => pieceOf(next, range))),
    ];
  }
  return [];
}

/** A list at a page's foot in small print is taken for footnotes. */
const READ: readonly string[] = ['text', 'footnote'];

const bodyParagraphs = (page: PageWords): TextRange[] =>
  page.paragraphs.filter(({ start, end }) =>
    page.blocks.some((block) => READ.includes(block.role) && start < block.end && end > block.start),
  );

const pieceOf = (page: PageWords, { start, end }: TextRange): Piece => ({
  page: page.page,
  start,
  text: page.text.slice(start, end),
});

/** Entries that begin with numbers, each one more than the one before. */
function splitNumbered(pieces: readonly Piece[], mark: RegExp): Reference[] {
  const begins: { piece: number; at: number; after: number; number: number }[] = [];
  for (const [index, { text }] of pieces.entries()) {
    for (const match of text.matchAll(mark)) {
      const number = Number(match[1]);
      const expected = (begins.at(-1)?.number ?? 0) + 1;
      if (number !== expected && !(begins.length === 0 && number <= 1)) continue;
      const at = match.index + match[0].length - match[0].trimStart().length;
      begins.push({ piece: index, at, after: match.index + match[0].length, number });
    }
  }
  return begins.map((begin, index) => {
    const end = begins[index + 1];
    const ranges: PageRange[] = [];
    const texts: string[] = [];
    for (let at = begin.piece; at <= Math.min(end?.piece ?? begin.piece + 1, pieces.length - 1); at++) {
      const piece = pieces[at]!;
      const from = at === begin.piece ? begin.after : 0;
      const to = end?.piece === at ? end.at : piece.text.length;
      // After the last entry: only what begins like a continuation belongs to it.
      if (!end && at > begin.piece && !isContinued(piece.text)) break;
      const text = piece.text.slice(from, to);
      if (text.trim() === '') continue;
      texts.push(text.trim());
      ranges.push({
        page: piece.page,
        start: piece.start + (at === begin.piece ? begin.at : 0),
        end: piece.start + to,
      });
    }
    return referenceOf(String(begin.number), texts.join(' '), ranges);
  });
}

/** Does a paragraph begin in the middle of a sentence? Names may begin small: "van Dyck". */
const isContinued = (text: string): boolean => /^[\p{Ll}\d(]/u.test(text) && !/^\p{Ll}{1,3}\s\p{Lu}/u.test(text);

/** Entries told apart by paragraphs; one that begins in the middle of a sentence goes on the one before. */
function splitByParagraph(pieces: readonly Piece[]): Reference[] {
  const entries: { text: string; ranges: PageRange[] }[] = [];
  for (const { page, start, text } of pieces) {
    const range = { page, start, end: start + text.length };
    const last = entries.at(-1);
    const isMore = last !== undefined && (!YEAR.test(last.text) || isContinued(text));
    if (last && isMore && last.text.length + text.length < LONGEST_ENTRY) {
      last.text += ` ${text}`;
      last.ranges.push(range);
    } else entries.push({ text, ranges: [range] });
  }
  return entries
    .filter(({ text }) => YEAR.test(text) && text.length < LONGEST_ENTRY)
    .map(({ text, ranges }) => referenceOf(null, text, ranges));
}

function referenceOf(label: string | null, text: string, ranges: PageRange[]): Reference {
  const [, year = '', letter = ''] = yearOf(text) ?? [];
  return { label, text: text.slice(0, LONGEST_ENTRY), ranges, author: firstAuthor(text), year: year + letter };
}

/** The year in brackets if there is one, else the last that can be one: the first may be in the title. */
function yearOf(text: string): RegExpMatchArray | undefined {
  const inBrackets = /[(（]((?:18|19|20)\d{2})([a-z])?[,)）]/u.exec(text);
  if (inBrackets) return inBrackets;
  return [...text.replace(/https?:\S+|doi:\S+|arXiv:\S+/giu, ' ').matchAll(new RegExp(YEAR.source, 'gu'))].at(-1);
}

/** Family name of the first author: "Smith, J." "J. Smith" "Smith J" "温以澄". */
function firstAuthor(text: string): string {
  const han = /^\p{Script=Han}{2,4}(?=[，,、.．：:\s]|等)/u.exec(text);
  if (han) return han[0];
  const head = (text.split(/[,;，]|\.\s+(?=\p{Lu}\p{Ll}{2})|\s+(?:and|&)\s+/u)[0] ?? '').trim();
  const words = head.split(/\s+/u).filter((word) => !/^(?:\p{Lu}\.?-?)+$/u.test(word));
  return foldName(words.at(-1) ?? '');
}

const foldName = (name: string): string =>
  fold(name.replace(/['’]s$/u, '').replace(/[^\p{L}\p{M}'’-]/gu, ''))
    .normalize('NFD')
    .replace(/\p{M}/gu, '');

const NUMBERS = /\[(\d{1,3}(?:\s*[-–—,，;]\s*\d{1,3})*)\]/gu;
const NAME = String.raw`(?:(?:van|von|de|del|di|la|le)\s+)*\p{Lu}[\p{L}\p{M}'’-]+`;
const AUTHORS = String.raw`(${NAME})(?:\s+(?:and|&)\s+${NAME}|,\s+${NAME},?\s+(?:and|&)\s+${NAME}|\s+et\s+al\.?)?(?:['’]s)?`;
const NAMED = new RegExp(String.raw`${AUTHORS}(?:,|\s)?\s*[(\[]?((?:18|19|20)\d{2}[a-z]?)(?:,\s*[a-z])?(?!\d)`, 'gu');
const NAMED_HAN =
  /(\p{Script=Han}{2,4}?)(?:等人?|[和与、]\p{Script=Han}{2,4}?)?\s*[，,（(]\s*((?:18|19|20)\d{2}[a-z]?)/gu;

/** Where a page's text cites the references, in order. The list of references itself is left out. */
export function citationsIn(page: Pick<PageWords, 'page' | 'text'>, references: readonly Reference[]): Citation[] {
  if (references.length === 0) return [];
  const isNumbered = references[0]?.label !== null;
  const listed = references.flatMap(({ ranges }) => ranges.filter((range) => range.page === page.page));
  const found = isNumbered ? numberedIn(page.text, references) : namedIn(page.text, references);
  return found.filter(({ start, end }) => !listed.some((range) => start < range.end && end > range.start));
}

function numberedIn(text: string, references: readonly Reference[]): Citation[] {
  const byLabel = new Map(references.map(({ label }, index) => [label ?? '', index]));
  const citations: Citation[] = [];
  for (const match of text.matchAll(NUMBERS)) {
    const numbers = (match[1] ?? '').split(/[,，;]/u).flatMap((part) => {
      const [first = 0, last = first] = part.split(/[-–—]/u).map(Number);
      return last < first || last - first > 60
        ? [first, last]
        : Array.from({ length: last - first + 1 }, (_, i) => first + i);
    });
    const known = numbers.map((number) => byLabel.get(String(number))).filter((index) => index !== undefined);
    if (known.length > 0) citations.push({ start: match.index, end: match.index + match[0].length, references: known });
  }
  return citations;
}

function namedIn(text: string, references: readonly Reference[]): Citation[] {
  const citations: Citation[] = [];
  for (const match of [...text.matchAll(NAMED), ...text.matchAll(NAMED_HAN)]) {
    const name = foldName(match[1] ?? '');
    const year = match[2] ?? '';
    const isOf = (reference: Reference) => reference.author !== '' && name.endsWith(reference.author);
    const exact = indicesOf(references, (reference) => isOf(reference) && reference.year === year);
    // "2018" cites "2018a" where there is no other; a list may say the year of another printing.
    const near =
      exact.length > 0 ? exact : indicesOf(references, (one) => isOf(one) && one.year.startsWith(year.slice(0, 4)));
    if (near.length > 0) citations.push({ start: match.index, end: match.index + match[0].length, references: near });
  }
  return citations.toSorted((a, b) => a.start - b.start);
}

const indicesOf = (references: readonly Reference[], test: (reference: Reference) => boolean): number[] =>
  references.flatMap((reference, index) => (test(reference) ? [index] : []));

/** The title in an entry, as far as its style betrays it; '' where it does not. */
export function titleOf(text: string): string {
  const quoted = /[“"]([^”"]{8,300}?)[,.，]?[”"]/u.exec(text)?.[1];
  if (quoted) return quoted.trim();
  const afterYear = /[(（](?:18|19|20)\d{2}[a-z]?[)）][.．,:]?\s*([^.．?？]{8,300}[?？]?)/u.exec(text)?.[1];
  if (afterYear) return afterYear.trim();
  // Authors. Title. Where and when.
  const parts = text.split(/[.．?？]\s+(?=\p{Lu}|\p{Script=Han})/u).filter((part) => part.length > 12);
  return (parts.find((part) => !/(?:^|\s)\p{Lu}\.|\s\p{Lu}{1,3}(?:$|,)|et al/u.test(part)) ?? '').trim();
}
