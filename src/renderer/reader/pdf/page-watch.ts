// Which page has been painted at for too long. The clock is handed in.

/** What painting a page may take, in milliseconds; each further try may take twice as long. */
export const PAGE_LIMIT_MS = 20_000;
/** pdf.js's number for a page being painted right now. */
const RUNNING = 1;

/** Told from time to time how the pages stand, it says when one of them is stuck. */
export class PageWatch {
  readonly #since = new Map<number, number>();
  readonly #tries = new Map<number, number>();

  /** The page that has been painted at for longer than it may; null while all is well. */
  stuck(pages: Iterable<{ number: number; renderingState: number }>, nowMs: number): number | null {
    const running = new Set<number>();
    let stuck: number | null = null;
    for (const { number, renderingState } of pages) {
      if (renderingState !== RUNNING) continue;
      running.add(number);
      const since = this.#since.get(number) ?? nowMs;
      this.#since.set(number, since);
      if (nowMs - since >= PAGE_LIMIT_MS * 2 ** (this.#tries.get(number) ?? 0)) stuck ??= number;
    }
    for (const number of this.#since.keys()) if (!running.has(number)) this.#since.delete(number);
    return stuck;
  }

  /** The page was given up; the next try may take longer. */
  gaveUp(number: number): void {
    this.#tries.set(number, (this.#tries.get(number) ?? 0) + 1);
    this.#since.clear();
  }

  /** Another document. */
  clear(): void {
    this.#since.clear();
    this.#tries.clear();
  }
}
