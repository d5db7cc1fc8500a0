// Calls of the library room: what is open, and whether it is sound.
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Check, library } from '#shared/library.ts';
import { SCHEMA_VERSION } from '../db/migrate.ts';
import { listStored } from '../files/index.ts';
import type { Handlers, Reader, Services } from '../kinds.ts';
import { listBackups } from './backups.ts';

const COUNTED = ['paper', 'file', 'annotation', 'note', 'passage', 'finding', 'evidence', 'survey'];

/** Rows by table, in the trash or not. */
export const countRows = (db: Reader): Record<string, number> =>
  Object.fromEntries(
    COUNTED.map((table) => [table, db.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? 0]),
  );

export const libraryCalls: Handlers<typeof library> = {
  info: ({ db, library: { id, dir, primary, secondary, createdAt, isReadOnly } }) => ({
    id,
    name: basename(dir),
    schemaVersion: SCHEMA_VERSION,
    primary,
    secondary,
    counts: countRows(db),
    createdAt,
    isReadOnly,
  }),
  backups: ({ library: { dir, outsideDir } }) =>
    listBackups(dir, outsideDir).map(({ file: _file, ...backup }) => backup),
  doctor: async (core) => {
    const checks = [checkDatabase(core.db), checkKeys(core.db), ...(await checkFiles(core)), checkStrangers(core)];
    return { ok: checks.every((check) => check.ok), checks };
  },
};

function checkDatabase(db: Reader): Check {
  const found = db.all<{ integrity_check: string }>('PRAGMA integrity_check(5)').map((row) => row.integrity_check);
  const ok = found[0] === 'ok';
  return { name: 'database', ok, message: ok ? 'library.sqlite is sound.' : `library.sqlite: ${found.join('; ')}` };
}

function checkKeys(db: Reader): Check {
  const broken = db.all<{ table: string }>('PRAGMA foreign_key_check');
  const message = broken.length
    ? `${broken.length} rows point at nothing (${broken[0]?.table}).`
    : 'Every link leads somewhere.';
  return { name: 'links', ok: broken.length === 0, message };
}

async function checkFiles(core: Services): Promise<Check[]> {
  const stored = listStored(core.db);
  const bad: Check[] = [];
  for (const { sha256, originalName } of stored) {
    const name = `file ${sha256.slice(0, 12)}`;
    if (!core.store.has(sha256)) {
      bad.push({
        name,
        ok: false,
        message: `${originalName} is missing from files/. Add the PDF again; it is known by its bytes.`,
      });
    } else if ((await core.store.hash(sha256)) !== sha256) {
      bad.push({
        name,
        ok: false,
        message: `${originalName} no longer has its bytes. Add the PDF again from another copy.`,
      });
    }
  }
  const message = `${stored.length} PDFs, each with the bytes it came with.`;
  return bad.length ? bad : [{ name: 'files', ok: true, message }];
}

/** Files nobody knows are reported, never deleted. */
function checkStrangers({ db, library: { dir } }: Services): Check {
  const known = new Set(listStored(db).map((file) => `${file.sha256}.pdf`));
  const found = listFiles(join(dir, 'files')).filter((name) => !known.has(name));
  return {
    name: 'strangers',
    ok: true,
    message: found.length ? `${found.length} files in files/ belong to no paper (left alone).` : 'No unknown files.',
  };
}

function listFiles(root: string): string[] {
  try {
    return readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name);
  } catch {
    return [];
  }
}
