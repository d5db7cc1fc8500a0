// Passwords of locked PDFs: kept in memory while the library is open, on disk only where the user asked for it.
import type { Services, Tx } from '../kinds.ts';
import type { Cache } from './cache.ts';

type Core = Pick<Services, 'cache' | 'db'>;

/** Those given since each library was opened. */
const given = new WeakMap<Cache, Map<string, string>>();

/** Settings that begin with ~ are the core's own and are not handed out with the others. */
const keyOf = (sha256: string): string => `~password:${sha256}`;

/** The password of a file, given in this session or remembered; undefined where none is known. */
export function passwordOf({ cache, db }: Core, sha256: string): string | undefined {
  const session = given.get(cache)?.get(sha256);
  if (session !== undefined) return session;
  const row = db.get<{ value: string }>('SELECT value FROM setting WHERE key = ?', keyOf(sha256));
  return row && (JSON.parse(row.value) as string);
}

/** Keeps a password that has proved right until the library is closed. */
export function keepPassword({ cache }: Core, sha256: string, password: string): void {
  const kept = given.get(cache) ?? new Map<string, string>();
  given.set(cache, kept.set(sha256, password));
}

/** Writes the known password of a file into the library, or takes it out. Nothing where none is known. */
export function rememberPassword(tx: Tx, sha256: string, isWanted: boolean): void {
  const password = passwordOf(tx, sha256);
  if (!isWanted) tx.outside.run('DELETE FROM setting WHERE key = ?', keyOf(sha256));
  else if (password !== undefined) {
    tx.outside.run(
      'INSERT INTO setting VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      keyOf(sha256),
      JSON.stringify(password),
    );
  }
}
