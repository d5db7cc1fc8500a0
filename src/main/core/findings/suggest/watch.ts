// Notices that a finding of a survey and a PDF of its paper have come together, and has the one looked for in the other.
import type { Services } from '../../kinds.ts';
import { isPending } from './look.ts';

/** Changes of these tables can bring a finding and a file together. */
const TELLING = ['finding', 'paper_file', 'paper', 'file'];
/** An import writes file after file: it is looked once it has paused. */
const PAUSE_MS = 300;

/** Watches from now on, and looks for what the last run left. `start` begins the job. */
export function watchArrivals(core: Services, start: () => void): void {
  let timer: NodeJS.Timeout | undefined;
  const consider = (): void => {
    timer = undefined;
    const isLooking = core.db.get(`SELECT 1 FROM job WHERE call = 'findings.look' AND state = 'running'`);
    if (!isLooking && isPending(core.db)) start();
  };
  const soon = (): void => {
    timer ??= setTimeout(consider, PAUSE_MS);
  };
  const stop = core.subscribe((event) => {
    if (event.type === 'changed' && TELLING.some((table) => event.tables[table])) soon();
    // What came while it was looking. One that failed or was cancelled waits for the next change.
    if (event.type === 'job' && event.job.call === 'findings.look' && event.job.state === 'done') soon();
  });
  core.closing.addEventListener('abort', () => {
    stop();
    clearTimeout(timer);
  });
  soon();
}
