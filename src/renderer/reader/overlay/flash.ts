// What flashes: words the reader was just led to.
import type { PageRange } from '#shared/text/pages.ts';
import type { Rect } from '#shared/text/model.ts';
import { Store } from '../pdf/index.ts';

/** Places of one flash; `count` rises with each, so that the same place flashes anew; what `stays` does not fade. */
export type FlashState = {
  count: number;
  places: readonly (Pick<PageRange, 'page'> & { rects: readonly Rect[] })[];
  stays: boolean;
};

/** How long words stay lit, in milliseconds; as long as the animation of Overlay.module.css. */
export const FLASH_MS = 1800;

/** One flash at a time. */
export class Flash {
  readonly #store = new Store<FlashState>({ count: 0, places: [], stays: false });
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly get = (): FlashState => this.#store.get();
  readonly subscribe = (listener: () => void): (() => void) => this.#store.subscribe(listener);

  /** Lights the places for a moment. */
  at(places: FlashState['places']): void {
    clearTimeout(this.#timer);
    this.#store.set({ count: this.get().count + 1, places, stays: false });
    this.#timer = setTimeout(() => this.#store.set({ places: [] }), FLASH_MS);
  }

  /** Lights the places until something else is lit: the words a search found. */
  stay(places: FlashState['places']): void {
    clearTimeout(this.#timer);
    this.#store.set({ count: this.get().count + 1, places, stays: true });
  }
}
