// Names a build by what it is made from, so that one of other sources is never taken for it.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromRoot } from './paths.mjs';

const sources = ['src', 'scripts/vite', 'electron.vite.config.ts', 'package.json', 'package-lock.json'];

/** A hash of every source the build reads: names and contents, tests left out. 32 hexadecimal digits. */
export function sourceHash(base = fromRoot('.')) {
  const hash = createHash('sha256');
  for (const source of sources) add(hash, base, source);
  return hash.digest('hex').slice(0, 32);
}

function add(hash, base, source) {
  if (!existsSync(join(base, source))) return;
  for (const file of filesUnder(base, source)) {
    const bytes = readFileSync(join(base, file));
    hash.update(`${file}\0${bytes.length}\0`);
    hash.update(bytes);
  }
}

/** Files by their path below `base`, in one order everywhere. */
function filesUnder(base, path) {
  let entries;
  try {
    entries = readdirSync(join(base, path), { withFileTypes: true });
  } catch {
    return [path]; // A file, not a folder.
  }
  const names = entries.filter((entry) => !/\.test\.tsx?$/.test(entry.name)).sort((a, b) => (a.name < b.name ? -1 : 1));
  return names.flatMap((entry) =>
    entry.isDirectory() ? filesUnder(base, `${path}/${entry.name}`) : [`${path}/${entry.name}`],
  );
}
