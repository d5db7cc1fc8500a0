// From a point to what a click takes there, and from two such units to the ranges between. Pure, over the text model.
import type { Rect, PageText, TextRange } from '#shared/text/model.ts';
import type { PageRange, Pages } from '#shared/text/pages.ts';
import { offsetAtPoint, paragraphAt, rangesBetween, sentenceAt, wordAt } from '#shared/text/select.ts';

/** What one click (or the first press of a drag) takes: a caret, a word, a sentence, a paragraph. */
export type Granularity = 'character' | 'word' | 'sentence' | 'paragraph';

/** The granularity of the n-th click in a row, 1-based. */
export function granularityOf(clicks: number): Granularity {
  if (clicks <= 1) return 'character';
  if (clicks === 2) return 'word';
  return clicks === 3 ? 'sentence' : 'paragraph';
}

/** The unit at a point of a page in PDF user space; empty (a caret) for characters. */
export function unitAt(page: PageText, x: number, y: number, granularity: Granularity): PageRange {
  const caret = offsetAtPoint(page, x, y);
  if (granularity === 'character') return { page: page.page, start: caret, end: caret };
  // A caret after the character under the pointer belongs to that character, not to the word that begins there.
  const offset = caret > 0 && isInside(unitRectAt(page, caret - 1), x, y) ? caret - 1 : caret;
  return { page: page.page, ...rangeAt(page, offset, granularity) };
}

/** Everything from the one unit to the other, both included, in reading order whichever came first. */
export function rangesOfUnits(pages: Pages, anchor: PageRange, focus: PageRange): PageRange[] {
  const isBackward = focus.page < anchor.page || (focus.page === anchor.page && focus.start < anchor.start);
  const [first, last] = isBackward ? [focus, anchor] : [anchor, focus];
  const start = { page: first.page, offset: first.start };
  const end = { page: last.page, offset: first.page === last.page ? Math.max(first.end, last.end) : last.end };
  return rangesBetween(pages, start, end);
}

/** The ranges without white space at either end of the whole; empty when there is nothing else. */
export function trimRanges(pages: Pages, ranges: readonly PageRange[]): PageRange[] {
  const kept = ranges.map((range) => ({ ...range }));
  while (kept.length > 0) {
    const first = kept[0]!;
    const text = pages.page(first.page)?.text.slice(first.start, first.end) ?? '';
    const blank = text.length - text.trimStart().length;
    if (blank < text.length) {
      first.start += blank;
      break;
    }
    kept.shift();
  }
  while (kept.length > 0) {
    const last = kept.at(-1)!;
    const text = pages.page(last.page)?.text.slice(last.start, last.end) ?? '';
    const length = text.trimEnd().length;
    if (length > 0) {
      last.end = last.start + length;
      break;
    }
    kept.pop();
  }
  return kept;
}

function rangeAt(page: PageText, offset: number, granularity: Exclude<Granularity, 'character'>): TextRange {
  if (granularity === 'word') return wordAt(page, offset);
  return granularity === 'sentence' ? sentenceAt(page, offset) : paragraphAt(page, offset);
}

function unitRectAt(page: PageText, offset: number): Rect {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = page.boxes.slice(offset * 4, offset * 4 + 4);
  return [x1, y1, x2, y2];
}

const isInside = (rect: Rect, x: number, y: number): boolean =>
  x >= rect[0] && x <= rect[2] && y >= rect[1] && y <= rect[3];
