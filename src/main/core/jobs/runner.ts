// Runs jobs one after another, keeps their state in the database, and takes up again what a crash cut off.
import { v7 as newId } from 'uuid';
import { AppError } from '#shared/errors.ts';
import type { Job } from '#shared/jobs.ts';
import type { Db } from '../db/open.ts';
import { getJob, interruptedJobs } from './sql.ts';

/** A job's body, bound to its call by the router. */
export type JobBody = (input: unknown, work: JobControl) => Promise<unknown>;

export type JobControl = { signal: AbortSignal; progress(done: number, total: number, message: string): void };

export type Jobs = {
  /** Queues a job and answers its id at once. */
  start(call: string, input: unknown, body: JobBody): string;
  /** Resolves with the job when it has ended. `not_found` for an unknown id. */
  wait(id: string): Promise<Job>;
  /** False when it had already ended. */
  cancel(id: string): boolean;
  /** Runs again what was running when the program ended. Jobs are written to be safe to repeat. */
  resume(bodyOf: (call: string) => JobBody | undefined): void;
  /** True when an unfinished job's input names this source. */
  needs(source: string): boolean;
  /** Cancels everything and waits for it to end. */
  close(): Promise<void>;
};

/** Progress is written to disk at most this often. */
const PROGRESS_MS = 250;

type Running = { abort: AbortController; ended: Promise<void> };

export function makeJobs(db: Db, clock: () => number, emit: (job: Job) => void, onBug: (error: unknown) => void): Jobs {
  const running = new Map<string, Running>();
  let queue: Promise<void> = Promise.resolve();
  let isClosing = false;

  const announce = (id: string): void => {
    const job = getJob(db, id);
    if (job) emit(job);
  };

  const run = (id: string, input: unknown, body: JobBody): void => {
    const abort = new AbortController();
    let last = 0;
    const progress: JobControl['progress'] = (done, total, message) => {
      const now = clock();
      if (now - last < PROGRESS_MS && done < total) return;
      last = now;
      db.run('UPDATE job SET done = ?, total = ?, message = ? WHERE id = ?', done, total, message, id);
      announce(id);
    };
    const finish = (state: Job['state'], column: 'result' | 'error', value: unknown): void => {
      db.run(
        `UPDATE job SET state = ?, ${column} = ?, ended_at = ? WHERE id = ?`,
        state,
        JSON.stringify(value ?? null),
        clock(),
        id,
      );
      announce(id);
    };
    const work = async (): Promise<void> => {
      try {
        abort.signal.throwIfAborted();
        finish('done', 'result', await body(input, { signal: abort.signal, progress }));
      } catch (error) {
        // Closing the library is not the user's cancel: the job stays `running` and is taken up at the next open.
        if (isClosing) return;
        if (abort.signal.aborted) return finish('cancelled', 'error', { code: 'cancelled', message: 'Cancelled.' });
        if (!(error instanceof AppError)) onBug(error);
        const { code, message } =
          error instanceof AppError ? error : { code: 'internal', message: 'Something went wrong.' };
        finish('failed', 'error', { code, message });
      } finally {
        running.delete(id);
      }
    };
    queue = queue.then(work);
    running.set(id, { abort, ended: queue });
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
      found?.abort.abort();
      return found !== undefined;
    },
    resume: (bodyOf) => {
      for (const { id, call, input } of interruptedJobs(db)) {
        const body = bodyOf(call);
        if (body) run(id, input, body);
      }
    },
    needs: (source) => interruptedJobs(db).some(({ input }) => JSON.stringify(input).includes(source)),
    close: async () => {
      isClosing = true;
      for (const { abort } of running.values()) abort.abort();
      await queue;
    },
  };
}
