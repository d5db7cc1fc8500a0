// How a call of the contract is declared. Four kinds, told apart by type; the core holds each to its rules.
import type { z } from 'zod';

/**
 * - `query` reads; it may run at any time and change nothing.
 * - `command` writes: synchronous, one transaction, one undo step, one `changed` event.
 * - `job` is long work on files: answered at once with a job id, reports progress, can be cancelled.
 * - `stream` answers with events until the caller leaves. There is exactly one a window (HTTP/1.1 allows six connections).
 */
export type Kind = 'query' | 'command' | 'job' | 'stream';

/** One call: what it takes and what it gives (for a job: what the finished job gives). */
export type Call<K extends Kind = Kind, I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  kind: K;
  input: I;
  output: O;
};

/** Declares a reading call. */
export const query = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Call<'query', I, O> => ({
  kind: 'query',
  input,
  output,
});

/** Declares a writing call. */
export const command = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Call<'command', I, O> => ({
  kind: 'command',
  input,
  output,
});

/** Declares long work; `output` is what the job yields when done, read by `jobs.wait`. */
export const job = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Call<'job', I, O> => ({
  kind: 'job',
  input,
  output,
});

/** Declares an event stream; `output` is one event. */
export const stream = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Call<'stream', I, O> => ({
  kind: 'stream',
  input,
  output,
});

/** The calls of one room, by verb. */
export type Room = Record<string, Call>;
