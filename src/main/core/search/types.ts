// Search as the rest of the core sees it.
import type { IndexState, SearchResult } from '#shared/search.ts';
import type { EngineQuery } from './protocol.ts';

export type SearchInput = Omit<EngineQuery, 'node' | 'paperId' | 'kinds'> & {
  query: string;
  kinds?: EngineQuery['kinds'] | undefined;
  paperId?: string | undefined;
  isTyping: boolean;
  rects: boolean;
  wait: boolean;
};

export type Search = {
  query(input: SearchInput): Promise<SearchResult>;
  state(): Promise<IndexState>;
  /** Resolves when the index is complete. */
  rebuild(signal: AbortSignal, progress: (done: number, total: number, message: string) => void): Promise<IndexState>;
  /** Begins to index in the background. */
  start(): void;
  close(): Promise<void>;
  /** Of the search process, where there is one: for tests that end it. */
  pid(): number | undefined;
};
