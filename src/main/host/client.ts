// The contract as functions over anything that answers requests: the core in this process, or a web host.
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { Client } from '#shared/contract.ts';
import { AppError, ERROR_CODES, type ErrorCode } from '#shared/errors.ts';
import type { Job, JobStarted } from '#shared/jobs.ts';

/** Answers one request: `core.handle`, or `fetch` with credentials. */
export type Send = (request: Request) => Promise<Response>;

/** A client whose calls go through `send`. It throws AppError with the core's own code and message. */
export function makeClient(send: Send, origin = 'http://core.invalid'): Client {
  const link = new RPCLink({
    url: `${origin}/rpc`,
    fetch: (request) => send(request),
    interceptors: [
      async ({ next }) => {
        try {
          return await next();
        } catch (error) {
          throw toAppError(error);
        }
      },
    ],
  });
  return createORPCClient(link) as unknown as Client;
}

/** Waits for a job and gives its result. Throws what it failed with. */
export async function finishJob<T>(client: Client, { jobId }: JobStarted): Promise<T> {
  const job: Job = await client.jobs.wait({ id: jobId });
  if (job.state === 'done') return job.result as T;
  const code = job.error?.code ?? 'internal';
  throw new AppError(isErrorCode(code) ? code : 'internal', job.error?.message ?? 'The work did not end.');
}

/** Lets local paths in and gives a source for each. Only the command line may. */
export async function admitPaths(send: Send, paths: string[], origin = 'http://core.invalid'): Promise<string[]> {
  const response = await send(
    new Request(`${origin}/admit`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ paths }),
    }),
  );
  if (!response.ok) throw await responseError(response);
  return ((await response.json()) as { sources: string[] }).sources;
}

/** The AppError an unsuccessful plain answer (`{ code, message }`) stands for. */
export async function responseError(response: Response): Promise<AppError> {
  const text = await response.text();
  try {
    const { code, message } = JSON.parse(text) as { code?: unknown; message?: unknown };
    if (isErrorCode(code) && typeof message === 'string') return new AppError(code, message);
  } catch {
    // Not JSON: the status is all there is.
  }
  const code = response.status === 404 ? 'not_found' : response.status < 500 ? 'bad_input' : 'internal';
  return new AppError(code, text.trim() || `answered with status ${response.status}`);
}

function toAppError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { code, data } = error as { code?: unknown; data?: unknown };
  if (!isErrorCode(code)) return error;
  return new AppError(code, error.message, typeof data === 'object' && data !== null ? { ...data } : {});
}

function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(ERROR_CODES, code);
}
