// Reaching the program that already holds a library, through the address it published beside its lock.
import { lstatSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { AppError } from '#shared/errors.ts';

/** Where the holder listens (a web host's address, or a private socket), and what lets the command line in. */
export type Holder = { token: string } & ({ url: string } | { socket: string });

/** The reachable holder a `busy` error names; null for any other error, or a holder without an address. */
export function holderOf(error: unknown): Holder | null {
  if (!(error instanceof AppError) || error.code !== 'busy') return null;
  const { url, socket, token } = error.details;
  if (typeof token !== 'string') return null;
  if (typeof socket === 'string') return isOwnSocket(socket) ? { socket, token } : null;
  // The note lies in the library's folder: it must not be able to send us, or the token, anywhere else.
  return typeof url === 'string' && /^http:\/\/127\.0\.0\.1:\d{1,5}$/.test(url) ? { url, token } : null;
}

/** A socket of this very user; on Windows a pipe of ours by its name. */
function isOwnSocket(socket: string): boolean {
  if (process.platform === 'win32') return /^\\\\\.\\pipe\\glossa-[0-9a-f]{32}$/.test(socket);
  const found = isAbsolute(socket) ? lstatSync(socket, { throwIfNoEntry: false }) : undefined;
  return found?.isSocket() === true && found.uid === process.getuid?.();
}

/** One-time links to a running web host: by its own name, and by number. */
export type Links = { url: string; plainUrl: string };

const OWN_LINK = /^http:\/\/(?:glossa-[0-9a-f]{8}\.localhost|127\.0\.0\.1):(\d+)\/auth\?/;

/** Asks a running web host for a fresh one-time link; null when it does not answer as one. */
export async function askForLink(holder: Holder): Promise<Links | null> {
  if (!('url' in holder)) return null;
  const { url, token } = holder;
  try {
    const response = await fetch(`${url}/link`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: '{}',
      redirect: 'error',
      signal: AbortSignal.timeout(5000),
    });
    const { url: named, plainUrl } = (await response.json()) as { url?: unknown; plainUrl?: unknown };
    if (!response.ok || typeof named !== 'string' || typeof plainUrl !== 'string') return null;
    const { port } = new URL(url);
    const isOurs = plainUrl.startsWith(`${url}/auth?`) && OWN_LINK.exec(named)?.[1] === port;
    return isOurs ? { url: named, plainUrl } : null;
  } catch {
    return null; // Nobody there, or somebody else: the caller says who holds the library.
  }
}
