// Opens the library a host was asked for; where there is none yet and the caller wants one, makes the sample library.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openCore, type Core } from '../core/core.ts';
import type { Spawn } from '../core/files/extract/spawn.ts';
import type { Log } from '../core/kinds.ts';
import { openLibraries, type Libraries } from './libraries.ts';
import { dataDir, defaultLibraryDir, resourcesDir } from './library-dir.ts';
import { makeRecents } from './recents.ts';
import { fillSample, makeSampleClock } from './sample.ts';

/** Languages of a library made without being asked for any. */
const LANGUAGES = { primary: 'en', secondary: 'zh-Hans' };

export type Opening = {
  /** Absolute; null for the default library. */
  library: string | null;
  /** Make the sample library where there is none. */
  sample: boolean;
  /** Folder for backups outside the library's own; none are kept without it. */
  outside?: string;
  /** Folder of the built program, `out/main`. */
  built: string;
  spawn: Spawn;
  log: Log;
};

/** Opens the libraries of a host that stays: with backups, recents, and recovery. Throws as {@link openCore} does. */
export function openHostLibraries({ library, sample, built, spawn, log }: Opening): Promise<Libraries> {
  const data = dataDir();
  const outside = join(data, 'backups');
  return openLibraries(library ?? defaultLibraryDir(), sample, {
    open: async (dir, how) => {
      if (how.sample) return openLibraryHere({ library: dir, sample: true, built, spawn, log, outside });
      const { create, readOnly = false } = how;
      return openCore({ libraryDir: dir, spawn, log, readOnly, backups: { outside }, ...(create && { create }) });
    },
    recents: makeRecents(data),
    outside,
    log,
  });
}

/** Throws as {@link openCore} does: `not_found`, `bad_input`, `busy`, `damaged`, `newer`, `storage`. */
export async function openLibraryHere({ library, sample, built, spawn, log, outside }: Opening): Promise<Core> {
  const libraryDir = library ?? defaultLibraryDir();
  const isThere = existsSync(join(libraryDir, 'glossa.json'));
  const backups = outside === undefined ? {} : { backups: { outside } };
  if (isThere || !sample) return openCore({ libraryDir, spawn, log, ...backups });
  const clock = makeSampleClock();
  const core = await openCore({ libraryDir, spawn, log, create: LANGUAGES, clock: () => clock.now(), ...backups });
  try {
    await fillSample(core, resourcesDir(built), clock);
  } catch (error) {
    log('error', 'The sample could not be brought in whole; the library itself is sound', error);
  }
  clock.catchUp();
  return core;
}
