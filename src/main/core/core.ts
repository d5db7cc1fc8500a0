// The program: opens a library and answers every request about it. Knows nothing of who calls.
import { join } from 'node:path';
import { RPCHandler } from '@orpc/server/fetch';
import { AppError, ERROR_CODES } from '#shared/errors.ts';
import type { AppEvent } from '#shared/events.ts';
import { newVersions } from './annotations/index.ts';
import { openCache } from './files/cache.ts';
import type { Spawn } from './files/extract/spawn.ts';
import { makeSources } from './files/sources.ts';
import { makeStore } from './files/store.ts';
import { watchArrivals } from './findings/index.ts';
import { readTables, runWrite } from './history/index.ts';
import { handleBytes } from './bytes.ts';
import { makeJobs } from './jobs/index.ts';
import type { Caller, Log, Services, Tx } from './kinds.ts';
import {
  countCommit,
  countRows,
  keepBackups,
  openLibrary,
  readCommit,
  writeManifest,
  type Address,
  type Languages,
  type OpenLibrary,
} from './library/index.ts';
import { makeSearch } from './search/index.ts';
import { jobBody, makeRouter, type Engine } from './router.ts';

export type CoreOptions = {
  libraryDir: string;
  /** Starts the extractor child; each host has its own way. */
  spawn: Spawn;
  /** Make the library, with these languages, where there is none. */
  create?: Languages;
  /** Open for reading alone, whatever the folder allows. */
  readOnly?: boolean;
  /** Keep hourly backups while open; the newest also under this folder, by library id. */
  backups?: { outside: string };
  log?: Log;
  /** Epoch ms. */
  clock?: () => number;
  /** When the full-text index is looked after: always (the default), or only from the first search on. */
  indexing?: 'background' | 'on demand';
};

export type Core = {
  readonly libraryId: string;
  readonly libraryDir: string;
  /** True when this opening made the library. */
  readonly isNew: boolean;
  /** Answers `/rpc/*`, `/file/*`, `/text/*`, `/words/*`, `/thumb/*`, `/survey/*`, `/upload`, `/admit`. Never throws. */
  handle(request: Request, caller?: Caller): Promise<Response>;
  /** Lets local paths in: a ticket for each, to pass as a `source`. */
  admit(paths: string[]): string[];
  /** Where a stored PDF is; null when it is not there. For the host's own use: no window ever learns a path. */
  fileOf(sha256: string): string | null;
  /** Makes a backup now, unless nothing was written since the last one or none are kept. Its name. */
  backUp(): Promise<string | null>;
  /** Says how the process that holds the library can be reached. */
  announce(address: Address): void;
  /** What was done so far can no longer be taken back: a sample library begins with nothing to undo. */
  seal(): void;
  /** Ends jobs, writes the manifest, closes the database, frees the lock. */
  close(): Promise<void>;
};

const MANIFEST_DELAY_MS = 1000;
/** From opening to the first look at the index. */
const INDEX_DELAY_MS = 1500;

const quiet: Log = (level, message, error) => {
  if (level !== 'info') console.error(message, error ?? '');
};

/** Opens the library in `libraryDir`. Throws as {@link openLibrary} does. */
export async function openCore(options: CoreOptions): Promise<Core> {
  const opened = await openLibrary(options.libraryDir, (options.clock ?? Date.now)(), options.create, options.readOnly);
  try {
    return start(opened, options);
  } catch (error) {
    opened.db.close();
    opened.lock.release();
    throw error;
  }
}

function start(opened: OpenLibrary, options: CoreOptions): Core {
  const { dir, scratch, db, lock, manifest, isNew, isReadOnly } = opened;
  const { log = quiet, clock = Date.now, spawn } = options;
  const listeners = new Set<(event: AppEvent) => void>();
  const emit = (event: AppEvent): void => listeners.forEach((listener) => listener(event));
  const tables = readTables(db);
  const cache = openCache(scratch);
  const outsideDir = options.backups ? join(options.backups.outside, manifest.id) : null;
  const ending = new AbortController();

  const services: Services = {
    get search() {
      return search;
    },
    db,
    library: {
      id: manifest.id,
      dir,
      primary: manifest.primary,
      secondary: manifest.secondary,
      createdAt: manifest.createdAt,
      cacheDir: join(scratch, 'cache'),
      isReadOnly,
      outsideDir,
    },
    store: makeStore(dir, isReadOnly),
    cache,
    sources: makeSources(scratch),
    jobs: makeJobs(
      db,
      clock,
      (job) => emit({ type: 'job', job }),
      (error) => log('error', 'Bug in a job', error),
    ),
    spawn,
    log,
    clock,
    closing: ending.signal,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  const search = makeSearch(services, emit);
  // A command line that is done in a moment starts no index.
  const indexing = setTimeout(search.start, INDEX_DELAY_MS).unref();
  if (options.indexing === 'on demand') clearTimeout(indexing);

  const saveManifest = (): void => {
    if (isReadOnly) return;
    writeManifest(dir, { ...manifest, counts: countRows(db), commit: readCommit(db) });
  };
  let manifestTimer: NodeJS.Timeout | undefined;

  const write = <T>(f: (tx: Tx) => T): T => {
    const { value, changes } = runWrite(db, tables, services, (tx) => {
      countCommit(db);
      return f(tx);
    });
    if (changes.size > 0) {
      const named = Object.fromEntries([...changes].map(([table, ids]) => [table, [...ids]]));
      emit({ type: 'changed', seq: readCommit(db), tables: named });
    }
    manifestTimer ??= setTimeout(() => {
      manifestTimer = undefined;
      attempt('The manifest could not be written', saveManifest);
    }, MANIFEST_DELAY_MS);
    return value;
  };

  /** What must not take the program down: a full disk under the manifest costs nothing that is acknowledged. */
  const attempt = (message: string, f: () => void): void => {
    try {
      f();
    } catch (error) {
      log('warn', message, error);
    }
  };

  const keeper =
    options.backups && !isReadOnly
      ? keepBackups({ db, dir, outsideDir, commit: () => readCommit(db), clock, log })
      : null;
  const engine: Engine = { services, write, log };
  const rpc = new RPCHandler(makeRouter(engine));
  services.sources.keepOnly(services.jobs.needed());
  if (!isReadOnly) {
    services.jobs.resume((call) => jobBody(engine, call));
    watchArrivals(services, () => {
      const body = jobBody(engine, 'findings.look');
      if (body) services.jobs.start('findings.look', {}, body);
    });
    // A paper that got another version of its file keeps its marks: they are looked for in it.
    services.subscribe((event) => {
      const ids = event.type === 'changed' ? event.tables['paper_file'] : undefined;
      for (const input of ids ? newVersions(db, ids) : []) {
        const body = jobBody(engine, 'annotations.reanchor');
        if (body) services.jobs.start('annotations.reanchor', input, body);
      }
    });
  }

  const close = async (): Promise<void> => {
    ending.abort();
    clearTimeout(indexing);
    await search.close();
    await services.jobs.close();
    await keeper?.close();
    clearTimeout(manifestTimer);
    // Each whatever became of the others: the lock must be free in the end.
    attempt('The manifest could not be written', saveManifest);
    attempt('Uploads could not be cleared away', () => services.sources.keepOnly(services.jobs.needed()));
    attempt('The cache could not be closed', cache.close);
    attempt('The log could not be folded into the database', () => db.exec('PRAGMA wal_checkpoint(TRUNCATE)'));
    attempt('The database could not be closed', db.close);
    lock.release();
  };
  let closing: Promise<void> | undefined;
  const isClosed = (): Response => new Response('The library is closed', { status: 503 });

  return {
    libraryId: manifest.id,
    libraryDir: dir,
    isNew,
    handle: async (request, caller = 'window') => {
      if (closing) return isClosed();
      try {
        const bytes = await handleBytes(services, request, caller);
        if (bytes) return bytes;
        const { matched, response } = await rpc.handle(request, { prefix: '/rpc', context: {} });
        return matched ? response : new Response('Not found', { status: 404 });
      } catch (error) {
        return ending.signal.aborted ? isClosed() : asResponse(error, request.url, log);
      }
    },
    admit: services.sources.admit,
    backUp: () => keeper?.backUp() ?? Promise.resolve(null),
    fileOf: (sha256) => (services.store.has(sha256) ? services.store.pathOf(sha256) : null),
    announce: lock.announce,
    seal: () => void db.run(`UPDATE history_step SET state = 'left', joins = NULL`),
    close: () => (closing ??= close()),
  };
}

/** What went wrong while bytes were served, by the rules of a call: a code and a message, a bug logged and masked. */
function asResponse(error: unknown, url: string, log: Log): Response {
  if (error instanceof AppError) {
    const { code, message } = error;
    return Response.json({ code, message }, { status: ERROR_CODES[code].status });
  }
  log('error', `Bug in ${new URL(url).pathname}`, error);
  return Response.json(
    { code: 'internal', message: 'Something went wrong in Glossa. It was logged.' },
    { status: 500 },
  );
}
