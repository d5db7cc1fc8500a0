// Gets at the library: opens it here, or talks to the running host that holds it: over loopback, or by a private socket.
import { AppError } from '#shared/errors.ts';
import { openCore } from '../core/core.ts';
import { makeClient, type Send } from '../host/client.ts';
import { holderOf, type Holder } from '../host/holder.ts';
import { stderrLog } from '../host/log.ts';
import { nodeSpawn } from '../host/node-spawn.ts';
import { sendThrough } from '../host/socket-send.ts';
import type { Library } from './verb.ts';

/**
 * Opens the library in `dir`, does the work, and closes it again.
 * Throws as {@link openCore} does; `busy` when another process holds it and does not answer.
 */
export async function withLibrary<T>(dir: string, built: string, work: (library: Library) => Promise<T>): Promise<T> {
  const core = await openOrNull(dir, built);
  if (!('handle' in core)) return work(core);
  const send: Send = (request) => core.handle(request, 'cli');
  try {
    return await work({ client: makeClient(send), send, origin: 'http://core.invalid' });
  } finally {
    await core.close();
  }
}

async function openOrNull(dir: string, built: string) {
  try {
    return await openCore({ libraryDir: dir, spawn: nodeSpawn(built), log: stderrLog });
  } catch (error) {
    const library = await reachHolder(error);
    if (library) return library;
    throw error;
  }
}

/** The library as the program that holds it gives it, for the `busy` error of an opening; null for any other error. */
export async function reachHolder(error: unknown): Promise<Library | null> {
  const holder = holderOf(error);
  return holder && reach(holder);
}

/** The library as the running host gives it; null when nobody answers at its address. */
async function reach(holder: Holder): Promise<Library | null> {
  const origin = 'url' in holder ? holder.url : 'http://core.invalid';
  const send = 'url' in holder ? sendTo(holder.token) : sendThrough(holder.socket, holder.token);
  const client = makeClient(send, origin);
  try {
    await client.library.info({});
  } catch (error) {
    if (error instanceof AppError && error.code !== 'unauthorized') throw error;
    return null;
  }
  return { client, send, origin };
}

function sendTo(token: string): Send {
  return async (request) => {
    const headers = new Headers(request.headers);
    headers.set('Authorization', `Bearer ${token}`);
    const body = request.method === 'GET' ? null : await request.arrayBuffer();
    return fetch(request.url, { method: request.method, headers, body, redirect: 'error' });
  };
}
