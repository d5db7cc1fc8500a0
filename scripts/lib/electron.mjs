// Finds an Electron binary, or tries once to download it.
import { existsSync, readFileSync } from 'node:fs';
import { fromRoot } from './paths.mjs';
import { run } from './run.mjs';
import { Trouble, tell } from './trouble.mjs';

const downloadLimitMs = 120_000;

/**
 * The path of an Electron binary: GLOSSA_ELECTRON, else the one the electron package has downloaded, else one that it
 * can download now within two minutes. Null when there is none to be had.
 */
export async function findElectron() {
  const named = process.env.GLOSSA_ELECTRON;
  if (named) {
    if (!existsSync(named)) throw new Trouble(`GLOSSA_ELECTRON names ${named}, which is not there.`, 2);
    return named;
  }
  const installed = installedElectron();
  if (installed) return installed;
  const installer = fromRoot('node_modules/electron/install.js');
  if (!existsSync(installer)) return null;
  tell('Downloading Electron (once)…');
  const { code } = await run(process.execPath, [installer], { output: 'keep', timeoutMs: downloadLimitMs });
  return code === 0 ? installedElectron() : null;
}

/** True when the electron package has its binary. */
export function isElectronInstalled() {
  return installedElectron() !== null;
}

function installedElectron() {
  const folder = fromRoot('node_modules/electron');
  try {
    const file = `${folder}/dist/${readFileSync(`${folder}/path.txt`, 'utf8').trim()}`;
    return existsSync(file) ? file : null;
  } catch {
    return null; // path.txt is written at the end of a download: without it there is none.
  }
}
