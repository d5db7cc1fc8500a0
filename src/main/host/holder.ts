// Reaching the program that already holds a library, through the address it published beside its lock.
import { AppError } from '#shared/errors.ts';

/** Where the holder listens, and what lets the command line in. */
export type Holder = { url: string; token: string };

/** The reachable holder a `busy` error names; null for any other error, or a holder without an address. */
export function holderOf(error: unknown): Holder | null {
  if (!(error instanceof AppError) || error.code !== 'busy') return null;
  const { url, token } = error.details;
  if (typeof url !== 'string' || typeof token !== 'string') return null;
  // The note lies in the library's folder: it must not be able to send us, or the token, anywhere else.
  return /^http:\/\/127\.0\.0\.1:\d{1,5}$/.test(url) ? { url, token } : null;
}

/** Asks a running web host for a fresh one-time link; null when it does not answer as one. */
export async function askForLink({ url, token }: Holder): Promise<string | null> {
  try {
    const response = await fetch(`${url}/link`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: '{}',
      redirect: 'error',
      signal: AbortSignal.timeout(5000),
    });
    const answer = (await response.json()) as { url?: unknown };
    return response.ok && typeof answer.url === 'string' && answer.url.startsWith(`${url}/auth?`) ? answer.url : null;
  } catch {
    return null; // Nobody there, or somebody else: the caller says who holds the library.
  }
}
