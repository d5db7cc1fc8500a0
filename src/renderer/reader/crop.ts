// Which piece of a page shows a mark with enough around it to be read. Pure.
import type { Box } from './pdf/index.ts';

/** Display points around the mark, and the least size of a piece: what holds some lines of a column. */
const AROUND = { x: 24, y: 60 };
const LEAST = { width: 300, height: 170 };

/** The piece of the page (display points) to show: all of it, or what is around the boxes. */
export function cropOf(page: { width: number; height: number }, boxes: readonly Box[], isWhole: boolean): Box {
  if (isWhole || boxes.length === 0) return { left: 0, top: 0, width: page.width, height: page.height };
  const across = stretch(
    Math.min(...boxes.map((box) => box.left)) - AROUND.x,
    Math.max(...boxes.map((box) => box.left + box.width)) + AROUND.x,
    LEAST.width,
    page.width,
  );
  const down = stretch(
    Math.min(...boxes.map((box) => box.top)) - AROUND.y,
    Math.max(...boxes.map((box) => box.top + box.height)) + AROUND.y,
    LEAST.height,
    page.height,
  );
  return { left: across.from, top: down.from, width: across.length, height: down.length };
}

/** At least so long, moved and cut to lie between 0 and `most`. */
function stretch(from: number, to: number, least: number, most: number): { from: number; length: number } {
  const length = Math.min(Math.max(to - from, least), most);
  const middle = (from + to) / 2;
  return { from: Math.max(0, Math.min(middle - length / 2, most - length)), length };
}
