// Keeps the index like the library, in the background and in small pieces: what changed is noticed at the write gate
// and sent at once, pages are read from the cache and sent batch by batch. The index carries a mark of the history it
// has seen; where that is not the library's (a kill, work done without a window) everything is compared once.
import { setImmediate as breathe } from 'node:timers/promises';
import type { AppEvent } from '#shared/events.ts';
import { textJson } from '../files/index.ts';
import type { Services } from '../kinds.ts';
import { addAffected, nothingAffected, type Affected } from './affected.ts';
import { SearchTrouble, type Connection } from './connection.ts';
import type { Held, Item, ItemKey, ItemKind, PageEntry } from './protocol.ts';
import { liveIds, readFiles, readItems } from './sql.ts';

const KINDS: readonly ItemKind[] = ['term', 'paper', 'finding', 'note', 'annotation', 'survey'];
/** Items read and sent at a time: a few milliseconds of the core. */
const ITEMS = 100;
/** Pages sent at a time. */
const PAGES = 16;
/** Changes are gathered this long: a step of many rows is one sending. */
const GATHER_MS = 30;
/** After a full disk or a process that will not stay, it is tried again. */
const AGAIN_MS = 5000;

export type Feed = {
  /** Begins, or goes on. */
  start(): void;
  /** Resolves when everything changed so far is in the index, pages left to be indexed apart. */
  settle(): Promise<void>;
  /** Resolves when there is nothing left to index. */
  complete(signal?: AbortSignal): Promise<void>;
  /** Resolves when it is known how far the index is, or why that cannot be known. */
  known(): Promise<void>;
  /** Is there anything but pages left to be sent? */
  isSettled(): boolean;
  /** What stands in the way, '' when nothing does. */
  trouble(): { why: SearchTrouble['why'] | null; message: string };
  /** Everything has to be compared again: the index was begun anew. */
  restart(): void;
  /** Told what the index holds, after each piece. */
  held(): Held | null;
  noticed(held: Held): void;
  stop(): Promise<void>;
};

export function makeFeed(core: Services, connection: Connection, onProgress: () => void): Feed {
  let dirty = nothingAffected();
  let isDirty = false;
  /** The whole library has to be compared. */
  let isStale = false;
  /** What was taken from the above is on its way. */
  let isSending = false;
  let isTidy = false;
  let held: Held | null = null;
  let running: Promise<void> | null = null;
  let trouble: ReturnType<Feed['trouble']> = { why: null, message: '' };
  let isStopped = false;
  /** Files whose pages cannot be had at the moment. */
  const unreadable = new Set<string>();
  let waiters: { isDone: () => boolean; done: () => void; fail: (error: Error) => void }[] = [];
  let wake: () => void = () => undefined;

  const isSettled = (): boolean => held !== null && !isDirty && !isStale && !isSending;
  const isComplete = (): boolean => isSettled() && nextFile() === null;
  const nextFile = (): Held['next'] => (held?.next && !unreadable.has(held.next.sha256) ? held.next : null);

  const tell = (): void => {
    const left = waiters.filter(({ isDone, done }) => {
      if (!isDone()) return true;
      done();
      return false;
    });
    waiters = left;
    onProgress();
  };

  const noticed = (now: Held): void => {
    // Opened, or begun anew, without the library's own mark.
    if (now.mark !== markOf(core)) isStale ||= !isDirty || now.mark === null;
    held = now;
  };

  const put = async (
    items: Item[],
    gone: ItemKey[],
    sha256s: readonly string[],
    mark: string | null,
  ): Promise<void> => {
    const files = sha256s.length > 0 ? readFiles(core.db, sha256s) : [];
    held = await connection.ask<Held>({ op: 'put', items, gone, files, mark });
  };

  /** Sends what changed. What goes wrong on the way is still to be sent. */
  const flush = async (): Promise<void> => {
    const sending = dirty;
    dirty = nothingAffected();
    isDirty = false;
    isSending = true;
    const mark = markOf(core);
    try {
      for (const [kind, ids] of sending.items) {
        for (const some of chunks([...ids], ITEMS)) {
          const items = readItems(core.db, kind, some);
          const found = new Set(items.map((item) => item.id));
          const gone = some.filter((id) => kind === 'survey' || !found.has(id)).map((id) => ({ kind, id }));
          await put(items, gone, [], null);
        }
      }
      await put([], [], [...sending.files], isStale ? null : mark);
    } catch (error) {
      merge(dirty, sending);
      isDirty = true;
      throw error;
    } finally {
      isSending = false;
    }
  };

  /** Compares everything but the pages of files the index has. */
  const compare = async (): Promise<void> => {
    isStale = false;
    isSending = true;
    try {
      const mark = markOf(core);
      await connection.ask<Held>({ op: 'sweep', step: 'begin', files: [], mark: null });
      for (const kind of KINDS) {
        for (const ids of chunks(liveIds(core.db, kind), ITEMS)) {
          await put(readItems(core.db, kind, ids), [], [], null);
          await breathe();
        }
      }
      held = await connection.ask<Held>({ op: 'sweep', step: 'end', files: readFiles(core.db), mark });
    } catch (error) {
      isStale = true;
      throw error;
    } finally {
      isSending = false;
    }
  };

  /** Sends the next pages of a file, read from its PDF again where the cache does not have them. */
  const sendPages = async ({ sha256, from, count }: NonNullable<Held['next']>): Promise<void> => {
    const pages: PageEntry[] = [];
    for (let page = from; page <= Math.min(from + PAGES - 1, count); page++) {
      let model = core.cache.pageBytes(sha256, page);
      if (!model && (await textJson(core, sha256, page).catch(() => undefined)))
        model = core.cache.pageBytes(sha256, page);
      pages.push({ page, model: model ?? null });
      if (!model) break;
    }
    // The file is not to be read now, for whatever reason: the others go on.
    if (pages.every(({ model }) => model === null) && !core.store.has(sha256)) unreadable.add(sha256);
    else held = await connection.ask<Held>({ op: 'pages', sha256, pages });
  };

  const step = async (): Promise<'worked' | 'idle'> => {
    if (held === null) held = await connection.ask<Held>({ op: 'state' });
    if (isStale) await compare();
    else if (isDirty) await flush();
    else {
      const next = nextFile();
      if (next) await sendPages(next);
      else if (!isTidy) isTidy = !(await connection.ask<boolean>({ op: 'tidy' }));
      else return 'idle';
      if (next) isTidy = false;
    }
    return 'worked';
  };

  const work = async (): Promise<void> => {
    while (!isStopped) {
      try {
        if ((await step()) === 'idle') break;
        trouble = { why: null, message: '' };
      } catch (error) {
        if (isStopped) break;
        if (!(error instanceof SearchTrouble)) core.log('error', 'Bug in the search index', error);
        else if (error.why === 'bug') core.log('error', `Bug in the search process: ${error.message}`);
        else core.log('info', `Search index: ${error.message}`);
        const why = error instanceof SearchTrouble ? error.why : 'bug';
        trouble = { why, message: error instanceof Error ? error.message : String(error) };
        if (why === 'broken' || why === 'gone') {
          held = null;
          isStale = why === 'broken' || isStale;
        }
        tell();
        if (why !== 'broken') await pause(why === 'gone' ? 600 : AGAIN_MS, (stop) => (wake = stop));
      }
      tell();
      await breathe();
    }
    running = null;
    tell();
  };

  const start = (): void => {
    if (!running && !isStopped) running = work();
  };

  let gathering: NodeJS.Timeout | undefined;
  const onEvent = (event: AppEvent): void => {
    if (event.type !== 'changed') return;
    for (const [table, ids] of Object.entries(event.tables))
      for (const id of ids) addAffected(core.db, dirty, table, id);
    isDirty = true;
    if (!connection.isOpen() && !running) return;
    gathering ??= setTimeout(() => {
      gathering = undefined;
      start();
    }, GATHER_MS);
  };
  const unsubscribe = core.subscribe(onEvent);

  const until = (isDone: () => boolean, signal?: AbortSignal): Promise<void> => {
    start();
    return new Promise((done, fail) => {
      if (isDone()) done();
      else waiters.push({ isDone, done, fail });
      signal?.addEventListener('abort', () => fail(signal.reason as Error), { once: true });
    });
  };

  return {
    start,
    settle: () => until(() => isSettled() || trouble.why === 'full'),
    complete: (signal) => until(isComplete, signal),
    known: () => until(() => held !== null || trouble.why !== null),
    isSettled,
    trouble: () => trouble,
    restart: () => {
      held = null;
      isStale = true;
      unreadable.clear();
      start();
    },
    held: () => held,
    noticed,
    stop: async () => {
      isStopped = true;
      unsubscribe();
      clearTimeout(gathering);
      for (const { fail } of waiters) fail(new Error('The library is being closed.'));
      waiters = [];
      wake();
      connection.close();
      await running;
    },
  };
}

/** What tells one state of the written library from another: its history, and how far it is undone. */
function markOf({ db, library }: Services): string {
  const last = db.get<{ seq: number; at: number }>('SELECT seq, at FROM history_step ORDER BY seq DESC LIMIT 1');
  const latest = db.get<{ at: number | null }>(
    'SELECT max(at) AS at FROM history_step WHERE seq > ?',
    (last?.seq ?? 0) - 50,
  );
  const undone = db.get<{ n: number }>(`SELECT count(*) AS n FROM history_step WHERE state = 'undone'`);
  return `${library.id} ${last?.seq ?? 0} ${latest?.at ?? 0} ${undone?.n ?? 0}`;
}

function chunks<T>(list: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let at = 0; at < list.length; at += size) parts.push(list.slice(at, at + size));
  return parts;
}

function merge(into: Affected, more: Affected): void {
  for (const [kind, ids] of more.items) into.items.set(kind, new Set([...(into.items.get(kind) ?? []), ...ids]));
  for (const sha256 of more.files) into.files.add(sha256);
}

/** Waits, or less where `take` is given a reason to go on. */
function pause(ms: number, take: (stop: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    timer.unref();
    take(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
