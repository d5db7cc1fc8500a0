// Backups of the database: verified copies, hourly, daily and weekly, and the newest of them outside the library's folder.
import { randomUUID } from 'node:crypto';
import { closeSync, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync } from 'node:fs';
import { rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Backup } from '#shared/library.ts';
import { openDb, type Db } from '../db/open.ts';
import type { Log } from '../kinds.ts';
import { checkIntegrity } from './integrity.ts';
import { MANIFEST_NAME } from './manifest.ts';

const HOUR_MS = 60 * 60_000;
/** How many of each are kept: the newest copy of each of the last 24 hours, 7 days and 4 weeks that have one. */
const KEPT = [
  [HOUR_MS, 24],
  [24 * HOUR_MS, 7],
  [7 * 24 * HOUR_MS, 4],
] as const;
/** How often it is looked whether a backup is due. */
const LOOK_MS = 10 * 60_000;

/** `auto-<UTC time>.<commit>.sqlite` */
const AUTO = /^auto-(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z)\.(\d+)\.sqlite$/;
const ANY = /^[A-Za-z0-9][A-Za-z0-9.-]{0,120}\.sqlite$/;
const OUTSIDE_NAME = 'outside.sqlite';

type Auto = { name: string; at: number; commit: number };

/** The times to keep, of any order: the newest of each period that has one, for each kind of period. */
export function keptTimes(times: readonly number[]): Set<number> {
  const kept = new Set<number>();
  const newestFirst = [...times].sort((a, b) => b - a);
  for (const [periodMs, count] of KEPT) {
    const periods = new Set<number>();
    for (const at of newestFirst) {
      const period = Math.floor(at / periodMs);
      if (periods.has(period)) continue;
      if (periods.size === count) break;
      periods.add(period);
      kept.add(at);
    }
  }
  return kept;
}

/** A consistent, checked copy of a live database as one plain file, under its name only once it is whole and on disk. */
export async function copyDatabase(db: Pick<Db, 'backup'>, file: string): Promise<void> {
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true });
  // A fixed name, so that what a crash leaves is taken over.
  const unfinished = join(folder, 'unfinished.sqlite');
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(unfinished + end, { force: true });
  await db.backup(unfinished);
  const copy = openDb(unfinished);
  try {
    checkIntegrity(copy, unfinished);
    // The copy keeps WAL mode; a single plain file is what one wants of a backup.
    copy.exec('PRAGMA journal_mode = DELETE');
  } finally {
    copy.close();
  }
  putInPlace(unfinished, file);
}

/** Flushes a finished file, renames it over, and flushes the folder. */
export function putInPlace(temporary: string, file: string): void {
  sync(temporary, 'r+');
  renameSync(temporary, file);
  // Windows cannot open a folder; its rename is durable without it.
  if (process.platform !== 'win32') sync(dirname(file), 'r');
}

function sync(path: string, flags: 'r' | 'r+'): void {
  const handle = openSync(path, flags);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Every backup there is, the newest first; `outsideDir` is the folder for copies outside the library's own, if any. */
export function listBackups(dir: string, outsideDir: string | null): (Backup & { file: string })[] {
  const inside = namesIn(join(dir, 'backups')).filter((name) => ANY.test(name) && name !== 'unfinished.sqlite');
  const found = inside.map((name) => describe(join(dir, 'backups', name), name, false));
  const outside = outsideDir && join(outsideDir, OUTSIDE_NAME);
  if (outside && existsSync(outside)) found.push(describe(outside, OUTSIDE_NAME, true));
  return found.sort((a, b) => b.at - a.at);
}

function describe(file: string, name: string, isOutside: boolean): Backup & { file: string } {
  const { size, mtimeMs } = statSync(file);
  const why = isOutside
    ? 'outside'
    : name.startsWith('auto-')
      ? 'hourly'
      : name.startsWith('before-')
        ? 'before'
        : 'other';
  return { name, at: timeOf(name) ?? Math.round(mtimeMs), bytes: size, why, file };
}

function timeOf(name: string): number | undefined {
  const stamp = /(\d{4}-\d\d-\d\dT)(\d\d)-(\d\d)-(\d\d\.\d{3}Z)/.exec(name);
  const at = stamp ? Date.parse(`${stamp[1]}${stamp[2]}:${stamp[3]}:${stamp[4]}`) : NaN;
  return Number.isNaN(at) ? undefined : at;
}

const autosIn = (folder: string): Auto[] =>
  namesIn(folder)
    .flatMap((name) => {
      const found = AUTO.exec(name);
      return found ? [{ name, at: timeOf(name) ?? 0, commit: Number(found[2]) }] : [];
    })
    .sort((a, b) => b.at - a.at);

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

export type Keeper = {
  /** Makes a backup now unless nothing was written since the last one. Its name, or null. */
  backUp(): Promise<string | null>;
  /** Waits for a backup under way; no more are made. */
  close(): Promise<void>;
};

type Keeping = {
  db: Pick<Db, 'backup'>;
  dir: string;
  /** Folder of this library's copies outside its own folder; null for none. */
  outsideDir: string | null;
  /** Number of the last committed write. */
  commit(): number;
  clock(): number;
  log: Log;
};

/** Keeps backups while the library is open: one an hour, when something was written. A failure is logged, never thrown on. */
export function keepBackups({ db, dir, outsideDir, commit, clock, log }: Keeping): Keeper {
  const folder = join(dir, 'backups');
  let running: Promise<string | null> = Promise.resolve(null);
  let isClosed = false;

  const make = async (): Promise<string | null> => {
    const [last] = autosIn(folder);
    const now = commit();
    if (isClosed || last?.commit === now) return null;
    // A clock that was set back must not make a new copy look older than the last.
    const at = Math.max(clock(), (last?.at ?? -1) + 1);
    const name = `auto-${new Date(at).toISOString().replaceAll(':', '-')}.${now}.sqlite`;
    await copyDatabase(db, join(folder, name));
    const autos = autosIn(folder);
    const kept = keptTimes(autos.map((auto) => auto.at));
    for (const auto of autos) if (!kept.has(auto.at)) rmSync(join(folder, auto.name), { force: true });
    if (outsideDir) copyOutside(join(folder, name), dir, outsideDir);
    return name;
  };
  const backUp = (): Promise<string | null> => (running = running.catch(() => null).then(make));

  const look = (): void => {
    const [last] = autosIn(folder);
    // A time in the future is a clock that was set back: then it is due.
    if (last && last.at <= clock() && clock() - last.at < HOUR_MS) return;
    backUp().catch((error: unknown) => log('warn', 'A backup could not be made', error));
  };
  const timer = setInterval(look, LOOK_MS);
  timer.unref();
  return {
    backUp,
    close: async () => {
      clearInterval(timer);
      isClosed = true;
      await running.catch(() => null);
    },
  };
}

/** The newest copy and the manifest, where the loss of the library's folder does not reach them. */
function copyOutside(backup: string, dir: string, outsideDir: string): void {
  mkdirSync(outsideDir, { recursive: true });
  for (const [from, name] of [
    [backup, OUTSIDE_NAME],
    [join(dir, MANIFEST_NAME), MANIFEST_NAME],
  ] as const) {
    const temporary = join(outsideDir, `.${randomUUID()}`);
    copyFileSync(from, temporary);
    putInPlace(temporary, join(outsideDir, name));
  }
}
