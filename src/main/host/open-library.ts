// Opens the library a host was asked for; where there is none yet and the caller wants one, makes the sample library.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openCore, type Core } from '../core/core.ts';
import type { Spawn } from '../core/files/extract/spawn.ts';
import type { Log } from '../core/kinds.ts';
import { defaultLibraryDir, resourcesDir } from './library-dir.ts';
import { fillSample, makeSampleClock } from './sample.ts';

/** Languages of a library made without being asked for any. */
const LANGUAGES = { primary: 'en', secondary: 'zh-Hans' };

export type Opening = {
  /** Absolute; null for the default library. */
  library: string | null;
  /** Make the sample library where there is none. */
  sample: boolean;
  /** Folder of the built program, `out/main`. */
  built: string;
  spawn: Spawn;
  log: Log;
};

/** Throws as {@link openCore} does: `not_found`, `bad_input`, `busy`, `damaged`, `newer`, `storage`. */
export async function openLibraryHere({ library, sample, built, spawn, log }: Opening): Promise<Core> {
  const libraryDir = library ?? defaultLibraryDir();
  const isThere = existsSync(join(libraryDir, 'glossa.json'));
  if (isThere || !sample) return openCore({ libraryDir, spawn, log });
  const clock = makeSampleClock();
  const core = await openCore({ libraryDir, spawn, log, create: LANGUAGES, clock: () => clock.now() });
  try {
    await fillSample(core, resourcesDir(built), clock);
  } catch (error) {
    log('error', 'The sample could not be brought in whole; the library itself is sound', error);
  }
  clock.catchUp();
  return core;
}
