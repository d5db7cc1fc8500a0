// One mark on words, from its anchor in one version of a document to a place in another.
import type { Anchor, PageRange, Placing } from '#shared/annotation.ts';
import type { Pages } from '#shared/text/pages.ts';
import { cleanQuote } from '#shared/text/quote.ts';
import { findWords } from './find-words.ts';
import { folded, type FoldedDocument, type Stretch } from './folded-document.ts';
import { agreement, around, type Around } from './surroundings.ts';

export type PlacedWords = {
  ranges: PageRange[];
  how: Placing;
  /** 0 to 1. */
  score: number;
  /** False where a reader must decide. */
  isSure: boolean;
};

/** A version of a document, read. */
export type Version = { pages: Pages; document: FoldedDocument };

/** At least so many characters around must agree for words to be taken as still at their old offsets. */
const PROOF = 8;

type Wanted = Pick<Anchor, 'ranges' | 'quote' | 'prefix' | 'suffix'>;

/**
 * Looks for a mark's words in `to`. `from` is the version it was made in, where its text is at hand: what stands around
 * the words there says more than the anchor's own context. Undefined where nothing like them is there.
 */
export function placeWords(wanted: Wanted, from: Version | undefined, to: Version): PlacedWords | undefined {
  const atPosition = position(wanted, to);
  if (atPosition) return atPosition;
  const parts = partsOf(wanted, from);
  const placed: PlacedWords = { ranges: [], how: 'exact', score: 1, isSure: true };
  let last = -1;
  for (const { quote, context } of parts) {
    const found = findWords(to.document, quote, context);
    if (!found) return undefined;
    const [first] = found.stretches;
    // Parts that have changed places are not the same mark any more.
    if (first && first.start < last) placed.isSure = false;
    last = found.stretches.at(-1)?.end ?? last;
    placed.isSure &&= found.isSure;
    placed.score = Math.min(placed.score, found.score);
    if (found.how === 'fuzzy') placed.how = 'fuzzy';
    const ranges = found.stretches.flatMap((stretch) => to.document.rangesOf(stretch));
    for (const range of ranges) placed.ranges.push(found.how === 'fuzzy' ? wholeWords(to.pages, range) : range);
  }
  placed.ranges = inOrder(placed.ranges);
  return placed.ranges.length > 0 ? placed : undefined;
}

/** The old offsets, if they hold the same words and the words around them are the same too. */
function position(wanted: Wanted, { pages, document }: Version): PlacedWords | undefined {
  const isThere = wanted.ranges.every(({ page, end }) => end <= (pages.page(page)?.text.length ?? -1));
  if (!isThere || cleanQuote(pages, wanted.ranges) !== wanted.quote) return undefined;
  const stretches = wanted.ranges.flatMap((range) => document.stretchesOf(range));
  const [first, end] = [stretches[0]?.start, stretches.at(-1)?.end];
  if (first === undefined || end === undefined) return undefined;
  const proof = agreement(storedContext(wanted), document, { start: first, end });
  if (proof < PROOF && folded(wanted.quote).length < 60) return undefined;
  const ranges = wanted.ranges.map(({ page, start, end: to }) => ({ page, start, end: to }));
  return { ranges, how: 'position', score: 1, isSure: true };
}

function storedContext({ prefix, quote, suffix }: Wanted): Around {
  const [before, words, after] = [folded(prefix), folded(quote), folded(suffix)];
  return {
    text: before + words + after,
    place: { start: before.length, end: before.length + words.length },
  };
}

/** What to look for: the closed stretches of the mark in the old text, each with what surrounds it. */
function partsOf(wanted: Wanted, from: Version | undefined): { quote: string; context: Around }[] {
  const whole = [{ quote: folded(wanted.quote), context: storedContext(wanted) }];
  if (!from) return whole;
  const stretches: Stretch[] = [];
  for (const stretch of wanted.ranges.flatMap((range) => from.document.stretchesOf(range))) {
    const last = stretches.at(-1);
    if (last?.end === stretch.start) last.end = stretch.end;
    else stretches.push({ ...stretch });
  }
  const words = stretches.map(({ start, end }) => from.document.text.slice(start, end));
  // The old text is no longer as the anchor has it (another way of reading it): the anchor's own words count.
  if (words.join('') !== whole[0]?.quote) return whole;
  return stretches.map((stretch, index) => ({ quote: words[index] ?? '', context: around(from.document, stretch) }));
}

const WORD = /[\p{L}\p{M}\p{N}]/u;
/** Letters that may be added at an edge to end with a whole word, or else taken off. */
const MOST_LETTERS = 4;

/** Changed words begin and end with whole words. */
function wholeWords(pages: Pages, range: PageRange): PageRange {
  const text = pages.page(range.page)?.text ?? '';
  const isCut = (at: number): boolean =>
    WORD.test(text.charAt(at - 1)) && WORD.test(text.charAt(at)) && !/\p{Script=Han}/u.test(text.charAt(at));
  let { start, end } = range;
  for (let step = 0; isCut(start) && step < MOST_LETTERS; step++) start--;
  for (let step = 0; isCut(end) && step < MOST_LETTERS; step++) end++;
  for (const white = /\s/u; start < end && white.test(text.charAt(start));) start++;
  return { page: range.page, start, end };
}

function inOrder(ranges: PageRange[]): PageRange[] {
  const ordered = ranges.toSorted((a, b) => a.page - b.page || a.start - b.start);
  const joined: PageRange[] = [];
  for (const range of ordered) {
    const last = joined.at(-1);
    if (last && last.page === range.page && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else joined.push({ ...range });
  }
  return joined.filter(({ start, end }) => end > start);
}
