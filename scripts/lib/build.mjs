// Builds the program with electron-vite when what is in out/ is not up to date.
import { rmSync } from 'node:fs';
import { fromRoot } from './paths.mjs';
import { run } from './run.mjs';
import { isStale, markBuilt, sourceHash } from './stale.mjs';
import { Trouble, tell } from './trouble.mjs';

/** Builds everything now. Throws Trouble when it fails; what the builder says goes to standard error. */
export async function build() {
  const hash = sourceHash();
  rmSync(fromRoot('out/.built-from'), { force: true });
  const builder = fromRoot('node_modules/electron-vite/bin/electron-vite.js');
  const { code } = await run(process.execPath, [builder, 'build', '--logLevel', 'warn']);
  if (code !== 0) throw new Trouble('The program could not be built: see what the builder said above.');
  markBuilt(hash);
}

/** Builds unless out/ was made from the very sources that are there. */
export async function ensureBuilt() {
  if (!isStale()) return;
  tell('Building Glossa…');
  await build();
}
