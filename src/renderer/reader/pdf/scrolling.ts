// Scrolling by key: a view or a few lines at a time, smoothly unless the user wants no motion.

/** Of the view, so that a line or two stay in sight; and CSS pixels of one press of j or k. */
const VIEW_SHARE = 0.9;
const LINES_PX = 96;

/** Scrolls by a share of the view, down (1) or up (-1); false at the end. */
export function scrollByView(scroller: HTMLElement, by: 1 | -1): boolean {
  return scroll(scroller, by * scroller.clientHeight * VIEW_SHARE);
}

/** Scrolls by a few lines. */
export function scrollByLines(scroller: HTMLElement, by: 1 | -1): boolean {
  return scroll(scroller, by * LINES_PX);
}

function scroll(scroller: HTMLElement, top: number): boolean {
  const room = top > 0 ? scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop : scroller.scrollTop;
  if (room < 1) return false;
  const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  scroller.scrollBy({ top, behavior: isStill ? 'auto' : 'smooth' });
  return true;
}
