// What a room's calls.ts is written against: what handlers receive, and the rules of each kind of call, held by type.
import type { z } from 'zod';
import type { Call } from '#shared/calls.ts';
import type { AppEvent } from '#shared/events.ts';
import type { StepLabel } from '#shared/history.ts';
import type { Place } from '#shared/values.ts';
import type { Db } from './db/open.ts';
import type { Cache } from './files/cache.ts';
import type { Spawn } from './files/extract/spawn.ts';
import type { Store } from './files/store.ts';
import type { Jobs } from './jobs/runner.ts';
import type { Sources } from './files/sources.ts';
import type { Search } from './search/types.ts';

/** Reading half of the database: all a query, and a room's sql.ts, may use. */
export type Reader = Pick<Db, 'all' | 'get'>;

export type Log = (level: 'info' | 'warn' | 'error', message: string, error?: unknown) => void;

/** Who calls: a window may not name paths of the machine, the command line may. */
export type Caller = 'window' | 'cli';

/** What every handler can reach. */
export type Services = {
  readonly db: Reader;
  readonly library: {
    readonly id: string;
    readonly dir: string;
    /** BCP 47. */
    readonly primary: string;
    readonly secondary: string;
    readonly createdAt: number;
    /** Where what can be made again is kept: beside the library, or elsewhere when that may only be read. */
    readonly cacheDir: string;
    /** Nothing may be written. */
    readonly isReadOnly: boolean;
    /** Folder of this library's backups outside its own; null for none. */
    readonly outsideDir: string | null;
  };
  readonly store: Store;
  readonly cache: Cache;
  readonly sources: Sources;
  readonly jobs: Jobs;
  readonly spawn: Spawn;
  readonly search: Search;
  readonly log: Log;
  /** Epoch ms. */
  readonly clock: () => number;
  /** Fires when the library is being closed: what waits or works must end. */
  readonly closing: AbortSignal;
  /** Listens to everything that happens; returns the way to stop. */
  subscribe(listener: (event: AppEvent) => void): () => void;
};

/** A row as stored: column name to value. JSON columns hold their text. */
export type Row = Record<string, string | number | null>;

/** How a step shows in the Undo menu, where undo leads, and what it joins with. */
export type StepInfo = {
  /** A few words of what it is about. */
  subject?: string;
  place?: Place;
  /** Steps of one key within ten seconds of each other are one (typing). */
  joins?: string;
};

/** An open transaction: the only way user content is written. */
export type Tx = Services & {
  /** Time of the whole transaction, epoch ms. */
  readonly now: number;
  /** A new uuid v7. */
  newId(): string;
  /** The row as it is now. */
  row(table: string, id: string): Row | undefined;
  /** Writes the whole row, or removes it (null), and records before and after. */
  put(table: string, id: string, row: Row | null): void;
  /** Changes some columns of an existing row. `not_found` when there is none. */
  patch(table: string, id: string, columns: Row): void;
  /** Names this transaction's undo step. Without it a transaction that wrote anything is rolled back as a bug. */
  step(label: StepLabel, info?: StepInfo): void;
  /** For what is outside history: settings, content-addressed bytes, jobs. */
  readonly outside: Pick<Db, 'run'> & {
    /** Lets the windows know of a row written outside history. */
    changed(table: string, id: string): void;
  };
  /** Steps back or forward through history; null when there is nothing. */
  travel(direction: 'undo' | 'redo'): { label: StepLabel; seq: number } | null;
};

/** What a job's handler holds: progress, a signal, and transactions of its own. */
export type Work = Services & {
  readonly signal: AbortSignal;
  progress(done: number, total: number, message: string): void;
  /** To be done once the job's end is on disk, however it ended; not done when the job will be taken up again. */
  afterwards(f: () => void): void;
  write<T>(f: (tx: Tx) => T): T;
};

/** A command's answer: never a promise, so that an async command does not compile. */
type Sync<T> = T & { then?: never };

type Handler<C> =
  C extends Call<infer K, infer I, infer O>
    ? K extends 'query'
      ? (core: Services, input: z.output<I>) => z.input<O> | Promise<z.input<O>>
      : K extends 'command'
        ? (tx: Tx, input: z.output<I>) => Sync<z.input<O>>
        : K extends 'job'
          ? (work: Work, input: z.output<I>) => Promise<z.input<O>>
          : (core: Services, input: z.output<I>, signal: AbortSignal | undefined) => AsyncIterable<z.input<O>>
    : never;

/** One handler for every call of a room's contract, each by the rules of its kind. */
export type Handlers<R> = { [V in keyof R]: Handler<R[V]> };
