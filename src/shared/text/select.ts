// Geometric selection over the text model: from a point on the page to a place in its text.

import { distanceToRect, intoLineFrame, rectIntoLineFrame, unitRect } from './rects.ts';
import type { Block, Line, PageText } from './model.ts';

export { lineAt, paragraphAt, sentenceAt, wordAt } from './segment.ts';
export { orderRange, rangesBetween } from './pages.ts';
export { rectsOf } from './rects.ts';

const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

/**
 * The caret offset nearest to a point in PDF user space (points). The block under the pointer wins over a nearer
 * character in another, so a drag stays in its column; within the block the line wins over the character. 0 for a
 * page without text.
 */
export function offsetAtPoint(page: PageText, x: number, y: number): number {
  const line = lineNear(page, x, y);
  return line === undefined ? 0 : offsetInLine(page, line, intoLineFrame(x, y, line.dir).along);
}

/** True when the point lies on a printed character, or in the gap between two of its line. */
export function isOverText(page: PageText, x: number, y: number): boolean {
  return page.lines.some((line) => distanceToRect(x, y, line.rect) === 0);
}

function lineNear(page: PageText, x: number, y: number): Line | undefined {
  const block = nearest(page.blocks, (each) => distanceToRect(x, y, each.rect));
  const lines = block === undefined ? page.lines : linesIn(page, block);
  return nearest(lines, (line) => {
    const at = intoLineFrame(x, y, line.dir);
    const rect = rectIntoLineFrame(line.rect, line.dir);
    // Rows are told apart first: a point beside a short line belongs to that line, not to a longer one above it.
    const across = Math.max(rect[1] - at.across, 0, at.across - rect[3]);
    const along = Math.max(rect[0] - at.along, 0, at.along - rect[2]);
    const offCentre = Math.abs(at.across - (rect[1] + rect[3]) / 2);
    return across * 1000 + along + offCentre / 1000;
  });
}

function linesIn(page: PageText, block: Block): Line[] {
  return page.lines.filter((line) => line.start < block.end && line.end > block.start);
}

function nearest<T>(items: readonly T[], distance: (item: T) => number): T | undefined {
  let best: T | undefined;
  let least = Infinity;
  for (const item of items) {
    const far = distance(item);
    if (far < least) {
      best = item;
      least = far;
    }
  }
  return best;
}

/** The caret nearest to a place along a line (points of the line's own frame). Carets stand between graphemes, never inside one. */
export function offsetInLine(page: PageText, line: Line, along: number): number {
  let best = line.start;
  let least = Infinity;
  for (const { segment, index } of GRAPHEMES.segment(page.text.slice(line.start, line.end))) {
    const start = line.start + index;
    const end = start + segment.length;
    const span = spanOf(page, line, start, end);
    if (span === null) continue;
    const far = Math.max(span.from - along, 0, along - span.to);
    if (far >= least) continue;
    least = far;
    const isLaterHalf = along > (span.from + span.to) / 2;
    best = isLaterHalf === !RIGHT_TO_LEFT.test(segment) ? end : start;
  }
  return best;
}

function spanOf(page: PageText, line: Line, start: number, end: number): { from: number; to: number } | null {
  let from = Infinity;
  let to = -Infinity;
  for (let offset = start; offset < end; offset++) {
    const unit = unitRect(page, offset);
    if (unit === null) continue;
    const rect = rectIntoLineFrame(unit, line.dir);
    from = Math.min(from, rect[0]);
    to = Math.max(to, rect[2]);
  }
  return from <= to ? { from, to } : null;
}
