// The only importer of better-sqlite3: opens a database with the settings RELIABILITY asks for and reads them back.
import Database from 'better-sqlite3';
import { AppError } from '#shared/errors.ts';

type Value = string | number | bigint | null | Uint8Array;

/** A SQLite connection. Statements are prepared once and kept; rows come back as plain objects. */
export type Db = {
  all<T>(sql: string, ...values: Value[]): T[];
  get<T>(sql: string, ...values: Value[]): T | undefined;
  /** The first column alone. */
  pluck<T>(sql: string, ...values: Value[]): T[];
  run(sql: string, ...values: Value[]): number;
  exec(sql: string): void;
  /** Runs `f` in one transaction (IMMEDIATE); a throw rolls everything back. */
  transaction<T>(f: () => T): T;
  readonly inTransaction: boolean;
  /** Consistent copy of a live database into a new file. */
  backup(file: string): Promise<void>;
  close(): void;
};

const PRAGMAS = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'foreign_keys = ON',
  'busy_timeout = 5000',
  'trusted_schema = OFF',
  'cell_size_check = ON',
  'mmap_size = 0',
];

/** SQLite result codes that mean the file itself is not sound. */
const DAMAGED = /^SQLITE_(CORRUPT|NOTADB)/;
const STORAGE = /^SQLITE_(FULL|IOERR|CANTOPEN|READONLY|PERM)/;

/** Turns an SQLite error into the AppError a user can act on; anything else is given back as it is. */
export function asAppError(error: unknown, file: string): unknown {
  const code = error instanceof Database.SqliteError ? error.code : '';
  if (DAMAGED.test(code)) return new AppError('damaged', `${file} is damaged (${code}). Restore a backup of it.`);
  if (STORAGE.test(code)) {
    return new AppError('storage', `${file} cannot be written (${code}). Check free space and permissions.`);
  }
  if (code.startsWith('SQLITE_BUSY')) return new AppError('busy', `${file} is in use by another program.`);
  return error;
}

/**
 * Opens or creates the database at `file` (`:memory:` for tests).
 * WAL would come back with synchronous=NORMAL on a re-open, so FULL is set each time and read back.
 * Throws `damaged`, `storage` or `busy`.
 */
export function openDb(file: string): Db {
  let db: Database.Database | undefined;
  try {
    db = new Database(file);
    for (const pragma of PRAGMAS) db.pragma(pragma);
    const synchronous = db.pragma('synchronous', { simple: true });
    if (synchronous !== 2) throw new AppError('storage', `${file}: SQLite refused synchronous=FULL.`);
  } catch (error) {
    db?.close();
    throw asAppError(error, file);
  }
  return wrap(db, file);
}

/**
 * Shuts every other process out of `file` until released or until this process dies: an open EXCLUSIVE transaction in
 * rollback-journal mode, which the operating system itself ends. Throws `busy` at once when somebody else has it.
 */
export function holdExclusive(file: string): () => void {
  let db: Database.Database | undefined;
  try {
    db = new Database(file, { timeout: 200 });
    db.pragma('journal_mode = DELETE');
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db?.close();
    throw asAppError(error, file);
  }
  const held = db;
  return () => {
    held.exec('ROLLBACK');
    held.close();
  };
}

function wrap(db: Database.Database, file: string): Db {
  const statements = new Map<string, Database.Statement>();
  const prepare = (sql: string, isPlucked = false): Database.Statement => {
    const key = isPlucked ? `pluck ${sql}` : sql;
    const known = statements.get(key);
    if (known) return known;
    const made = isPlucked ? db.prepare(sql).pluck() : db.prepare(sql);
    statements.set(key, made);
    return made;
  };
  const guard = <T>(f: () => T): T => {
    try {
      return f();
    } catch (error) {
      throw asAppError(error, file);
    }
  };
  return {
    // Row types are declared by the caller beside the SQL that yields them.
    all: <T>(sql: string, ...values: Value[]) => guard(() => prepare(sql).all(...values) as T[]),
    get: <T>(sql: string, ...values: Value[]) => guard(() => prepare(sql).get(...values) as T | undefined),
    // A statement plucks or does not: the two are prepared apart.
    pluck: <T>(sql: string, ...values: Value[]) => guard(() => prepare(sql, true).all(...values) as T[]),
    run: (sql, ...values) => guard(() => prepare(sql).run(...values).changes),
    exec: (sql) => guard(() => void db.exec(sql)),
    transaction: (f) => guard(() => db.transaction(f).immediate()),
    get inTransaction() {
      return db.inTransaction;
    },
    backup: async (target) => {
      try {
        await db.backup(target);
      } catch (error) {
        throw asAppError(error, target);
      }
    },
    close: () => {
      if (db.open) db.close();
    },
  };
}
