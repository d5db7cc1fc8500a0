// Annotations by page, and which of them lie under a point. Pure.
import type { PageMark } from '#shared/annotations.ts';
import type { Rect } from '#shared/text/model.ts';

/** One annotation's part on one page: rectangles in PDF user space, and where in the page's text it starts. */
export type Mark = { annotation: PageMark; rects: readonly Rect[]; start: number };

/** The marks of a page, by page (1-based), in the order given. */
export type MarkIndex = ReadonlyMap<number, readonly Mark[]>;

/** Sorts the marks of one file by page; one over several pages is on each, one given twice is there once. */
export function indexMarks(annotations: readonly PageMark[]): MarkIndex {
  const index = new Map<number, Mark[]>();
  for (const annotation of new Map(annotations.map((one) => [one.id, one])).values()) {
    for (const { page, rects, start } of annotation.ranges) {
      if (rects.length === 0) continue;
      const marks = index.get(page);
      if (marks) marks.push({ annotation, rects, start });
      else index.set(page, [{ annotation, rects, start }]);
    }
  }
  return index;
}

/** Points around a rectangle that still count as on it: lines lie close, and a finger is not a needle. */
const NEAR_PT = 1.5;

/** The annotations under a point of a page (PDF user space), the smallest first, so that none hides another. */
export function marksAt(marks: readonly Mark[], x: number, y: number): PageMark[] {
  return marks
    .filter((mark) => mark.rects.some((rect) => isOn(rect, x, y)))
    .toSorted((a, b) => areaOf(a.rects) - areaOf(b.rects))
    .map((mark) => mark.annotation);
}

const isOn = ([x1, y1, x2, y2]: Rect, x: number, y: number): boolean =>
  x >= x1 - NEAR_PT && x <= x2 + NEAR_PT && y >= y1 - NEAR_PT && y <= y2 + NEAR_PT;

const areaOf = (rects: readonly Rect[]): number =>
  rects.reduce((sum, [x1, y1, x2, y2]) => sum + (x2 - x1) * (y2 - y1), 0);
