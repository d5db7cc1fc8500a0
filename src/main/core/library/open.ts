// Opens or creates the library folder: lock, database, manifest, in the order RELIABILITY gives.
import { existsSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { v7 as newId } from 'uuid';
import { AppError } from '#shared/errors.ts';
import { migrate, SCHEMA_VERSION, schemaVersion } from '../db/migrate.ts';
import { openDb, type Db } from '../db/open.ts';
import { lockLibrary, type Lock } from './lock.ts';
import { MANIFEST_NAME, readManifest, writeManifest, type Manifest } from './manifest.ts';

export type Languages = { primary: string; secondary: string };

export type OpenLibrary = { dir: string; db: Db; lock: Lock; manifest: Manifest; isNew: boolean };

/** What an interrupted creation, or the file manager of the system, puts into a folder. */
const LEAVINGS = /^(lock\.(json|sqlite)|library\.sqlite|glossa\.json\.new|\.DS_Store|Thumbs\.db|desktop\.ini)/;

/** A folder that may become a library: missing, empty, or holding only what an interrupted creation left. */
function mayCreate(dir: string): boolean {
  if (!existsSync(dir)) return true;
  if (!statSync(dir).isDirectory()) throw new AppError('bad_input', `${dir} is not a folder.`);
  return readdirSync(dir).every((name) => LEAVINGS.test(name));
}

function checkLanguages(languages: Languages): Languages {
  const canonical = (tag: string): string => {
    try {
      return new Intl.Locale(tag).toString();
    } catch {
      throw new AppError('bad_input', `"${tag}" is not a language tag. Use one like en, zh-Hans, ja, de.`);
    }
  };
  const found = { primary: canonical(languages.primary), secondary: canonical(languages.secondary) };
  if (found.primary === found.secondary) throw new AppError('bad_input', 'The two languages of a library must differ.');
  return found;
}

/**
 * Opens the library in `dir`; with `create`, makes one where the folder is missing or empty.
 * Throws `not_found` (no library there), `bad_input`, `busy`, `damaged`, `newer`, `storage`.
 */
export async function openLibrary(dir: string, now: number, create?: Languages): Promise<OpenLibrary> {
  const isThere = existsSync(join(dir, MANIFEST_NAME));
  if (!isThere && !create) {
    throw new AppError('not_found', `There is no Glossa library in ${dir}. Create one with: glossa init ${dir}`);
  }
  if (!isThere && !mayCreate(dir)) {
    throw new AppError('bad_input', `${dir} holds other files. A new library needs an empty folder.`);
  }
  const languages = create && checkLanguages(create);
  makeFolder(dir);
  const real = realpathSync(dir);
  const lock = lockLibrary(real, now);
  let db: Db | undefined;
  try {
    const known = readManifest(real);
    const file = join(real, 'library.sqlite');
    if (known && (!existsSync(file) || statSync(file).size === 0)) {
      throw new AppError('damaged', `${file} is missing or empty. Put it back from ${join(real, 'backups')}.`);
    }
    // A log left behind means the last close was not clean: look at every page before trusting it.
    const wal = `${file}-wal`;
    const wasUnclean = existsSync(wal) && statSync(wal).size > 0;
    db = openDb(file);
    if (wasUnclean) checkIntegrity(db, file);
    const opened = db;
    await migrate(db, (from) => backupBefore(opened, real, from, now));
    const manifest = known ?? newManifest(languages ?? { primary: 'en', secondary: 'zh-Hans' }, now);
    const commit = readCommit(db);
    if (commit < manifest.commit) {
      const lost = manifest.commit - commit;
      throw new AppError(
        'damaged',
        `${file} has lost its last ${lost} changes. Restore it from ${join(real, 'backups')}.`,
      );
    }
    if (schemaVersion(db) !== SCHEMA_VERSION) throw new Error('Migration left an unexpected schema.');
    if (!known) writeManifest(real, manifest);
    return { dir: real, db, lock, manifest: { ...manifest, schemaVersion: SCHEMA_VERSION }, isNew: !known };
  } catch (error) {
    db?.close();
    lock.release();
    throw error;
  }
}

function makeFolder(dir: string): void {
  try {
    mkdirSync(dir, { recursive: true });
  } catch {
    throw new AppError('storage', `The folder ${dir} cannot be made. Check that ${dirname(dir)} may be written to.`);
  }
}

const newManifest = (languages: Languages, now: number): Manifest => ({
  format: 'glossa-library',
  id: newId(),
  schemaVersion: SCHEMA_VERSION,
  ...languages,
  createdAt: now,
  counts: {},
  commit: 0,
});

/** Full check, not the quick one: it sees three times as many kinds of damage. Throws `damaged`. */
export function checkIntegrity(db: Pick<Db, 'all'>, file: string): void {
  const found = db.all<{ integrity_check: string }>('PRAGMA integrity_check(1)')[0]?.integrity_check;
  if (found !== 'ok') throw new AppError('damaged', `${file} is damaged: ${found}. Restore a backup.`);
  const broken = db.all('PRAGMA foreign_key_check').length;
  if (broken) throw new AppError('damaged', `${file} is damaged: ${broken} rows point at nothing. Restore a backup.`);
}

async function backupBefore(db: Db, dir: string, from: number, now: number): Promise<void> {
  const folder = join(dir, 'backups');
  mkdirSync(folder, { recursive: true });
  const stamp = new Date(now).toISOString().replaceAll(':', '-');
  const file = join(folder, `before-schema-${from + 1}-${stamp}.sqlite`);
  // Under its final name only once it is known to be sound; a fixed name, so that what a crash leaves is taken over.
  const unfinished = join(folder, 'unfinished.sqlite');
  rmSync(unfinished, { force: true });
  await db.backup(unfinished);
  const copy = openDb(unfinished);
  try {
    checkIntegrity(copy, unfinished);
    // The copy keeps WAL mode; a single plain file is what one wants of a backup.
    copy.exec('PRAGMA journal_mode = DELETE');
  } finally {
    copy.close();
  }
  renameSync(unfinished, file);
}

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
