// Where a bar stands beside the words it belongs to. Pure.
import type { Box } from '../pdf/index.ts';

/** Pixels between the words and the bar, and between the bar and the edge of the view. */
const GAP_PX = 8;
const EDGE_PX = 8;

/**
 * The bar's place in the coordinates of `view`'s own top left corner: below the words where there is room, else above,
 * else at the foot of the view; never out of it sideways. Null while none of the words is in view.
 */
export function placeBar(
  words: readonly Box[],
  view: Box,
  bar: { width: number; height: number },
): { left: number; top: number } | null {
  const seen = words.filter(
    (box) =>
      box.top < view.top + view.height &&
      box.top + box.height > view.top &&
      box.left < view.left + view.width &&
      box.left + box.width > view.left,
  );
  const last = seen.at(-1);
  if (!last) return null;
  const top = Math.min(...seen.map((box) => box.top)) - view.top;
  const bottom = Math.max(...seen.map((box) => box.top + box.height)) - view.top;
  const below = bottom + GAP_PX;
  const above = top - GAP_PX - bar.height;
  const foot = view.height - bar.height - EDGE_PX;
  const y = below <= foot ? below : above >= EDGE_PX ? above : Math.max(EDGE_PX, foot);
  const x = last.left - view.left + last.width / 2 - bar.width / 2;
  return { left: Math.max(EDGE_PX, Math.min(x, view.width - bar.width - EDGE_PX)), top: y };
}
