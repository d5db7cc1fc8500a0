// Arithmetic of a windowed list. Pure; lengths in CSS pixels.

/** Rows kept ready beyond each edge of the view. */
const SPARE = 8;

/** The rows `[first, end)` to have in the page for a view that begins `top` down the list. */
export function inView(top: number, height: number, rowHeight: number, count: number): { first: number; end: number } {
  const first = Math.max(0, Math.min(count, Math.floor(top / rowHeight) - SPARE));
  const end = Math.min(count, Math.ceil((top + height) / rowHeight) + SPARE);
  return { first, end: Math.max(first, end) };
}

/** The row a key leads to from `row` (-1: none), or null for other keys and where there is none. `page` is rows a page. */
export function rowAfterKey(key: string, row: number, count: number, page: number): number | null {
  if (count === 0) return null;
  const last = count - 1;
  const to = (wanted: number) => Math.max(0, Math.min(last, wanted));
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  if (key === 'ArrowDown') return to(row + 1);
  if (key === 'ArrowUp') return row < 0 ? last : to(row - 1);
  if (key === 'PageDown') return to(Math.max(0, row) + page);
  if (key === 'PageUp') return to(row - page);
  return null;
}
