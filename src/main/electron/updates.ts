// Is there a newer version? Asked only when the user chooses to, at the one https address the build names.
import { z } from 'zod';

const Feed = z.object({ version: z.string().regex(/^\d+\.\d+\.\d+$/) });
const LIMIT_MS = 10_000;
const LARGEST = 64 * 1024;

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** The version at `feed` when it is newer than `current`; null when it is not. Throws when it cannot be known. */
export async function newerVersion(feed: string, current: string, fetch: Fetch): Promise<string | null> {
  if (new URL(feed).protocol !== 'https:') throw new Error('The address of new versions is not https.');
  const response = await fetch(feed, {
    signal: AbortSignal.timeout(LIMIT_MS),
    redirect: 'error',
    credentials: 'omit',
    cache: 'no-store',
  });
  if (!response.ok) throw new Error(`answered with status ${response.status}`);
  const text = await response.text();
  if (text.length > LARGEST) throw new Error('The answer is too long.');
  const { version } = Feed.parse(JSON.parse(text));
  return isNewer(version, current) ? version : null;
}

/** Compares `1.10.0` with `1.9.2` by their numbers. */
export function isNewer(version: string, than: string): boolean {
  const [a, b] = [version, than].map((text) => text.split('.').map(Number));
  for (let at = 0; at < 3; at += 1) {
    const [one, other] = [a?.[at] ?? 0, b?.[at] ?? 0];
    if (one !== other) return one > other;
  }
  return false;
}
