// Shapes on a page seen from its text: the words inside a rectangle, and the words a shape stands by and moves with.

import type { Line, PageText, Rect, TextRange } from './model.ts';
import { distanceToRect, rectsOf, unitRect, unionRect } from './rects.ts';

/** Words by a shape; `rect` is around them, in PDF user space. */
export type Near = TextRange & { quote: string; rect: Rect };

/** How far a caption may stand from its figure, and how much nearer other words must be to win over it. Points. */
const CAPTION_REACH = 90;
/** Enough words to be found again by. */
const ENOUGH = 60;
const MOST = 240;
const FLAT = 6;

const centreIn = ([x1, y1, x2, y2]: Rect, [a1, b1, a2, b2]: Rect): boolean => {
  const [x, y] = [(a1 + a2) / 2, (b1 + b2) / 2];
  return x >= x1 && x <= x2 && y >= y1 && y <= y2;
};

/** Ranges of the characters whose middle lies in the rectangle, line by line in reading order, joined where they touch. */
export function wordsInside(page: PageText, rect: Rect): TextRange[] {
  const ranges: TextRange[] = [];
  for (const line of page.lines) {
    if (line.rect[2] < rect[0] || line.rect[0] > rect[2] || line.rect[3] < rect[1] || line.rect[1] > rect[3]) continue;
    let start = -1;
    let end = -1;
    for (let at = line.start; at < line.end; at++) {
      const unit = unitRect(page, at);
      if (unit === null || !centreIn(rect, unit)) continue;
      if (start < 0) start = at;
      end = at + 1;
    }
    if (start < 0) continue;
    const last = ranges.at(-1);
    if (last && page.text.slice(last.end, start).trim() === '') last.end = end;
    else ranges.push({ start, end });
  }
  return ranges;
}

/** Distance in points between two rectangles, 0 where they touch. */
export function gapBetween(a: Rect, b: Rect): number {
  return Math.hypot(Math.max(a[0] - b[2], 0, b[0] - a[2]), Math.max(a[1] - b[3], 0, b[1] - a[3]));
}

/**
 * The words a shape on the page belongs to: for a figure's area its caption, else the line by its middle or nearest to
 * it, with those that follow until there is enough to be found again by. Null on a page without words.
 */
export function wordsNear(page: PageText, rect: Rect, isFigure: boolean): Near | null {
  const caption = isFigure ? captionOf(page, rect) : undefined;
  if (caption !== undefined)
    return nearOf(page, { start: caption.start, end: Math.min(caption.end, caption.start + MOST) });
  // A flat line of ink is drawn under the words it means.
  const lift = rect[3] - rect[1] < FLAT && rect[2] - rect[0] > 2 * FLAT ? FLAT / 2 + 1 : 0;
  const seen: Rect = [rect[0], rect[1] + lift, rect[2], rect[3] + lift];
  const middle: [number, number] = [(seen[0] + seen[2]) / 2, (seen[1] + seen[3]) / 2];
  let best: { line: Line; distance: number } | undefined;
  for (const line of page.lines) {
    if (page.text.slice(line.start, line.end).trim().length < 2) continue;
    const role = page.blocks.find(({ start, end }) => start <= line.start && line.end <= end)?.role ?? 'text';
    // Headers and footers say the same on every page: no place to be found again by.
    const penalty = role === 'header' || role === 'footer' || role === 'margin' ? 200 : 0;
    const distance = gapBetween(seen, line.rect) * 4 + distanceToRect(...middle, line.rect) + penalty;
    if (best === undefined || distance < best.distance) best = { line, distance };
  }
  if (best === undefined) return null;
  const { start } = best.line;
  const block = page.blocks.find((each) => each.start <= start && start < each.end);
  let { end } = best.line;
  for (const line of page.lines) {
    if (line.start < end || end - start >= ENOUGH) continue;
    if (line.start >= (block?.end ?? 0)) break;
    end = line.end;
  }
  return nearOf(page, { start, end: Math.min(end, start + MOST) });
}

function captionOf(page: PageText, rect: Rect): TextRange | undefined {
  let best: { range: TextRange; gap: number } | undefined;
  for (const block of page.blocks) {
    const isCaption =
      block.role === 'caption' ||
      /^(?:fig(?:ure|\.)|tab(?:le|\.)|图|表|圖)\s*\d/iu.test(page.text.slice(block.start, block.start + 20));
    if (!isCaption || block.rect[2] < rect[0] || block.rect[0] > rect[2]) continue;
    const gap = gapBetween(rect, block.rect);
    if (gap <= CAPTION_REACH && (best === undefined || gap < best.gap)) best = { range: block, gap };
  }
  return best?.range;
}

function nearOf(page: PageText, range: TextRange): Near | null {
  const quote = page.text.slice(range.start, range.end).trimEnd();
  const rects = rectsOf(page, range);
  let around: Rect | null = null;
  for (const rect of rects) around = unionRect(around, rect);
  return around === null ? null : { start: range.start, end: range.start + quote.length, quote, rect: around };
}
