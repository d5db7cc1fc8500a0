// What the painting engine tells the room: a plain snapshot, replaced whenever something in it changes.
import type { OpenFailure } from './open-document.ts';
import type { PageFrame, Turn } from './frame.ts';
import type { PageLayout } from './layout.ts';

/** A zoom that follows the size of the view. */
export type Fit = 'page-width' | 'page-fit';

/** A page in or near the view: the element to draw into, which covers it exactly, and how it lies. */
export type ShownPage = {
  /** 1-based. */
  number: number;
  layer: HTMLDivElement;
  frame: PageFrame;
  /** It could not be painted: pdf.js said so, or it took too long. */
  failed: false | 'broken' | 'slow';
};

export type PdfState = {
  status: 'closed' | 'opening' | 'open' | 'failed';
  failure: OpenFailure | null;
  pageCount: number;
  /** Printed page labels by page, where the PDF names them and they are not just the numbers. */
  labels: readonly string[] | null;
  /** The page the view is at, 1-based. */
  page: number;
  /** 1 shows the page at its printed size (96 CSS pixels an inch). */
  scale: number;
  /** Set while the zoom follows the view's size. */
  fit: Fit | null;
  /** Rotation of the view, clockwise, on top of each page's own. */
  turn: Turn;
  layout: PageLayout;
  /** Margins are to be cropped away. */
  isCropped: boolean;
  shown: readonly ShownPage[];
};

export const CLOSED: PdfState = {
  status: 'closed',
  failure: null,
  pageCount: 0,
  labels: null,
  page: 1,
  scale: 1,
  fit: 'page-width',
  turn: 0,
  layout: 'continuous',
  isCropped: false,
  shown: [],
};

/** A value with listeners, in the form `useSyncExternalStore` takes. */
export class Store<T extends object> {
  #value: T;
  readonly #listeners = new Set<() => void>();

  constructor(value: T) {
    this.#value = value;
  }

  /** The snapshot now; the same object until something changes. */
  readonly get = (): T => this.#value;

  /** Hears of every change; returns the way to stop. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes over the named fields; silent where nothing changes. */
  set(change: Partial<T>): void {
    const keys = Object.keys(change) as (keyof T)[];
    if (keys.every((key) => Object.is(this.#value[key], change[key]))) return;
    this.#value = { ...this.#value, ...change };
    for (const listener of this.#listeners) listener();
  }
}
