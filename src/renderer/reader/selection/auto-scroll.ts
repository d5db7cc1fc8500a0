// Scrolling by itself while a drag stands near an edge of the view.

/** Pixels from an edge within which it scrolls, and pixels a frame (of 60 a second) at most. */
const EDGE_PX = 36;
const FASTEST_PX = 28;

/** Pixels a frame to scroll for a pointer at `at` in a view from `start` to `end`: 0 in the middle, faster the further out. Pure. */
export function scrollSpeed(at: number, start: number, end: number): number {
  const edge = Math.min(EDGE_PX, (end - start) / 4);
  const into = at < start + edge ? at - start - edge : at > end - edge ? at - end + edge : 0;
  const speed = Math.round(into / 3);
  return Math.max(-FASTEST_PX, Math.min(FASTEST_PX, into === 0 ? 0 : speed || Math.sign(into)));
}

/** Scrolls `scroller` while the pointer it is told of stands near an edge; `onMoved` after each step. */
export class AutoScroll {
  readonly #scroller: HTMLElement;
  readonly #onMoved: () => void;
  #frame = 0;
  #at = { x: 0, y: 0 };
  #lastMs = 0;

  constructor(scroller: HTMLElement, onMoved: () => void) {
    this.#scroller = scroller;
    this.#onMoved = onMoved;
  }

  /** The pointer is here now (client pixels). */
  point(x: number, y: number): void {
    this.#at = { x, y };
    if (this.#frame !== 0) return;
    this.#lastMs = 0;
    this.#frame = requestAnimationFrame(this.#step);
  }

  /** The drag is over. */
  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  readonly #step = (nowMs: number) => {
    this.#frame = 0;
    // As fast on a busy machine, whose frames are few.
    const frames = this.#lastMs === 0 ? 1 : Math.min(6, (nowMs - this.#lastMs) * 0.06);
    this.#lastMs = nowMs;
    const view = this.#scroller.getBoundingClientRect();
    const across = scrollSpeed(this.#at.x, view.left, view.right);
    const down = scrollSpeed(this.#at.y, view.top, view.bottom);
    if (across === 0 && down === 0) return;
    const before = [this.#scroller.scrollLeft, this.#scroller.scrollTop];
    this.#scroller.scrollBy(across * frames, down * frames);
    if (before[0] === this.#scroller.scrollLeft && before[1] === this.#scroller.scrollTop) return;
    this.#onMoved();
    this.#frame = requestAnimationFrame(this.#step);
  };
}
