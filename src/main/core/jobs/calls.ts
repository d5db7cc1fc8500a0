// Calls of the jobs room.
import { AppError } from '#shared/errors.ts';
import type { jobs } from '#shared/jobs.ts';
import type { Handlers } from '../kinds.ts';
import { getJob, listJobs } from './sql.ts';

export const jobsCalls: Handlers<typeof jobs> = {
  list: ({ db }) => listJobs(db),
  get: ({ db }, { id }) => {
    const job = getJob(db, id);
    if (!job) throw new AppError('not_found', 'There is no such job.');
    return job;
  },
  wait: (core, { id }) => core.jobs.wait(id),
  cancel: (tx, { id }) => ({ cancelled: tx.jobs.cancel(id) }),
};
