// What words of a document refer to: entries of its list of references, figures and tables, places its links lead to.
import { type Citation, citationsIn, findReferences, type Reference } from '#shared/text/citations.ts';
import { type Figure, findFigures, type Mention, mentionsIn } from '#shared/text/captions.ts';
import type { PageText, Rect, TextRange } from '#shared/text/model.ts';
import { distanceToRect, rectsOf } from '#shared/text/rects.ts';
import { offsetAtPoint } from '#shared/text/select.ts';
import type { PageWords } from '#shared/text/words.ts';
import { type PagePoint, type PdfEngine, Store } from '../pdf/index.ts';
import type { PageTexts } from '../selection/index.ts';

/** Something that can be shown beside the words that refer to it; `page` and `rects` say where those words stand. */
export type Target = { key: string; page: number; rects: readonly Rect[] } & (
  | { kind: 'citation'; references: readonly Reference[] }
  | { kind: 'figure'; figure: Figure }
  | { kind: 'link'; destination: string | unknown[]; to: { page: number; x: number | null; y: number | null } }
);

export type LookupState = {
  /** What is shown; null for nothing. */
  target: Target | null;
  /** It was asked for by key: the focus goes into it. */
  isByKey: boolean;
};

type Found = { citations: readonly Citation[]; mentions: readonly Mention[] };

/** The references and figures of one document; `get` and `subscribe` are for `useSyncExternalStore`. */
export class Lookup {
  readonly #store = new Store<LookupState>({ target: null, isByKey: false });
  readonly #engine: PdfEngine;
  readonly #texts: PageTexts;
  readonly #found = new Map<number, Found>();
  #words: readonly PageWords[] = [];
  #references: readonly Reference[] = [];
  #figures: readonly Figure[] = [];

  constructor(engine: PdfEngine, texts: PageTexts) {
    this.#engine = engine;
    this.#texts = texts;
  }

  readonly get = (): LookupState => this.#store.get();
  readonly subscribe = (listener: () => void): (() => void) => this.#store.subscribe(listener);

  /** Takes the words of the whole document; before, nothing refers to anything. */
  read(words: readonly PageWords[]): void {
    this.#words = words;
    this.#references = findReferences(words);
    this.#figures = findFigures(words);
    this.#found.clear();
  }

  /** Shows a target, or nothing. */
  show(target: Target | null, isByKey = false): void {
    this.#store.set({ target, isByKey });
  }

  /** What the words under a point refer to. */
  at({ page, x, y, isOnPage }: PagePoint): Target | null {
    const text = isOnPage ? this.#texts.page(page) : undefined;
    if (!text || this.#words.length === 0) return null;
    const caret = offsetAtPoint(text, x, y);
    for (const offset of [caret, caret - 1]) {
      const target = offset >= 0 ? this.#of(text, (range) => range.start <= offset && offset < range.end) : null;
      if (target?.rects.some((rect) => distanceToRect(x, y, rect) <= 1)) return target;
    }
    return null;
  }

  /** What the words in a range refer to, or else the next that refer to anything after it. */
  in(text: PageText, { start, end }: TextRange): Target | null {
    return (
      this.#of(text, (range) => range.start < Math.max(end, start + 1) && range.end > start) ??
      this.#of(text, (range) => range.start >= end)
    );
  }

  /** Goes to where a target leads. */
  async goTo(target: Target): Promise<void> {
    this.show(null);
    if (target.kind === 'link') {
      await this.#engine.goToDestination(target.destination);
      return;
    }
    const range = target.kind === 'citation' ? target.references[0]?.ranges[0] : undefined;
    const text = range && (await this.#texts.load(range.page));
    const place =
      target.kind === 'figure'
        ? { page: target.figure.page, rect: target.figure.rect }
        : range && text && { page: range.page, rect: rectsOf(text, range)[0] };
    if (!place?.rect) return;
    this.#engine.onJump?.();
    await this.#engine.reveal(place.page, place.rect);
  }

  /** The entry of the list of references at a place of a page, for links that lead there. */
  referenceNear(page: number, y: number | null): Reference | null {
    const text = this.#texts.page(page);
    if (!text || y === null) return null;
    const line = text.lines.filter(({ rect }) => rect[1] <= y + 2).toSorted((a, b) => b.rect[3] - a.rect[3])[0];
    if (!line || y - line.rect[3] > 40) return null;
    const isOf = ({ ranges }: Reference) =>
      ranges.some((range) => range.page === page && range.start < line.end && range.end > line.start);
    return this.#references.find(isOf) ?? null;
  }

  #of(text: PageText, test: (range: TextRange) => boolean): Target | null {
    const { citations, mentions } = this.#on(text.page);
    const citation = citations.find(test);
    const mention = mentions.find(test);
    const range = citation && (!mention || citation.start <= mention.start) ? citation : mention;
    if (!range) return null;
    const where = { key: `${String(text.page)} ${String(range.start)}`, page: text.page, rects: rectsOf(text, range) };
    if (range === citation) {
      const references = citation.references.map((index) => this.#references[index]).filter((one) => one !== undefined);
      return { ...where, kind: 'citation', references };
    }
    const figure = mention && this.#figures[mention.figure];
    return figure ? { ...where, kind: 'figure', figure } : null;
  }

  #on(page: number): Found {
    const known = this.#found.get(page);
    if (known) return known;
    const words = this.#words.find((each) => each.page === page);
    const found: Found = {
      citations: words ? citationsIn(words, this.#references) : [],
      mentions: words ? mentionsIn(words, this.#figures) : [],
    };
    this.#found.set(page, found);
    return found;
  }
}
