// Brings a library's database to the schema this program knows, one numbered file at a time.
import { AppError } from '#shared/errors.ts';
import type { Db } from './open.ts';

/** SQLite application_id of a Glossa library: "GLSA". */
export const APPLICATION_ID = 0x474c5341;

export type Migration = { number: number; name: string; sql: string };

const sources = import.meta.glob<string>('./migrations/*.sql', { query: '?raw', eager: true, import: 'default' });

/** All migrations in order, numbered 1..n without a gap. */
export const migrations: Migration[] = Object.entries(sources)
  .map(([path, sql]) => {
    const [, number = '', name = ''] = /(\d{4})-([a-z0-9-]+)\.sql$/.exec(path) ?? [];
    return { number: Number(number), name, sql };
  })
  .sort((a, b) => a.number - b.number);

/** The schema number this program writes. */
export const SCHEMA_VERSION = migrations.length;

const pragma = (db: Db, name: string): number =>
  Object.values(db.get<Record<string, number>>(`PRAGMA ${name}`) ?? {})[0] ?? 0;

/** The schema number of an open database; 0 for an empty one. */
export const schemaVersion = (db: Db): number => pragma(db, 'user_version');

/**
 * Applies what is missing, each migration in its own transaction. `beforeUpgrade` is awaited first when there is
 * something to lose (a backup). Throws `newer` for a library of a newer program, `bad_input` for another program's database.
 */
export async function migrate(
  db: Db,
  beforeUpgrade: (from: number) => Promise<void>,
  known = migrations,
): Promise<void> {
  const from = schemaVersion(db);
  const id = pragma(db, 'application_id');
  if (id !== 0 && id !== APPLICATION_ID) {
    throw new AppError('bad_input', 'library.sqlite belongs to another program, not to Glossa.');
  }
  if (from > known.length) {
    throw new AppError(
      'newer',
      `This library has schema ${from}; this Glossa knows schema ${known.length}. Open it with the newer Glossa that wrote it.`,
    );
  }
  if (from > 0 && from < known.length) await beforeUpgrade(from);
  for (const migration of known.slice(from)) {
    db.transaction(() => {
      db.exec(migration.sql);
      db.exec(`PRAGMA user_version = ${migration.number}; PRAGMA application_id = ${APPLICATION_ID};`);
    });
  }
}
