// The selection of one document: where it was begun, where it is now, and the ranges it takes. No pointer, no drawing.
import type { Caret, PageRange } from '#shared/text/pages.ts';
import { cleanQuote, rawQuoteOf } from '#shared/text/quote.ts';
import { Store } from '../pdf/index.ts';
import type { PageTexts } from './page-texts.ts';
import { rangesOfUnits, trimRanges } from './units.ts';

/** Most pages a selection takes; as many as the contract lets one annotation have. */
export const MAX_PAGES = 200;

export type SelectionState = {
  /** In reading order; empty for no selection. */
  ranges: readonly PageRange[];
  /** The pointer is still down: nothing is offered yet. */
  isDragging: boolean;
};

const NONE: SelectionState = { ranges: [], isDragging: false };

/** A selection over text models; `subscribe` and `get` are for `useSyncExternalStore`. */
export class Selection {
  readonly #store = new Store<SelectionState>(NONE);
  readonly #texts: PageTexts;
  #anchor: PageRange | null = null;
  #focus: PageRange | null = null;

  constructor(texts: PageTexts) {
    this.#texts = texts;
  }

  readonly get = (): SelectionState => this.#store.get();
  readonly subscribe = (listener: () => void): (() => void) => this.#store.subscribe(listener);

  /** Begins anew at a unit; an empty unit selects nothing yet. */
  begin(unit: PageRange): void {
    this.#anchor = unit;
    this.#focus = unit;
    this.#renew(true);
  }

  /** Moves the other end to a unit, beginning there when there was none. */
  extend(unit: PageRange): void {
    const anchor = (this.#anchor ??= unit);
    const far = Math.max(anchor.page - MAX_PAGES + 1, Math.min(anchor.page + MAX_PAGES - 1, unit.page));
    if (far !== unit.page) return;
    this.#focus = unit;
    this.#renew(true);
  }

  /** The pointer is up: pages passed over without being seen are fetched, so that their words are taken too. */
  async finish(): Promise<void> {
    this.#renew(false);
    const [anchor, focus] = [this.#anchor, this.#focus];
    if (!anchor || !focus || Math.abs(anchor.page - focus.page) < 2) return;
    await this.#texts.loadAll(Math.min(anchor.page, focus.page), Math.max(anchor.page, focus.page));
    if (anchor === this.#anchor && focus === this.#focus) this.#renew(this.get().isDragging);
  }

  /** Selects from one caret to another, as by key. */
  between(anchor: Caret, focus: Caret): void {
    this.#anchor = { page: anchor.page, start: anchor.offset, end: anchor.offset };
    this.#focus = { page: focus.page, start: focus.offset, end: focus.offset };
    this.#renew(false);
  }

  /** Where the selection begins and where it can be extended, whichever comes first; null without one. */
  carets(): { anchor: Caret; focus: Caret } | null {
    const [anchor, focus] = [this.#anchor, this.#focus];
    if (!anchor || !focus || this.isEmpty()) return null;
    const isBackward = focus.page < anchor.page || (focus.page === anchor.page && focus.start < anchor.start);
    return {
      anchor: { page: anchor.page, offset: isBackward ? anchor.end : anchor.start },
      focus: { page: focus.page, offset: isBackward ? focus.start : focus.end },
    };
  }

  /** The words as printed: line ends, hyphens, ligatures. */
  rawQuote(): string {
    return rawQuoteOf(this.#texts, this.get().ranges);
  }

  /** Selects nothing. */
  clear(): void {
    this.#anchor = null;
    this.#focus = null;
    this.#store.set(NONE);
  }

  /** Is there anything to copy or mark? */
  isEmpty(): boolean {
    return this.get().ranges.length === 0;
  }

  /** The words, clean. */
  quote(): string {
    return cleanQuote(this.#texts, this.get().ranges);
  }

  #renew(isDragging: boolean): void {
    const [anchor, focus] = [this.#anchor, this.#focus];
    const between = anchor && focus ? rangesOfUnits(this.#texts, anchor, focus) : [];
    // While dragging the white space under the pointer counts too, else the end would jump.
    const ranges = isDragging ? between : trimRanges(this.#texts, between);
    const before = this.get().ranges;
    this.#store.set({ ranges: isSame(before, ranges) ? before : ranges, isDragging });
  }
}

const isSame = (a: readonly PageRange[], b: readonly PageRange[]): boolean =>
  a.length === b.length &&
  a.every((range, index) => {
    const other = b[index];
    return other?.page === range.page && other.start === range.start && other.end === range.end;
  });
