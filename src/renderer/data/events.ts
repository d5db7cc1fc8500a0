// The window's one event stream: tells the cache what changed and the job list how far it is; comes back by itself.
import type { AppEvent } from '#shared/events.ts';
import type { Job } from '#shared/jobs.ts';
import { client } from './client.ts';
import { setConnection } from './connection.ts';
import { invalidateAll } from './freshness.ts';
import { problemCode } from './problems.ts';
import { queryClient } from './query-client.ts';
import { renewal } from './renewal.ts';

const jobListeners = new Set<(job: Job) => void>();

/** Hears the progress of every job; returns the way to stop. */
export function onJob(listener: (job: Job) => void): () => void {
  jobListeners.add(listener);
  return () => jobListeners.delete(listener);
}

/** Wait before the n-th new attempt (0-based), in milliseconds: quick at first, never more than 10 s. */
export const retryDelayMs = (attempt: number): number => Math.min(10_000, 300 * 2 ** attempt);

/** Listens until `signal` aborts. */
export async function listen(signal: AbortSignal): Promise<void> {
  let wasConnected = false;
  let isStranger = false;
  let libraryId: string | null = null;
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    try {
      for await (const event of await client.events.subscribe({}, { signal })) {
        if (event.type === 'hello') {
          // Another library was opened in another window: nothing shown here is of it.
          if (libraryId !== null && libraryId !== event.libraryId) window.location.replace('/#/library');
          if (libraryId !== null && libraryId !== event.libraryId) window.location.reload();
          libraryId = event.libraryId;
          // Whatever happened while nobody listened is unknown.
          if (wasConnected || attempt > 0) void invalidateAll();
          wasConnected = true;
          isStranger = false;
          attempt = 0;
          setConnection('connected');
        } else take(event);
      }
    } catch (thrown) {
      // Nothing is lost: the next `hello` renews everything. The banner tells the user meanwhile.
      isStranger = problemCode(thrown) === 'unauthorized';
    }
    if (signal.aborted) return;
    if (isStranger) setConnection('stranger');
    else if (wasConnected || attempt > 1) setConnection('lost');
    await pause(retryDelayMs(attempt), signal);
  }
}

function take(event: Exclude<AppEvent, { type: 'hello' }>): void {
  if (event.type === 'changed') {
    renewal.changed(Object.keys(event.tables));
    return;
  }
  if (event.type === 'indexed') {
    void queryClient.invalidateQueries({
      predicate: ({ queryKey }) => queryKey[0] === 'search' && queryKey[1] !== 'saved',
    });
    return;
  }
  queryClient.setQueryData<Job[]>(['jobs', 'list', {}], (jobs) =>
    jobs ? [event.job, ...jobs.filter((job) => job.id !== event.job.id)].slice(0, 50) : jobs,
  );
  for (const listener of jobListeners) listener(event.job);
}

function pause(delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, delayMs);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
