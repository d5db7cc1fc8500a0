// Puts a backup in the place of the database. What was there is set aside, never deleted; the library must be closed.
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import { AppError } from '#shared/errors.ts';
import { SCHEMA_VERSION, schemaVersion } from '../db/migrate.ts';
import { openDb } from '../db/open.ts';
import { listBackups, putInPlace } from './backups.ts';
import { countRows } from './calls.ts';
import { readCommit } from './commit.ts';
import { checkIntegrity } from './integrity.ts';
import { lockLibrary } from './lock.ts';
import { MANIFEST_NAME, readManifest, writeManifest, type Manifest } from './manifest.ts';

/** What was restored, and the folder where the former database now is (null where there was none). */
export type Restored = { name: string; setAside: string | null };

/**
 * Restores the backup of that name (as `listBackups` gives it). Throws `not_found`, `damaged` (the backup itself),
 * `newer`, `busy`, `storage`; in all of these the library is as it was.
 */
export function restoreLibrary(dir: string, name: string, outsideDir: string | null, now: number): Restored {
  const backup = listBackups(dir, outsideDir).find((one) => one.name === name);
  if (!backup) throw new AppError('not_found', `There is no backup "${name}" of ${dir}. See: glossa backups`);
  const lock = lockLibrary(dir, now);
  try {
    const incoming = join(dir, 'library.sqlite.incoming');
    clear(incoming);
    copyFileSync(backup.file, incoming);
    const { commit, counts } = inspect(incoming);
    const setAside = moveAside(dir, now);
    putInPlace(incoming, join(dir, 'library.sqlite'));
    writeManifest(dir, { ...manifestFor(dir, outsideDir, now), commit, counts });
    return { name, setAside };
  } finally {
    clear(join(dir, 'library.sqlite.incoming'));
    lock.release();
  }
}

function clear(file: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(file + end, { force: true });
}

/** Looks at every page of the copy before anything is moved; leaves it as one plain file. */
function inspect(file: string): { commit: number; counts: Record<string, number> } {
  const db = openDb(file);
  try {
    checkIntegrity(db, file);
    const schema = schemaVersion(db);
    if (schema === 0) throw new AppError('damaged', `${file} is no library.`);
    if (schema > SCHEMA_VERSION) {
      throw new AppError('newer', `This backup has schema ${schema}; this Glossa knows schema ${SCHEMA_VERSION}.`);
    }
    // Counts by the tables of today; those of an older schema are counted at the next open.
    const counts = schema === SCHEMA_VERSION ? countRows(db) : {};
    const found = { commit: readCommit(db), counts };
    db.exec('PRAGMA journal_mode = DELETE');
    return found;
  } finally {
    db.close();
  }
}

/** A database and its log belong together: a stale log beside a restored file would destroy it. */
function moveAside(dir: string, now: number): string | null {
  const there = ['library.sqlite-wal', 'library.sqlite-shm', 'library.sqlite'].filter((name) =>
    existsSync(join(dir, name)),
  );
  if (there.length === 0) return null;
  const folder = join(dir, 'backups', `set-aside-${new Date(now).toISOString().replaceAll(':', '-')}`);
  mkdirSync(folder, { recursive: true });
  for (const name of there) renameSync(join(dir, name), join(folder, name));
  if (existsSync(join(dir, MANIFEST_NAME))) copyFileSync(join(dir, MANIFEST_NAME), join(folder, MANIFEST_NAME));
  return folder;
}

/** The library's own manifest, else the one kept outside, else a new one. */
function manifestFor(dir: string, outsideDir: string | null, now: number): Manifest {
  for (const folder of [dir, outsideDir]) {
    try {
      const found = folder && readManifest(folder);
      if (found) return found;
    } catch {
      // Unreadable: the next one.
    }
  }
  return {
    format: 'glossa-library',
    id: newId(),
    schemaVersion: SCHEMA_VERSION,
    primary: 'en',
    secondary: 'zh-Hans',
    createdAt: now,
    counts: {},
    commit: 0,
  };
}
