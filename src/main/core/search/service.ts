// Search as the core has it: asks the index, says how far it is, makes it anew.
import { join } from 'node:path';
import { AppError } from '#shared/errors.ts';
import type { AppEvent } from '#shared/events.ts';
import type { Hit, IndexState } from '#shared/search.ts';
import { parseQuery, wantedTexts, type QueryNode } from '#shared/search-query.ts';
import { rectsOf } from '#shared/text/rects.ts';
import type { Services } from '../kinds.ts';
import { connect, SearchTrouble } from './connection.ts';
import { makeFeed } from './feed.ts';
import type { EngineQuery, EngineResult } from './protocol.ts';
import { readFiles } from './sql.ts';
import type { Search } from './types.ts';

/** Below this the index grows no more: the disk's last room is the library's. Bytes. */
const MIN_FREE_BYTES = 100 * 1024 * 1024;
/** A window is told that the index grew this often. */
const TELL_MS = 700;

/** @param emit tells windows that answers of search are no longer the latest */
export function makeSearch(core: Services, emit: (event: AppEvent) => void): Search {
  const file = join(core.library.cacheDir, 'search.sqlite');
  let told = 0;
  let telling: NodeJS.Timeout | undefined;
  const onProgress = (): void => {
    telling ??= setTimeout(
      () => {
        telling = undefined;
        told = Date.now();
        emit({ type: 'indexed' });
      },
      Math.max(0, told + TELL_MS - Date.now()),
    ).unref();
  };
  const connection = connect(core.spawn, file, MIN_FREE_BYTES, (held) => feed.noticed(held));
  const feed = makeFeed(core, connection, onProgress);

  const state = (): IndexState => {
    const held = feed.held();
    const { why, message } = feed.trouble();
    if (!held) {
      const allPages = readFiles(core.db).reduce((sum, { pageCount }) => sum + pageCount, 0);
      return {
        state: why === 'full' ? 'paused' : 'starting',
        pages: 0,
        allPages,
        items: 0,
        message: why === null ? '' : message,
      };
    }
    const { pages, allPages, items } = held;
    if (why === 'full') return { state: 'paused', pages, allPages, items, message };
    const isReady = pages >= allPages && feed.isSettled();
    return { state: isReady ? 'ready' : 'indexing', pages, allPages, items, message: '' };
  };

  const ask = async (query: EngineQuery, isComplete: boolean): Promise<EngineResult> => {
    for (let tries = 0; ; tries++) {
      try {
        return await connection.ask<EngineResult>({ op: 'query', query });
      } catch (error) {
        if (!(error instanceof SearchTrouble)) throw error;
        if (error.why === 'bug') throw new Error(`Search: ${error.message}`, { cause: error });
        if (error.why === 'broken') feed.restart();
        if (error.why === 'full' || tries >= 2) throw unavailable(error);
        // It is being begun anew: what it has soon is worth the wait.
        await (isComplete ? feed.complete(core.closing) : feed.settle());
      }
    }
  };

  return {
    query: async (input) => {
      const began = performance.now();
      const { query: typed, kinds, paperId, isTyping, rects, wait, ...rest } = input;
      feed.start();
      if (wait) await feed.complete(core.closing);
      else await feed.settle();
      const asked = wait ? performance.now() : began;
      const node = isTyping ? openLast(parseQuery(typed), typed) : parseQuery(typed);
      const found = await ask({ ...rest, node, kinds: kinds ?? null, paperId: paperId ?? null }, wait);
      const hits = found.hits.map((hit): Hit => ({ ...hit, rects: rects ? rectsOfHit(core, hit) : [] }));
      return { ...found, hits, tookMs: Math.round((performance.now() - asked) * 100) / 100, index: state() };
    },
    state: async () => {
      await feed.known();
      return state();
    },
    rebuild: async (signal, progress) => {
      feed.start();
      await connection.ask({ op: 'reset' }).catch((error: unknown) => {
        // A process that is gone, or an index that is not sound, is begun anew in any case.
        if (!(error instanceof SearchTrouble) || error.why === 'full') throw error;
      });
      feed.restart();
      const timer = setInterval(() => {
        const { pages, allPages } = state();
        progress(pages, Math.max(allPages, 1), '');
      }, 300);
      try {
        await feed.complete(signal);
      } finally {
        clearInterval(timer);
      }
      return state();
    },
    start: feed.start,
    close: async () => {
      clearTimeout(telling);
      await feed.stop();
    },
    pid: connection.pid,
  };
}

const unavailable = (error: SearchTrouble): AppError =>
  error.why === 'full'
    ? new AppError(
        'storage',
        'The search index cannot be written: the disk is nearly full. Make room and search again.',
      )
    : new AppError('busy', 'The search index is being made anew. Search again in a moment.');

/** The last word as the beginning of one. */
function openLast(node: QueryNode | null, typed: string): QueryNode | null {
  if (/\s$/u.test(typed)) return node;
  const last = wantedTexts(node).at(-1);
  if (last && !last.isPhrase) last.isPrefix = true;
  return node;
}

/** Rectangles of a hit on its page; none where the page's boxes are not at hand. */
function rectsOfHit(core: Services, { kind, sha256, page, ranges, place }: EngineResult['hits'][number]): Hit['rects'] {
  if (kind === 'annotation' && place.annotationId) return rectsOfMark(core, place.annotationId);
  if (kind !== 'page' || sha256 === null || page === null) return [];
  const model = core.cache.page(sha256, page);
  return model ? ranges.flatMap(([start, end]) => rectsOf(model, { start, end })) : [];
}

function rectsOfMark({ db }: Services, id: string): Hit['rects'] {
  const row = db.get<{ ranges: string }>(
    'SELECT ranges FROM annotation JOIN anchor ON anchor.id = anchor_id WHERE annotation.id = ?',
    id,
  );
  const ranges = row ? (JSON.parse(row.ranges) as { rects?: Hit['rects'] }[]) : [];
  return ranges[0]?.rects ?? [];
}
