// Rectangles of text in PDF user space (points, origin bottom left). Geometry only; no words here.

import type { Direction, Line, PageText, Rect, TextRange } from './model.ts';

/** Rectangle of one UTF-16 unit, or null where nothing was printed (a joining space). */
export function unitRect(page: PageText, offset: number): Rect | null {
  const at = offset * 4;
  const x1 = page.boxes[at] ?? 0;
  const y1 = page.boxes[at + 1] ?? 0;
  const x2 = page.boxes[at + 2] ?? 0;
  const y2 = page.boxes[at + 3] ?? 0;
  return x1 === x2 && y1 === y2 ? null : [x1, y1, x2, y2];
}

/** Smallest rectangle around both; `a` may be null. */
export function unionRect(a: Rect | null, b: Rect): Rect {
  if (a === null) return [...b];
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

/** A number of points with the three decimals all stored geometry has. */
export function roundPt(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** Lines that share at least one unit with the range, in reading order. */
export function linesOf(page: PageText, range: TextRange): Line[] {
  return page.lines.filter((line) => line.start < range.end && line.end > range.start);
}

/**
 * One rectangle a line fragment of the range: it covers the printed characters of the range on that line, gaps
 * between words included, and no other line. Empty for a range that holds nothing printed.
 */
export function rectsOf(page: PageText, range: TextRange): Rect[] {
  const rects: Rect[] = [];
  for (const line of linesOf(page, range)) {
    let rect: Rect | null = null;
    const end = Math.min(line.end, range.end);
    for (let offset = Math.max(line.start, range.start); offset < end; offset++) {
      const unit = unitRect(page, offset);
      if (unit !== null) rect = unionRect(rect, unit);
    }
    if (rect !== null) rects.push([roundPt(rect[0]), roundPt(rect[1]), roundPt(rect[2]), roundPt(rect[3])]);
  }
  return rects;
}

/** A point turned so that a line of this direction runs from left to right: `along` it and `across` it (upwards). */
export function intoLineFrame(x: number, y: number, dir: Direction): { along: number; across: number } {
  if (dir === 90) return { along: y, across: -x };
  if (dir === 180) return { along: -x, across: -y };
  if (dir === 270) return { along: -y, across: x };
  return { along: x, across: y };
}

/** A rectangle in the frame of {@link intoLineFrame}: `[along1, across1, along2, across2]`. */
export function rectIntoLineFrame(rect: Rect, dir: Direction): Rect {
  const a = intoLineFrame(rect[0], rect[1], dir);
  const b = intoLineFrame(rect[2], rect[3], dir);
  return [
    Math.min(a.along, b.along),
    Math.min(a.across, b.across),
    Math.max(a.along, b.along),
    Math.max(a.across, b.across),
  ];
}

/** Distance in points from a point to a rectangle, 0 inside. */
export function distanceToRect(x: number, y: number, rect: Rect): number {
  return Math.hypot(Math.max(rect[0] - x, 0, x - rect[2]), Math.max(rect[1] - y, 0, y - rect[3]));
}
