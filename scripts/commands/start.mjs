// `npm start`: the desktop window when there is an Electron binary, else the web host and a link.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from '../lib/build.mjs';
import { hasDisplay } from '../lib/display.mjs';
import { findElectron, isElectronInstalled } from '../lib/electron.mjs';
import { root } from '../lib/paths.mjs';
import { readStartOptions } from '../lib/start-options.mjs';
import { Trouble, tell } from '../lib/trouble.mjs';

export async function run(args) {
  const options = readStartOptions(args);
  const built = await ensureBuilt();
  const electron = await chooseElectron(options.host);
  return electron ? openWindow(electron, built, options) : openWeb(built, options);
}

/** The binary to use, or null for the web host; says in one line why when the person did not choose it. */
async function chooseElectron(host) {
  if (host === 'web') return null;
  if (host === null && !hasDisplay() && !process.env.GLOSSA_ELECTRON) {
    const why = isElectronInstalled()
      ? 'There is no display here for a desktop window'
      : 'There is no Electron binary here';
    tell(`${why}: starting Glossa for the browser instead.`);
    return null;
  }
  const electron = await findElectron();
  if (electron) return electron;
  if (host === 'desktop') {
    throw new Trouble('There is no Electron binary and it could not be downloaded. Set GLOSSA_ELECTRON, or use --web.');
  }
  tell('There is no Electron binary here and it could not be downloaded: starting Glossa for the browser instead.');
  return null;
}

/** An end with an error this soon is no end of a session: the window never came up. */
const startupMs = 10_000;

/**
 * Runs Electron on this repository until its window is closed. Where it cannot run (no sandbox, no graphics), the web
 * host takes its place, unless the desktop was asked for by name.
 */
async function openWindow(electron, built, options) {
  const started = Date.now();
  const code = await runElectron(electron, options.library);
  // 2 to 5 are Glossa's own (docs/cli.md): the window said why.
  const neverCameUp = code !== 0 && !(code >= 2 && code <= 5) && Date.now() - started < startupMs;
  if (!neverCameUp) return code;
  if (options.host === 'desktop')
    throw new Trouble('The desktop window could not be opened: see above. Try --web.', code);
  tell('The desktop window could not be opened here: starting Glossa for the browser instead.');
  return openWeb(built, options);
}

function runElectron(electron, library) {
  return new Promise((done) => {
    const child = spawn(electron, [root, ...(library ? [`--library=${library}`] : [])], { stdio: 'inherit' });
    let isEnding = false;
    for (const signal of ['SIGINT', 'SIGTERM']) {
      process.on(signal, () => {
        isEnding = true;
        child.kill(signal);
      });
    }
    child.on('error', () => done(127));
    child.on('close', (code) => done(isEnding ? 0 : (code ?? 1)));
  });
}

async function openWeb(built, { library, port, open }) {
  const file = join(built, 'main/serve.js');
  process.argv = [process.execPath, file, '--sample'];
  if (library) process.argv.push('--library', library);
  if (port) process.argv.push('--port', String(port));
  if (!open) process.argv.push('--no-open');
  await import(pathToFileURL(file).href);
}
