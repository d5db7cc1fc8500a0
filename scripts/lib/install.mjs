// Installs the packages when they are missing or are not the lock file's any more.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromRoot, root } from './paths.mjs';
import { run } from './run.mjs';
import { Trouble, tell } from './trouble.mjs';

const marker = fromRoot('node_modules/.glossa-installed');

/** What an up-to-date installation's marker says. */
function wantedMark() {
  const lock = readFileSync(fromRoot('package-lock.json'));
  return createHash('sha256').update(lock).update(`${process.platform}-${process.arch}`).digest('hex');
}

/** True when node_modules holds what package-lock.json asks for, as far as the marker tells. */
function isMarked() {
  return existsSync(marker) && readFileSync(marker, 'utf8').trim() === wantedMark();
}

/** True when npm itself, called by hand, has put there just what package-lock.json asks for. */
export function isAsLocked(folder) {
  let wanted;
  let found;
  try {
    wanted = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')).packages;
    // npm's own record of what it installed.
    found = JSON.parse(readFileSync(join(folder, 'node_modules/.package-lock.json'), 'utf8')).packages;
  } catch {
    return false;
  }
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    if (path === '') return true;
    // Optional packages are often of another system.
    if (!found[path]) return optional === true || devOptional === true;
    return found[path].version === version && existsSync(join(folder, path, 'package.json'));
  });
}

/** Runs `npm ci` unless it has been run for this very lock file. Its noise goes to standard error. */
export async function ensureInstalled() {
  if (isMarked()) return;
  if (isAsLocked(root)) {
    writeFileSync(marker, `${wantedMark()}\n`);
    return;
  }
  tell('Installing packages (once; this takes a minute or two)…');
  const { code } = await run(...npmCommand(['ci', '--no-audit', '--no-fund', '--loglevel=error']));
  if (code !== 0) {
    throw new Trouble('The packages could not be installed: see what npm said above, then run the same command again.');
  }
  writeFileSync(marker, `${wantedMark()}\n`);
}

/** How to call npm: the one that called us, by its own file, else whatever `npm` is on PATH. */
function npmCommand(args) {
  const file = process.env.npm_execpath;
  if (file && /\.c?js$/.test(file) && existsSync(file)) return [process.execPath, [file, ...args]];
  return process.platform === 'win32' ? ['npm.cmd', args, { shell: true }] : ['npm', args];
}
