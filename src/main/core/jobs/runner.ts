// Runs jobs one after another, keeps their state in the database, and takes up again what a crash cut off.
import { v7 as newId } from 'uuid';
import { AppError } from '#shared/errors.ts';
import type { Job } from '#shared/jobs.ts';
import type { Db } from '../db/open.ts';
import { getJob, interruptedJobs, pruneJobs } from './sql.ts';

/** A job's body, bound to its call by the router. */
export type JobBody = (input: unknown, work: JobControl) => Promise<unknown>;

export type JobControl = {
  signal: AbortSignal;
  progress(done: number, total: number, message: string): void;
  /** To be done once the job's end is on disk, however it ended; not done when the job will be taken up again. */
  afterwards(f: () => void): void;
};

export type Jobs = {
  /** Queues a job and answers its id at once. */
  start(call: string, input: unknown, body: JobBody): string;
  /** Resolves with the job when it has ended. `not_found` for an unknown id. */
  wait(id: string): Promise<Job>;
  /** False when it had already ended. A cancelled job is not taken up again, whatever happens next. */
  cancel(id: string): boolean;
  /** Runs again what was running when the program ended. Jobs are written to be safe to repeat. */
  resume(bodyOf: (call: string) => JobBody | undefined): void;
  /** Every text in the inputs of unfinished jobs: the sources they still need are among them. */
  needed(): Set<string>;
  /** Stops everything, to be taken up at the next open, and waits for it to stop. */
  close(): Promise<void>;
};

/** Progress is written to disk at most this often. */
const PROGRESS_MS = 250;

const CANCELLED = { code: 'cancelled', message: 'Cancelled.' };
/** Why a job's signal fires when the library is closed: not the user's cancel, so the job stays `running`. */
const CLOSING = new Error('The library is being closed.');

type Running = { abort: AbortController; ended: Promise<void> };

export function makeJobs(db: Db, clock: () => number, emit: (job: Job) => void, onBug: (error: unknown) => void): Jobs {
  const running = new Map<string, Running>();
  let queue: Promise<void> = Promise.resolve();
  pruneJobs(db);

  const announce = (id: string): void => {
    const job = getJob(db, id);
    if (job) emit(job);
  };

  const finish = (id: string, state: Job['state'], column: 'result' | 'error', value: unknown): void => {
    db.run(
      `UPDATE job SET state = ?, ${column} = ?, ended_at = ? WHERE id = ?`,
      state,
      JSON.stringify(value ?? null),
      clock(),
      id,
    );
    announce(id);
  };

  const fail = (id: string, error: unknown): void => {
    if (!(error instanceof AppError)) onBug(error);
    const { code, message } =
      error instanceof AppError ? error : { code: 'internal', message: 'Something went wrong. It was logged.' };
    finish(id, 'failed', 'error', { code, message });
  };

  const run = (id: string, input: unknown, body: JobBody): void => {
    const abort = new AbortController();
    const { signal } = abort;
    const after: (() => void)[] = [];
    let last = -Infinity;
    const progress: JobControl['progress'] = (done, total, message) => {
      const now = clock();
      if (Math.abs(now - last) < PROGRESS_MS && done < total) return;
      last = now;
      db.run('UPDATE job SET done = ?, total = ?, message = ? WHERE id = ?', done, total, message, id);
      announce(id);
    };
    const work = async (): Promise<void> => {
      try {
        signal.throwIfAborted();
        const result = await body(input, { signal, progress, afterwards: (f) => void after.push(f) });
        // The user was already told that it is cancelled.
        if (!signal.aborted || signal.reason === CLOSING) finish(id, 'done', 'result', result);
      } catch (error) {
        if (signal.reason === CLOSING) return;
        if (!signal.aborted) fail(id, error);
      }
      for (const f of after) f();
    };
    // One job that cannot even write down its end must not keep the next from running.
    const ended = queue
      .then(work)
      .catch(onBug)
      .finally(() => running.delete(id));
    queue = ended;
    running.set(id, { abort, ended });
  };

  return {
    start: (call, input, body) => {
      const id = newId();
      db.run(
        `INSERT INTO job VALUES (?, ?, ?, 'running', 0, 0, '', NULL, NULL, ?, NULL)`,
        id,
        call,
        JSON.stringify(input),
        clock(),
      );
      run(id, input, body);
      announce(id);
      return id;
    },
    wait: async (id) => {
      await running.get(id)?.ended;
      const job = getJob(db, id);
      if (!job) throw new AppError('not_found', 'There is no such job.');
      return job;
    },
    cancel: (id) => {
      const found = running.get(id);
      if (!found || found.abort.signal.aborted) return false;
      finish(id, 'cancelled', 'error', CANCELLED);
      found.abort.abort();
      return true;
    },
    resume: (bodyOf) => {
      for (const { id, call, input } of interruptedJobs(db)) {
        const body = bodyOf(call);
        if (body) run(id, input, body);
        else fail(id, new AppError('conflict', `This Glossa has no job ${call}. Start it again.`));
      }
    },
    needed: () => new Set(interruptedJobs(db).flatMap(({ input }) => textsIn(input))),
    close: async () => {
      for (const { abort } of running.values()) abort.abort(CLOSING);
      await queue;
    },
  };
}

/** Every string in a JSON value. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
