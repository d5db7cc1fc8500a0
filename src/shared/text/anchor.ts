// The stored place of an annotation in a document's text, and putting it back (DESIGN section 2). Exact only: what is
// not found here goes to fuzzy matching or to the review queue, which live elsewhere.

import { findQuoteInPages } from './find.ts';
import { fold } from './fold.ts';
import { cleanQuote, contextOf, rawQuoteOf } from './quote.ts';
import { rectsOf } from './rects.ts';
import { TEXT_MODEL_VERSION, type Rect } from './model.ts';
import type { PageRange, Pages } from './pages.ts';

/** A range on a page (1-based) with its rectangles in PDF user space, points rounded to 3 decimals. */
export type AnchorRange = PageRange & { rects: Rect[] };

/** Everything that can bring an annotation back to its place. */
export type AnchorSelector = {
  ranges: AnchorRange[];
  /** Clean words, paragraphs apart by "\n". */
  quote: string;
  /** The words as printed: line ends, hyphens, ligatures. */
  rawQuote: string;
  /** 32 characters or more before the quote, fewer only at the document's start. */
  prefix: string;
  suffix: string;
  /** Printed label of the first page. */
  pageLabel: string;
  /** Of the file, lower-case hex. */
  sha256: string;
  textModelVersion: number;
};

/** Where an anchor was placed: `position` its own offsets still hold its quote, `exact` the quote stands elsewhere. */
export type Placed = { ranges: AnchorRange[]; how: 'position' | 'exact' };

/** The anchor of ranges in a document. Ranges are in reading order and lie within their pages' texts. */
export function describe(pages: Pages, ranges: readonly PageRange[], sha256: string): AnchorSelector {
  const first = ranges[0];
  const last = ranges.at(-1);
  const firstPage = first && pages.page(first.page);
  const lastPage = last && pages.page(last.page);
  return {
    ranges: withRects(pages, ranges),
    quote: cleanQuote(pages, ranges),
    rawQuote: rawQuoteOf(pages, ranges),
    prefix: firstPage === undefined ? '' : contextOf(firstPage, first ?? { start: 0, end: 0 }, 32, pages).prefix,
    suffix: lastPage === undefined ? '' : contextOf(lastPage, last ?? { start: 0, end: 0 }, 32, pages).suffix,
    pageLabel: firstPage?.label ?? '',
    sha256,
    textModelVersion: TEXT_MODEL_VERSION,
  };
}

/**
 * Places a selector in a document, maybe another version of the one it was made in: its own offsets if they hold its
 * quote, else the quote's only place, or the one of several whose surroundings agree best. Null when the quote is
 * empty, gone, or stands in several places none of which agrees with the context.
 */
export function anchor(selector: AnchorSelector, pages: Pages): Placed | null {
  if (selector.quote.trim() === '') return null;
  const isThere = selector.ranges.every(({ page, end }) => end <= (pages.page(page)?.text.length ?? -1));
  if (isThere && cleanQuote(pages, selector.ranges) === selector.quote) {
    return { ranges: withRects(pages, selector.ranges), how: 'position' };
  }
  const places = findQuoteInPages(pages, selector.quote);
  const home = selector.ranges[0]?.page ?? 1;
  let best: { place: PageRange[]; score: number; distance: number } | null = null;
  for (const place of places) {
    const score = contextScore(selector, place, pages);
    const distance = Math.abs((place[0]?.page ?? 0) - home);
    const isBetter = best === null || score > best.score || (score === best.score && distance < best.distance);
    if (isBetter) best = { place, score, distance };
  }
  if (best === null || (places.length > 1 && best.score === 0)) return null;
  return { ranges: withRects(pages, best.place), how: 'exact' };
}

function withRects(pages: Pages, ranges: readonly PageRange[]): AnchorRange[] {
  return ranges.map(({ page, start, end }) => {
    const text = pages.page(page);
    return { page, start, end, rects: text === undefined ? [] : rectsOf(text, { start, end }) };
  });
}

/** How many folded characters of the selector's context agree with those around the place, next to it on each side. */
function contextScore(selector: AnchorSelector, place: readonly PageRange[], pages: Pages): number {
  const first = place[0];
  const last = place.at(-1);
  const firstPage = first && pages.page(first.page);
  const lastPage = last && pages.page(last.page);
  if (firstPage === undefined || lastPage === undefined || first === undefined || last === undefined) return 0;
  const before = squeeze(contextOf(firstPage, first, 48, pages).prefix);
  const after = squeeze(contextOf(lastPage, last, 48, pages).suffix);
  const prefix = squeeze(selector.prefix);
  const suffix = squeeze(selector.suffix);
  let score = 0;
  for (let i = 1; i <= Math.min(prefix.length, before.length); i++, score++) {
    if (prefix.at(-i) !== before.at(-i)) break;
  }
  for (let i = 0; i < Math.min(suffix.length, after.length); i++, score++) {
    if (suffix[i] !== after[i]) break;
  }
  return score;
}

function squeeze(text: string): string {
  return fold(text, { spaces: 'none', hyphens: 'none' });
}
