// The text models of one document that are at hand: fetched as pages come into view, the latest kept.
import type { PageText } from '#shared/text/model.ts';
import type { Pages } from '#shared/text/pages.ts';

/** Pages kept; a dense page takes about 100 KB. */
const KEPT = 200;

/** Text models by page (1-based), in the form selection and quoting take. */
export class PageTexts implements Pages {
  count = 0;
  readonly #fetch: (page: number) => Promise<PageText>;
  readonly #texts = new Map<number, PageText>();
  readonly #loading = new Map<number, Promise<PageText | null>>();

  constructor(fetch: (page: number) => Promise<PageText>) {
    this.#fetch = fetch;
  }

  /** The page's text model if it is at hand. */
  readonly page = (page: number): PageText | undefined => this.#texts.get(page);

  /** Fetches a page's text model unless it is at hand; null where it cannot be had. */
  load(page: number): Promise<PageText | null> {
    const known = this.#texts.get(page);
    if (known) {
      this.#texts.delete(page);
      this.#texts.set(page, known);
      return Promise.resolve(known);
    }
    const loading =
      this.#loading.get(page) ??
      this.#fetch(page)
        .then((text) => this.#keep(page, text))
        // A page without a text model is a page without text: the reader says so beside it.
        .catch(() => null)
        .finally(() => this.#loading.delete(page));
    this.#loading.set(page, loading);
    return loading;
  }

  /** Fetches every page from the one to the other. */
  async loadAll(first: number, last: number): Promise<void> {
    await Promise.all(Array.from({ length: last - first + 1 }, (_, index) => this.load(first + index)));
  }

  #keep(page: number, text: PageText): PageText {
    this.#texts.set(page, text);
    for (const oldest of this.#texts.keys()) {
      if (this.#texts.size <= KEPT) break;
      this.#texts.delete(oldest);
    }
    return text;
  }
}
