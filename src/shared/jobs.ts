// Jobs: long work on files, with progress. A job cut off by a crash is taken up again at the next open.
import { z } from 'zod';
import { command, query } from './calls.ts';
import { Id, Time } from './values.ts';

export const Job = z.object({
  id: Id,
  /** The call it came from, e.g. `files.import`. */
  call: z.string(),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  done: z.int(),
  total: z.int(),
  /** What it is at now: a file's name, as a rule. */
  message: z.string(),
  /** The job's output when done; its shape is the call's output in the contract. */
  result: z.unknown(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  startedAt: Time,
  endedAt: Time.nullable(),
});
export type Job = z.infer<typeof Job>;

/** What a job call answers at once. */
export const JobStarted = z.object({ jobId: Id });
export type JobStarted = z.infer<typeof JobStarted>;

export const jobs = {
  /** The latest first; at most 50. */
  list: query(z.object({}), z.array(Job)),
  get: query(z.object({ id: Id }), Job),
  /** Answers when the job has ended. */
  wait: query(z.object({ id: Id }), Job),
  cancel: command(z.object({ id: Id }), z.object({ cancelled: z.boolean() })),
};
