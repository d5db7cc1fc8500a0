// Finds a Chromium for the end-to-end tests, or installs one.
import { existsSync } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fromRoot } from './paths.mjs';
import { run } from './run.mjs';
import { tell } from './trouble.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const places = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** What to tell a person when there is no browser and none could be installed. */
export const noBrowser =
  'No Chromium for the end-to-end tests: install Chromium or Chrome, or set GLOSSA_CHROMIUM to its path.';

/**
 * The path of a Chromium: GLOSSA_CHROMIUM, one on PATH or in its usual place, Playwright's own; else one installed now.
 * Null when there is none to be had.
 */
export async function findOrInstallBrowser() {
  return (await findBrowser()) ?? (await installBrowser());
}

async function findBrowser() {
  const named = process.env.GLOSSA_CHROMIUM;
  if (named) return existsSync(named) ? named : null;
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  for (const file of [...onPath, ...(places[process.platform] ?? [])]) if (await isExecutable(file)) return file;
  return playwrightBrowser();
}

async function playwrightBrowser() {
  const { chromium } = await import('@playwright/test');
  const file = chromium.executablePath();
  return existsSync(file) ? file : null;
}

async function installBrowser() {
  tell('Installing a Chromium for the end-to-end tests…');
  const cli = fromRoot('node_modules/@playwright/test/cli.js');
  const { code } = await run(process.execPath, [cli, 'install', 'chromium'], { timeoutMs: 240_000 });
  const own = code === 0 ? await playwrightBrowser() : null;
  if (own) return own;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], { env });
    await run('apt-get', ['install', '-y', '-qq', 'chromium'], { env });
  }
  return process.env.GLOSSA_CHROMIUM ? null : findBrowser();
}

async function isExecutable(file) {
  try {
    await access(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
