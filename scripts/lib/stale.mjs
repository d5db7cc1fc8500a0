// Tells whether out/ was built from what is in the repository now.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromRoot } from './paths.mjs';

const sources = ['src', 'resources', 'scripts/vite', 'electron.vite.config.ts', 'package.json', 'package-lock.json'];
const marker = fromRoot('out/.built-from');

/** A hash of every source the build reads: names and contents, tests left out. */
export function sourceHash() {
  const hash = createHash('sha256');
  for (const source of sources) add(hash, source);
  return hash.digest('hex');
}

function add(hash, path) {
  const full = fromRoot(path);
  if (!existsSync(full)) return;
  for (const file of filesUnder(full)) {
    hash.update(`${file}\0`);
    hash.update(readFileSync(file));
  }
}

function filesUnder(path) {
  let entries;
  try {
    entries = readdirSync(path, { withFileTypes: true });
  } catch {
    return [path]; // A file, not a folder.
  }
  const names = entries.filter((entry) => !/\.test\.tsx?$/.test(entry.name)).sort((a, b) => (a.name < b.name ? -1 : 1));
  return names.flatMap((entry) =>
    entry.isDirectory() ? filesUnder(join(path, entry.name)) : [join(path, entry.name)],
  );
}

/** True when there is no build, or it was made from something else. */
export function isStale(hash = sourceHash()) {
  return !existsSync(marker) || readFileSync(marker, 'utf8') !== hash;
}

/** Records what the build now in out/ was made from. */
export function markBuilt(hash) {
  writeFileSync(marker, hash);
}
