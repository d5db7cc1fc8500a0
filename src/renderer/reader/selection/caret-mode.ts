// The caret mode of one document: words are gone through and selected by key, as in a text one may not change.
import { rectsOf } from '#shared/text/select.ts';
import { type Line, type PageText, type Rect } from '#shared/text/model.ts';
import { unitRect } from '#shared/text/rects.ts';
import type { Caret } from '#shared/text/pages.ts';
import { type PdfEngine, Store } from '../pdf/index.ts';
import { type CaretStep, lineOf, moveCaret } from './caret-moves.ts';
import type { PageTexts } from './page-texts.ts';
import type { Selection } from './selection.ts';

/** `caret` is null until the mode was first switched on. */
export type CaretState = { isOn: boolean; caret: Caret | null };

/** Keys of the mode, without Shift, which extends. `Mod` stands for Ctrl or Cmd. */
const KEYS: Record<string, [CaretStep, 1 | -1]> = {
  ArrowRight: ['character', 1],
  ArrowLeft: ['character', -1],
  'Mod+ArrowRight': ['word', 1],
  'Mod+ArrowLeft': ['word', -1],
  ArrowDown: ['line', 1],
  ArrowUp: ['line', -1],
  End: ['lineEnd', 1],
  Home: ['lineEnd', -1],
  'Alt+ArrowDown': ['sentence', 1],
  'Alt+ArrowUp': ['sentence', -1],
  'Mod+ArrowDown': ['paragraph', 1],
  'Mod+ArrowUp': ['paragraph', -1],
  'Mod+End': ['document', 1],
  'Mod+Home': ['document', -1],
};

type Press = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey: boolean };

/** What a key does in the mode; null for a key that means nothing there. Pure. */
export function caretKey(press: Press): { step: CaretStep; by: 1 | -1; extends: boolean } | null {
  const name = `${press.ctrlKey || press.metaKey ? 'Mod+' : ''}${press.altKey ? 'Alt+' : ''}${press.key}`;
  const found = KEYS[name];
  return found ? { step: found[0], by: found[1], extends: press.shiftKey } : null;
}

/** Moves, extends, and keeps the caret in view. `get` and `subscribe` are for `useSyncExternalStore`. */
export class CaretMode {
  readonly #store = new Store<CaretState>({ isOn: false, caret: null });
  readonly #engine: PdfEngine;
  readonly #texts: PageTexts;
  readonly #selection: Selection;
  #along: number | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(engine: PdfEngine, texts: PageTexts, selection: Selection) {
    this.#engine = engine;
    this.#texts = texts;
    this.#selection = selection;
  }

  readonly get = (): CaretState => this.#store.get();
  readonly subscribe = (listener: () => void): (() => void) => this.#store.subscribe(listener);

  /** Switches the mode on, with the caret at the selection, where it last was in view, or at the top of the view; or off. */
  async toggle(): Promise<void> {
    if (this.get().isOn) {
      this.#store.set({ isOn: false });
      return;
    }
    const selected = this.#selection.carets();
    const last = this.get().caret;
    const page = this.#engine.state().page;
    const caret = selected?.focus ?? (last?.page === page ? last : await this.#topOf(page));
    this.#store.set({ isOn: true, caret });
    this.#along = null;
    if (caret) await this.#show(caret);
  }

  /** Puts the caret where the pointer was pressed. */
  place(caret: Caret): void {
    this.#along = null;
    this.#store.set({ caret });
  }

  /** Does what a key means; false where it means nothing. Without the mode, Shift with a key extends the selection. */
  press(press: Press): boolean {
    const key = caretKey(press);
    if (!key) return false;
    const { isOn } = this.get();
    if (!isOn && !(key.extends && !this.#selection.isEmpty())) return false;
    // One after the other: texts of pages may have to be fetched.
    this.#queue = this.#queue.then(() => this.#move(key.step, key.by, key.extends)).catch(() => undefined);
    return true;
  }

  async #move(step: CaretStep, by: 1 | -1, isExtending: boolean): Promise<void> {
    const selected = this.#selection.carets();
    const from = (isExtending ? selected?.focus : null) ?? this.get().caret ?? selected?.focus;
    if (!from) return;
    const { pageCount } = this.#engine.state();
    this.#texts.count = pageCount;
    const wanted = step === 'document' ? [by === 1 ? pageCount : 1] : [from.page, from.page + by, from.page + 2 * by];
    await Promise.all(wanted.filter((page) => page >= 1 && page <= pageCount).map((page) => this.#texts.load(page)));
    const { caret, along } = moveCaret(this.#texts, from, step, by, this.#along);
    this.#along = along;
    this.#store.set({ caret });
    if (isExtending) this.#selection.between(selected?.anchor ?? from, caret);
    else this.#selection.clear();
    await this.#show(caret);
  }

  async #show(caret: Caret): Promise<void> {
    const text = await this.#texts.load(caret.page);
    const rect = text && caretRect(text, caret.offset);
    if (rect) await this.#engine.reveal(caret.page, rect);
  }

  /** The first words of a page that are in view. */
  async #topOf(page: number): Promise<Caret | null> {
    const text = await this.#texts.load(page);
    if (!text) return null;
    const view = this.#engine.container.getBoundingClientRect();
    const isSeen = (line: Line) => {
      const box = this.#engine.clientBox(page, rectsOf(text, line)[0] ?? line.rect);
      return box !== null && box.top >= view.top && box.top + box.height <= view.bottom;
    };
    const body = text.blocks.filter(({ role }) => role === 'text');
    const inBody = (line: Line) => body.some(({ start, end }) => line.start >= start && line.end <= end);
    const line = text.lines.find((each) => inBody(each) && isSeen(each)) ?? text.lines.find(isSeen) ?? text.lines[0];
    return line ? { page, offset: line.start } : null;
  }
}

/** The caret as a rectangle without width (points); null on a page without text. */
export function caretRect(page: PageText, offset: number): Rect | null {
  const line = lineOf(page, offset);
  if (!line) return null;
  const isEnd = offset >= line.end;
  const unit = unitRect(page, isEnd ? Math.max(line.start, line.end - 1) : offset) ?? line.rect;
  const [x1, y1, x2, y2] = line.rect;
  if (line.dir === 0) return isEnd ? [unit[2], y1, unit[2], y2] : [unit[0], y1, unit[0], y2];
  if (line.dir === 180) return isEnd ? [unit[0], y1, unit[0], y2] : [unit[2], y1, unit[2], y2];
  if (line.dir === 90) return isEnd ? [x1, unit[3], x2, unit[3]] : [x1, unit[1], x2, unit[1]];
  return isEnd ? [x1, unit[1], x2, unit[1]] : [x1, unit[3], x2, unit[3]];
}
