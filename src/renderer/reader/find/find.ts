// Finding in one document: the query, the places, and which of them one is at. No drawing, no moving of the view.
import { type FindOptions, type Finder, type Hit, makeFinder } from '#shared/text/finder.ts';
import type { PageWords } from '#shared/text/words.ts';
import { Store } from '../pdf/index.ts';
import { loadSimplifier } from './simplify.ts';

export type FindState = Required<FindOptions> & {
  query: string;
  hits: readonly Hit[];
  /** Which hit one is at; -1 for none. */
  current: number;
  /** Numbers of the hits that have a part on a page, by page (1-based). */
  byPage: ReadonlyMap<number, readonly number[]>;
  /** `none` until something is looked for; `failed` where the document has no words that could be had. */
  status: 'none' | 'loading' | 'ready' | 'failed';
};

const NOTHING: FindState = {
  query: '',
  matchCase: false,
  wholeWord: false,
  hits: [],
  current: -1,
  byPage: new Map(),
  status: 'none',
};

/** The search of one document; `get` and `subscribe` are for `useSyncExternalStore`. */
export class Find {
  readonly #store = new Store<FindState>(NOTHING);
  readonly #fetch: () => Promise<PageWords[]>;
  /** The page the view is at: a new search begins there. */
  readonly #page: () => number;
  #finder: Promise<Finder> | null = null;
  #asked = 0;

  constructor(fetch: () => Promise<PageWords[]>, page: () => number) {
    this.#fetch = fetch;
    this.#page = page;
  }

  readonly get = (): FindState => this.#store.get();
  readonly subscribe = (listener: () => void): (() => void) => this.#store.subscribe(listener);

  /** Fetches and folds the words ahead of the first search. */
  warm(): void {
    // What fails here fails again, and is told, when something is looked for.
    this.#ready().catch(() => undefined);
  }

  /** Looks for other words, or in another way. Resolves when the places are known. */
  async look(change: Partial<FindOptions & { query: string }>): Promise<void> {
    this.#store.set(change);
    const { query, matchCase, wholeWord } = this.get();
    const asked = ++this.#asked;
    if (query.trim() === '') {
      this.#store.set({ ...NOTHING, query, matchCase, wholeWord });
      return;
    }
    if (this.get().status !== 'ready') this.#store.set({ status: 'loading' });
    try {
      const finder = await this.#ready();
      if (asked !== this.#asked) return;
      const hits = finder.find(query, { matchCase, wholeWord });
      const page = this.#page();
      const current = hits.findIndex((hit) => (hit.ranges[0]?.page ?? 0) >= page);
      this.#store.set({
        status: 'ready',
        hits,
        byPage: pagesOf(hits),
        current: hits.length === 0 ? -1 : Math.max(0, current),
      });
    } catch {
      if (asked === this.#asked) this.#store.set({ ...NOTHING, query, matchCase, wholeWord, status: 'failed' });
    }
  }

  /** The hit one is at. */
  hit(): Hit | null {
    const { hits, current } = this.get();
    return hits[current] ?? null;
  }

  /** Goes to a hit by its number. */
  goTo(index: number): void {
    if (this.get().hits[index]) this.#store.set({ current: index });
  }

  /** Goes to the next hit (1) or the one before (-1), around the ends. */
  step(by: 1 | -1): void {
    const { hits, current } = this.get();
    if (hits.length > 0) this.goTo((current + by + hits.length) % hits.length);
  }

  /** Forgets the search, not its options. */
  clear(): void {
    void this.look({ query: '' });
  }

  #ready(): Promise<Finder> {
    this.#finder ??= this.#make();
    this.#finder.catch(() => (this.#finder = null));
    return this.#finder;
  }

  async #make(): Promise<Finder> {
    const [pages, simplify] = await Promise.all([this.#fetch(), loadSimplifier()]);
    const finder = makeFinder(pages, simplify);
    // Folds every page, so that the first search is as quick as any.
    finder.find('\uE000\uE000');
    return finder;
  }
}

function pagesOf(hits: readonly Hit[]): Map<number, number[]> {
  const byPage = new Map<number, number[]>();
  for (const [index, { ranges }] of hits.entries()) {
    for (const { page } of ranges) {
      const list = byPage.get(page);
      if (list) list.push(index);
      else byPage.set(page, [index]);
    }
  }
  return byPage;
}
