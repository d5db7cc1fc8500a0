// From a click on rendered Markdown to a place in its source: the reader clicks a word and types there. Pure.

/** Characters of rendered text compared on each side of the click. */
const REACH = 24;

/**
 * Where in `source` the caret belongs, for a click between `before` and `after` in the rendered text. Looks for the
 * nearest stretch of the source that reads the same around the click; the end of the source where nothing does.
 */
export function caretIn(source: string, before: string, after: string): number {
  for (let reach = REACH; reach >= 2; reach = Math.floor(reach / 2)) {
    const [left, right] = [before.slice(-reach), after.slice(0, reach)];
    for (const [text, at] of [
      [left + right, left.length],
      [right, 0],
      [left, left.length],
    ] as const) {
      const found = text.trim().length >= 2 ? nearest(source, text, before.length - at) : -1;
      if (found >= 0) return found + at;
    }
  }
  return source.length;
}

/** The start of the occurrence of `text` closest to `wanted`, or -1. Rendered text only ever loses markup, so it runs ahead. */
function nearest(source: string, text: string, wanted: number): number {
  let best = -1;
  for (let at = source.indexOf(text); at >= 0; at = source.indexOf(text, at + 1)) {
    if (best < 0 || Math.abs(at - wanted) < Math.abs(best - wanted)) best = at;
  }
  return best;
}

/** The rendered text of `root` before and after a point of the window; null where no text stands there. */
export function textAround(root: HTMLElement, x: number, y: number): { before: string; after: string } | null {
  const at = document.caretPositionFromPoint(x, y);
  if (!at || !root.contains(at.offsetNode)) return null;
  const range = document.createRange();
  range.selectNodeContents(root);
  range.setEnd(at.offsetNode, at.offset);
  const before = range.toString();
  return { before, after: (root.textContent ?? '').slice(before.length) };
}
