// The number of the last committed write: kept in the database, and in the manifest beside it.
import type { Db } from '../db/open.ts';

/** Number of the last committed write. */
export function readCommit(db: Pick<Db, 'get'>): number {
  const row = db.get<{ value: string }>(`SELECT value FROM setting WHERE key = '~commit'`);
  return row ? Number(row.value) : 0;
}

/** Counts one more write; part of the write's own transaction. */
export function countCommit(db: Pick<Db, 'run'>): void {
  db.run(
    `INSERT INTO setting VALUES ('~commit', '1') ON CONFLICT (key) DO UPDATE SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT)`,
  );
}
