// Opens or creates the library folder: lock, database, manifest, in the order RELIABILITY gives.
import { accessSync, constants, copyFileSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { v7 as newId } from 'uuid';
import { AppError } from '#shared/errors.ts';
import { migrate, SCHEMA_VERSION, schemaVersion } from '../db/migrate.ts';
import { openDb, type Db } from '../db/open.ts';
import { copyDatabase } from './backups.ts';
import { readCommit } from './commit.ts';
import { checkIntegrity } from './integrity.ts';
import { lockLibrary, type Lock } from './lock.ts';
import { MANIFEST_NAME, readManifest, writeManifest, type Manifest } from './manifest.ts';

export type Languages = { primary: string; secondary: string };

export type OpenLibrary = {
  dir: string;
  /** Where cache and uploads are: the library's folder, or a temporary one when that may only be read. */
  scratch: string;
  db: Db;
  lock: Lock;
  manifest: Manifest;
  isNew: boolean;
  isReadOnly: boolean;
};

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
 * Opens the library in `dir`; with `create`, makes one where the folder is missing or empty. One in a folder that may
 * not be written to, or with `readOnly`, is opened for reading alone.
 * Throws `not_found` (no library there), `bad_input`, `busy`, `damaged`, `newer`, `storage`.
 */
export async function openLibrary(
  dir: string,
  now: number,
  create?: Languages,
  readOnly = false,
): Promise<OpenLibrary> {
  const isThere = existsSync(join(dir, MANIFEST_NAME));
  if (isThere && (readOnly || !isWritable(dir))) return openCopy(dir);
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
    const current = { ...manifest, schemaVersion: SCHEMA_VERSION };
    return { dir: real, scratch: real, db, lock, manifest: current, isNew: !known, isReadOnly: false };
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

async function backupBefore(db: Db, dir: string, from: number, now: number): Promise<void> {
  const stamp = new Date(now).toISOString().replaceAll(':', '-');
  await copyDatabase(db, join(dir, 'backups', `before-schema-${from + 1}-${stamp}.sqlite`));
}

/** May files be made in this folder? A folder that is not there yet is another matter: true. */
function isWritable(dir: string): boolean {
  try {
    accessSync(dir, constants.W_OK);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
}

/**
 * Opens a private copy of a library's database, so that everything can be read and nothing of the library is touched:
 * for a folder that may not be written to, and for looking into one that somebody else has open.
 */
async function openCopy(dir: string): Promise<OpenLibrary> {
  const real = realpathSync(dir);
  const manifest = readManifest(real);
  if (!manifest) throw new AppError('not_found', `There is no Glossa library in ${dir}.`);
  const scratch = mkdtempSync(join(tmpdir(), 'glossa-reading-'));
  let db: Db | undefined;
  try {
    const file = join(scratch, 'library.sqlite');
    for (const end of ['', '-wal']) {
      const from = join(real, `library.sqlite${end}`);
      if (existsSync(from)) copyFileSync(from, file + end);
    }
    if (!existsSync(file)) throw new AppError('damaged', `${join(real, 'library.sqlite')} is missing.`);
    db = openDb(file);
    checkIntegrity(db, file);
    await migrate(db, () => Promise.resolve());
    const opened = db;
    const lock: Lock = {
      announce: () => undefined,
      release: () => rmSync(scratch, { recursive: true, force: true }),
    };
    return { dir: real, scratch, db: opened, lock, manifest, isNew: false, isReadOnly: true };
  } catch (error) {
    db?.close();
    rmSync(scratch, { recursive: true, force: true });
    throw error;
  }
}
