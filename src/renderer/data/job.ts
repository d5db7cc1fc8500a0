// Long work: starts a job of the contract, reports its progress, and waits for what it yields.
import type { Job } from '#shared/jobs.ts';
import type { JobStarted } from '#shared/jobs.ts';
import { AppError, type ErrorCode, ERROR_CODES } from '#shared/errors.ts';
import type { InputAt, OutputAt, RoomName, VerbOf } from './calls.ts';
import { callByName, client } from './client.ts';
import { onJob } from './events.ts';
import { toAppError } from './problems.ts';

/** Starts `room.verb` and resolves with its output when done. Rejects with an AppError when it failed or was cancelled. */
export async function runJob<R extends RoomName, V extends VerbOf<R, 'job'>>(
  room: R,
  verb: V,
  input: InputAt<R, V>,
  onProgress?: (job: Job) => void,
): Promise<OutputAt<R, V>> {
  const { jobId } = (await callByName(room, verb, input)) as JobStarted;
  const stop = onJob((job) => {
    if (job.id === jobId) onProgress?.(job);
  });
  try {
    return finished(await waited(jobId)) as OutputAt<R, V>;
  } finally {
    stop();
  }
}

/** Waits for the end, through pauses of the connection: the job itself goes on without us. */
async function waited(id: string): Promise<Job> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const job = await client.jobs.wait({ id });
      if (job.state !== 'running') return job;
    } catch (thrown) {
      const error = toAppError(thrown);
      if (error.details['unreachable'] !== true || attempt >= 20) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

function finished(job: Job): unknown {
  if (job.state === 'done') return job.result;
  if (job.state === 'cancelled') throw new AppError('cancelled', 'cancelled');
  const code = job.error?.code ?? 'internal';
  throw new AppError(Object.hasOwn(ERROR_CODES, code) ? (code as ErrorCode) : 'internal', job.error?.message ?? '');
}
