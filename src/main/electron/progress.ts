// Long work on the dock or taskbar: how far the running jobs are.
import { BrowserWindow } from 'electron';
import type { Job } from '#shared/jobs.ts';
import type { Libraries } from '../host/libraries.ts';
import { makeClient } from '../host/client.ts';

/** What is done of all running jobs, from 0 to 1; -1 when nothing runs; above 1 while nobody can say. */
export function progressOf(jobs: Iterable<Pick<Job, 'done' | 'total'>>): number {
  const all = [...jobs];
  if (all.length === 0) return -1;
  const total = all.reduce((sum, job) => sum + job.total, 0);
  return total === 0 ? 2 : Math.min(1, all.reduce((sum, job) => sum + job.done, 0) / total);
}

/** Follows the jobs of whatever library is open, until `ending` fires. */
export function showProgress(libraries: Libraries, ending: AbortSignal): void {
  const running = new Map<string, Job>();
  let shown = -1;
  const show = (): void => {
    const progress = progressOf(running.values());
    if (progress === shown) return;
    shown = progress;
    for (const window of BrowserWindow.getAllWindows()) window.setProgressBar(progress);
  };
  const follow = async (): Promise<void> => {
    running.clear();
    show();
    const client = makeClient((request) => libraries.handle(request, 'cli'));
    for await (const event of await client.events.subscribe({})) {
      if (ending.aborted) return;
      if (event.type !== 'job') continue;
      if (event.job.state === 'running') running.set(event.job.id, event.job);
      else running.delete(event.job.id);
      show();
    }
  };
  // The stream ends with its library; the next one brings its own.
  const start = (): void => void follow().catch(() => undefined);
  libraries.onChange(start);
  if (libraries.core) start();
}
