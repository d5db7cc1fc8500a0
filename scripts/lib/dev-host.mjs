// The web host of `npm run dev`: a child process that is started again whenever the main program was rebuilt.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromRoot } from './paths.mjs';

/** Runs out/dev/main/serve.js on `library`, at the same port each time, so that its cookie keeps its name. */
export function makeDevHost(library) {
  let child = null;
  let address = null;

  async function start() {
    const port = address ? ['--port', new URL(address.url).port] : [];
    const args = [fromRoot('out/dev/main/serve.js'), '--library', library, '--sample', '--no-open', ...port];
    child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const started = child;
    const isReady = await new Promise((done) => {
      started.stdout.once('data', () => done(true));
      started.once('close', () => done(false));
    });
    if (isReady) address = JSON.parse(readFileSync(join(library, 'lock.json'), 'utf8'));
    return isReady;
  }

  async function stop() {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const closed = new Promise((done) => child.once('close', done));
    child.kill('SIGTERM');
    await closed;
  }

  return {
    start,
    stop,
    /** Where it listens. */
    url: () => address.url,
    /** True when this Cookie header opens the page there. */
    isLoggedIn: async (cookie) => {
      const response = await fetch(address.url, { headers: { cookie, 'sec-fetch-site': 'same-origin' } });
      await response.body?.cancel();
      return response.ok;
    },
    /** Path and query of a fresh one-time link. */
    freshLink: async () => {
      const headers = { authorization: `Bearer ${address.token}`, 'content-type': 'application/json' };
      const response = await fetch(`${address.url}/link`, { method: 'POST', headers, body: '{}' });
      const { pathname, search } = new URL((await response.json()).url);
      return pathname + search;
    },
  };
}
