// The window's one client of the core: the contract over fetch, on the page's own origin, on every host.
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { Client } from '#shared/contract.ts';
import { toAppError } from './problems.ts';

/** A caller may leave early. */
export type CallOptions = { signal?: AbortSignal };

const link = new RPCLink({
  url: () => new URL('/rpc', window.location.href).href,
  interceptors: [
    async ({ next }) => {
      try {
        return await next();
      } catch (thrown) {
        throw toAppError(thrown);
      }
    },
  ],
});

/** Every call of the contract. Rejects with an AppError. */
export const client = createORPCClient(link) as unknown as Client<CallOptions>;

type Caller = (input: unknown, options?: CallOptions) => Promise<unknown>;

/** Calls `room.verb` by name; the typed doors are `useRead`, `useWrite` and `runJob`. */
export function callByName(room: string, verb: string, input: unknown, options?: CallOptions): Promise<unknown> {
  const call = (client as unknown as Record<string, Record<string, Caller>>)[room]?.[verb];
  if (!call) throw toAppError(new Error(`No call ${room}.${verb}`));
  return call(input, options);
}
