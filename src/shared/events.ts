// Events: the one stream each window listens to.
import { z } from 'zod';
import { stream } from './calls.ts';
import { Job } from './jobs.ts';

/**
 * `changed` names the rows written by one transaction, by table; `job` tells of a job's progress;
 * `indexed` that the index of search has grown.
 */
export const AppEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), libraryId: z.string() }),
  z.object({ type: z.literal('changed'), seq: z.int(), tables: z.record(z.string(), z.array(z.string())) }),
  z.object({ type: z.literal('job'), job: Job }),
  z.object({ type: z.literal('indexed') }),
]);
export type AppEvent = z.infer<typeof AppEvent>;

export const events = {
  /** Starts with `hello`; then everything that happens, until the caller leaves. */
  subscribe: stream(z.object({}), AppEvent),
};
