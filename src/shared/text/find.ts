// Finding a quote again, however it was typed, printed or broken over lines. Exact after folding; fuzzy is not here.

import { foldWithMap, fold, type FoldOptions } from './fold.ts';
import { bodyRange, type PageRange, type Pages } from './pages.ts';
import type { PageText, TextRange } from './model.ts';

/** Spaces and hyphens depend on where a line was broken, so they do not count. */
const LOOSE: FoldOptions = { spaces: 'none', hyphens: 'none' };

/**
 * All places where the quote stands, in order, not overlapping. Case, spaces, hyphens, ligatures, presentation forms,
 * radicals, quotes and dashes do not matter; but where some places agree in spaces and hyphens too, only those count.
 */
export function findQuote(source: string | PageText, quote: string): TextRange[] {
  const text = typeof source === 'string' ? source : source.text;
  const exact = findFolded(text, quote.trim(), {});
  return exact.length > 0 ? exact : findFolded(text, quote, LOOSE);
}

/**
 * All places in all pages, page by page; a quote that goes over a page's end (past footnotes, footers and headers) is
 * found as one range a page. Each place is the list of its ranges.
 */
export function findQuoteInPages(pages: Pages, quote: string): PageRange[][] {
  const places: PageRange[][] = [];
  const length = fold(quote, LOOSE).length;
  let before: PageText | undefined;
  for (let number = 1; number <= pages.count; number++) {
    const page = pages.page(number);
    if (page !== undefined && before !== undefined) places.push(...findAcross(before, page, quote, length));
    if (page !== undefined) for (const range of findQuote(page, quote)) places.push([{ page: number, ...range }]);
    before = page;
  }
  return places;
}

/** Places that begin in the running text of one page and end in that of the next. */
function findAcross(left: PageText, right: PageText, quote: string, length: number): PageRange[][] {
  if (length < 2) return [];
  // The quote folds to `length` units and a unit to at least one of the source, spaces apart: twice as much will do.
  const window = length * 2 + 64;
  const leftBody = bodyRange(left);
  const rightBody = bodyRange(right);
  const from = Math.max(leftBody.start, leftBody.end - window);
  const head = left.text.slice(from, leftBody.end).trimEnd();
  const tail = right.text.slice(rightBody.start, Math.min(rightBody.end, rightBody.start + window));
  const places: PageRange[][] = [];
  for (const range of findFolded(head + tail, quote, LOOSE)) {
    if (range.start >= head.length || range.end <= head.length) continue;
    places.push([
      { page: left.page, start: from + range.start, end: from + head.length },
      { page: right.page, start: rightBody.start, end: rightBody.start + range.end - head.length },
    ]);
  }
  return places;
}

function findFolded(text: string, quote: string, options: FoldOptions): TextRange[] {
  const needle = fold(quote, options);
  if (needle.trim() === '') return [];
  const { folded, toSourceRange } = foldWithMap(text, options);
  const ranges: TextRange[] = [];
  for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, at + needle.length)) {
    ranges.push(toSourceRange(at, at + needle.length));
  }
  return ranges;
}
