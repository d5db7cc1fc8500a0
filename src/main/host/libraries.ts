// The one open library of a host, as something that can change under its windows: another library, a restored backup, or
// none at all because it is damaged, while its backups are offered. Answers `/libraries…` itself, all else by the core.
import { basename, join } from 'node:path';
import { AppError, ERROR_CODES } from '#shared/errors.ts';
import type { LibrariesState } from '#shared/libraries.ts';
import type { Core } from '../core/core.ts';
import type { Caller, Log } from '../core/kinds.ts';
import { listBackups, readManifest, restoreLibrary, type Address } from '../core/library/index.ts';
import type { Recents } from './recents.ts';

type Languages = { primary: string; secondary: string };
/** How a library is opened; throws AppError as `openCore` does. */
export type OpenOne = (dir: string, how: { create?: Languages; readOnly?: boolean; sample?: boolean }) => Promise<Core>;

export type Libraries = {
  /** The open library; null in recovery. */
  readonly core: Core | null;
  /** Answers every request of a window or the command line. */
  handle(request: Request, caller: Caller): Promise<Response>;
  /** Opens another library in place of this one, which stays open when that fails. Throws AppError. */
  open(dir: string, create?: Languages): Promise<void>;
  recents: Recents;
  /** How the command line reaches whatever is open, now and later. */
  announce(address: Address): void;
  /** Called after every change of what is open. */
  onChange(listener: () => void): void;
  close(): Promise<void>;
};

type Options = {
  open: OpenOne;
  recents: Recents;
  /** Folder that holds backups outside the libraries' own folders, by library id. */
  outside: string;
  log: Log;
  clock?: () => number;
};

/** Problems of a library that its backups may mend. */
const MENDABLE = new Set(['damaged', 'newer']);

/**
 * Opens the library in `dir` first. A damaged one, or one of a newer program, opens as a recovery: nothing but the
 * choice of what to do. Throws what else can go wrong.
 */
export async function openLibraries(dir: string, sample: boolean, options: Options): Promise<Libraries> {
  const { open, recents, log, clock = Date.now } = options;
  const listeners: (() => void)[] = [];
  let at = dir;
  let core: Core | null = null;
  let problem: AppError | null = null;
  let address: Address | null = null;
  /** Changes come one after the other. */
  let turn: Promise<unknown> = Promise.resolve();

  const take = (next: Core): void => {
    core = next;
    problem = null;
    at = next.libraryDir;
    recents.add(at);
    if (address) next.announce(address);
    for (const listener of listeners) listener();
  };
  const openOrRecover = async (how: Parameters<OpenOne>[1]): Promise<void> => {
    try {
      take(await open(at, how));
    } catch (error) {
      if (!(error instanceof AppError) || !MENDABLE.has(error.code)) throw error;
      log('warn', error.message);
      problem = error;
    }
  };
  await openOrRecover({ sample });

  const inTurn = <T>(f: () => Promise<T>): Promise<T> => {
    const next = turn.then(f);
    turn = next.catch(() => undefined);
    return next;
  };
  const leave = async (): Promise<void> => {
    const former = core;
    core = null;
    await former?.close();
  };
  const switchTo = (next: string, create?: Languages): Promise<void> =>
    inTurn(async () => {
      if (core?.libraryDir === next) return;
      const opened = await open(next, create ? { create } : {});
      // The very folder may have been named in another way.
      await leave();
      take(opened);
    });
  /** What stands where: the folder of this library's copies outside, known by the id in its manifest. */
  const outsideDir = (): string | null => {
    const id = core?.libraryId ?? idOf(at);
    return id === null ? null : join(options.outside, id);
  };
  const restore = (name: string): Promise<void> =>
    inTurn(async () => {
      const outside = outsideDir();
      await leave();
      try {
        restoreLibrary(at, name, outside, clock());
      } finally {
        await openOrRecover({});
      }
    });
  const readOnly = (): Promise<void> =>
    inTurn(async () => {
      const opened = await open(at, { readOnly: true });
      await leave();
      take(opened);
    });

  const state = (): LibrariesState => ({
    current: core ? { id: core.libraryId, name: basename(core.libraryDir) } : null,
    problem: problem && {
      code: problem.code,
      message: problem.message,
      name: basename(at),
      backups: listBackups(at, outsideDir()).map(({ file: _file, ...backup }) => backup),
    },
    recents: recents.list().filter((one) => !core || recents.find(one.ticket) !== core.libraryDir),
  });

  const acts: Record<string, (body: Record<string, unknown>) => Promise<void>> = {
    open: ({ ticket }) => {
      const found = typeof ticket === 'string' ? recents.find(ticket) : undefined;
      if (!found) throw new AppError('not_found', 'This library is no longer on the list.');
      return switchTo(found);
    },
    restore: ({ name }) => restore(String(name)),
    'read-only': readOnly,
  };

  const answer = async (request: Request, verb: string): Promise<Response> => {
    try {
      if (request.method === 'GET' && verb === '') return Response.json(state());
      const act = request.method === 'POST' && Object.hasOwn(acts, verb) ? acts[verb] : undefined;
      if (!act) return new Response(null, { status: 404 });
      const body: unknown = await request.json().catch(() => null);
      await act(typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {});
      return Response.json(state());
    } catch (error) {
      return problemResponse(error, log);
    }
  };

  return {
    get core() {
      return core;
    },
    handle: async (request, caller) => {
      const found = /^\/libraries(?:\/([a-z-]+))?$/.exec(new URL(request.url).pathname);
      if (found) return answer(request, found[1] ?? '');
      if (core) return core.handle(request, caller);
      return problem ? problemResponse(problem, log) : new Response('The library is closed', { status: 503 });
    },
    open: switchTo,
    recents,
    announce: (given) => {
      address = given;
      core?.announce(given);
    },
    onChange: (listener) => void listeners.push(listener),
    close: () => inTurn(leave),
  };
}

/** In the words of a call's error, so that the window's client understands it. */
function problemResponse(error: unknown, log: Log): Response {
  const known = error instanceof AppError ? error : null;
  if (!known) log('error', 'Bug while changing the library', error);
  const code = known?.code ?? 'internal';
  const message = known?.message ?? 'Something went wrong in Glossa. It was logged.';
  const { status } = ERROR_CODES[code];
  return Response.json({ code, message, json: { defined: false, code, status, message, data: {} } }, { status });
}

function idOf(dir: string): string | null {
  try {
    return readManifest(dir)?.id ?? null;
  } catch {
    return null;
  }
}
