// Builds the program with electron-vite when there is no build of the sources that are there now.
// Each build has a folder of its own, out/builds/<hash of its sources>, which appears whole and is not written again:
// a running host keeps its files whatever is built later, and two builds at once do not meet.
// out/main leads to the newest one.
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fromRoot } from './paths.mjs';
import { run } from './run.mjs';
import { sourceHash } from './stale.mjs';
import { Trouble, tell } from './trouble.mjs';

/** Builds kept, newest first: a host may still be running from an older one. */
const KEPT = 5;
/** An unfinished build this old was interrupted. */
const ABANDONED_MS = 60 * 60_000;
/** How often sources may change under a build before it is taken as it is. */
const TRIES = 3;

/** Builds everything now. Throws Trouble when it fails; what the builder says goes to standard error. */
export async function build() {
  const hash = await buildUnder(fromRoot('out/builds'), runBuilder);
  leadTo(hash);
  return fromRoot('out/builds', hash);
}

/** Builds unless it has been done for the very sources that are there. Gives the build's folder. */
export async function ensureBuilt() {
  const hash = sourceHash();
  const folder = fromRoot('out/builds', hash);
  if (existsSync(folder)) {
    leadTo(hash);
    return folder;
  }
  tell('Building Glossa…');
  return build();
}

/**
 * Has `builder(folder)` fill a new folder, and moves it to `<builds>/<hash>` when it is whole. Gives the hash.
 * @param hashNow gives the sources' hash; a build whose sources changed meanwhile is made again.
 */
export async function buildUnder(builds, builder, hashNow = sourceHash) {
  const unfinished = join(builds, `.${randomUUID()}`);
  mkdirSync(unfinished, { recursive: true });
  try {
    let hash;
    for (let left = TRIES; left > 0; left -= 1) {
      hash = hashNow();
      await builder(unfinished);
      if (hashNow() === hash) break;
    }
    finish(unfinished, join(builds, hash));
    tidy(builds, hash);
    return hash;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

async function runBuilder(folder) {
  const builder = fromRoot('node_modules/electron-vite/bin/electron-vite.js');
  const env = { ...process.env, GLOSSA_BUILD_DIR: folder };
  const { code } = await run(process.execPath, [builder, 'build', '--logLevel', 'warn'], { env });
  if (code !== 0) throw new Trouble('The program could not be built: see what the builder said above.');
}

function finish(unfinished, folder) {
  // One of the same sources that is there already is put aside: this one is known to be whole.
  const aside = `${unfinished}-old`;
  try {
    renameSync(folder, aside);
  } catch {
    // There was none.
  }
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    // Someone else finished the same build in between.
    if (!existsSync(folder)) throw error;
  }
  rmSync(aside, { recursive: true, force: true });
}

/** Lets out/main lead to a build, at once for whoever reads it. */
function leadTo(hash) {
  const link = fromRoot('out/main');
  const target = join('builds', hash, 'main');
  try {
    if (realpathSync(link) === realpathSync(fromRoot('out', target))) return;
  } catch {
    // It leads nowhere yet.
  }
  const next = `${link}.${process.pid}`;
  rmSync(next, { recursive: true, force: true });
  symlinkSync(target, next, 'junction');
  try {
    renameSync(next, link);
  } catch {
    // Windows, or a folder in the link's place.
    rmSync(link, { recursive: true, force: true });
    renameSync(next, link);
  }
}

function tidy(builds, hash) {
  const age = (name) => Date.now() - statSync(join(builds, name)).mtimeMs;
  const names = readdirSync(builds).filter((name) => name !== hash);
  const finished = names.filter((name) => !name.startsWith('.')).sort((a, b) => age(a) - age(b));
  const abandoned = names.filter((name) => name.startsWith('.') && age(name) > ABANDONED_MS);
  for (const name of [...finished.slice(KEPT - 1), ...abandoned])
    rmSync(join(builds, name), { recursive: true, force: true });
}
