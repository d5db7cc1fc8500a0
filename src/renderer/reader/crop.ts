// Which piece of a page shows a mark with enough around it to be read. Pure.
import type { Box } from './pdf/index.ts';

/** Display points above and below the mark, and the least height of a piece. */
const AROUND = 60;
const LEAST = 170;

/** The stretch of the page (display points) to show: all of it, or what is around the boxes. */
export function cropOf(
  page: { height: number },
  boxes: readonly Box[],
  isWhole: boolean,
): { top: number; height: number } {
  if (isWhole || boxes.length === 0) return { top: 0, height: page.height };
  const top = Math.min(...boxes.map((box) => box.top)) - AROUND;
  const bottom = Math.max(...boxes.map((box) => box.top + box.height)) + AROUND;
  const missing = Math.max(0, LEAST - (bottom - top)) / 2;
  const from = Math.max(0, top - missing);
  return { top: from, height: Math.min(page.height, bottom + missing) - from };
}
