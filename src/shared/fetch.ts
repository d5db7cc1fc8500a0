// Fetching PDFs for offline reading: a queue of papers that have a usable link and no PDF, run only when asked.
import { z } from 'zod';
import { command, job, query } from './calls.ts';
import { Id, Nothing } from './values.ts';

/** Why a PDF could not be fetched. */
export const FetchReason = z.enum([
  'not-found',
  'no-access',
  'log-in',
  'robot-check',
  'web-page',
  'not-pdf',
  'busy',
  'server',
  'cut-off',
  'too-large',
  'too-long',
  'too-many-redirects',
  'forbidden-address',
  'no-host',
  'insecure',
  'damaged',
]);
export type FetchReason = z.infer<typeof FetchReason>;

export const FetchItem = z.object({
  id: Id,
  paperId: Id,
  title: z.string(),
  url: z.string(),
  state: z.enum(['queued', 'running', 'done', 'failed']),
  reason: FetchReason.nullable(),
  /** Names and figures for the sentence. */
  params: z.record(z.string(), z.string()),
  bytes: z.int(),
  /** Null while the server has not said. */
  total: z.int().nullable(),
});
export type FetchItem = z.infer<typeof FetchItem>;

export const fetch = {
  /** The queue, in the order in which it runs. */
  list: query(z.object({}), z.array(FetchItem)),
  /** Papers that could be fetched and are not queued: the address, and the host it is at. */
  candidates: query(
    z.object({}),
    z.array(z.object({ paperId: Id, title: z.string(), url: z.string(), host: z.string() })),
  ),
  /** Queues papers; those without a usable address or with a PDF are passed over. A failed one is tried anew. */
  add: command(z.object({ paperIds: z.array(Id).min(1).max(1000) }), z.object({ queued: z.int() })),
  remove: command(z.object({ ids: z.array(Id).min(1) }), Nothing),
  /** Fetches what is queued, at most 100 papers, one after the other for each host. Goes to the network. */
  run: job(z.object({}), z.object({ fetched: z.int(), failed: z.int() })),
};
