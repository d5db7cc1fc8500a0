// Entry of the web host (main/serve.js of a build): opens the library, listens, prints the link, ends cleanly.
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppError, ERROR_CODES } from '#shared/errors.ts';
import { readAssets } from '../host/assets.ts';
import { askForLink, holderOf, type Links } from '../host/holder.ts';
import { stderrLog, tell } from '../host/log.ts';
import { nodeSpawn } from '../host/node-spawn.ts';
import { openHostLibraries } from '../host/open-library.ts';
import { openBrowser } from './open-browser.ts';
import { readServeOptions, type ServeOptions } from './options.ts';
import { startWebServer, type WebServer } from './server.ts';

const built = dirname(fileURLToPath(import.meta.url));

async function main(): Promise<void> {
  const options = readServeOptions(process.argv.slice(2));
  const assets = readAssets(join(built, '..', 'renderer'));
  const libraries = await openHostLibraries({ ...options, built, spawn: nodeSpawn(built), log: stderrLog });
  let web: WebServer;
  try {
    const onError = (error: unknown): void => stderrLog('error', 'Bug while answering a request', error);
    const name = hostName(libraries.core?.libraryId ?? options.library ?? '');
    const { port, socket } = options;
    web = await startWebServer({ core: libraries, assets, port, socket, name, onError });
  } catch (error) {
    await libraries.close();
    throw portProblem(error, options);
  }
  const { url, socket, token } = web;
  libraries.announce(socket === null ? { url, token } : { socket, token });
  endCleanly(async () => {
    await web.close();
    await libraries.close();
  });
  ready({ url: web.newLink(), plainUrl: web.plainLink() }, options);
}

/** A name for each library: browsers keep cookies and storage of `*.localhost` names apart. */
const hostName = (libraryId: string): string =>
  `glossa-${createHash('sha256').update(libraryId).digest('hex').slice(0, 8)}.localhost`;

function ready(links: Links, { open, json, socket }: ServeOptions): void {
  const { url, plainUrl } = links;
  if (json) process.stdout.write(`${JSON.stringify({ ...links, ...(socket !== null && { socket }) })}\n`);
  else if (socket !== null) {
    const { pathname, search } = new URL(url);
    process.stdout.write(
      `Glossa is ready: ${socket}\nForward a local port to it, then open ${pathname}${search} there.\n`,
    );
  } else process.stdout.write(`Glossa is ready: ${url}\nIf the browser does not find that name: ${plainUrl}\n`);
  // Safari does not know these names.
  if (open && socket === null) openBrowser(process.platform === 'darwin' ? plainUrl : url);
}

/** The first Ctrl-C (or TERM, or the terminal's end) closes everything; a second one does not wait. */
function endCleanly(close: () => Promise<void>): void {
  let isEnding = false;
  const end = (): void => {
    if (isEnding) process.exit(130);
    isEnding = true;
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        stderrLog('error', 'The library could not be closed cleanly', error);
        process.exit(ERROR_CODES.storage.exit);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
}

function portProblem(error: unknown, { port, socket }: ServeOptions): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (socket !== null && code !== undefined)
    return new AppError('bad_input', `${socket} cannot be listened on (${code}). Choose a path where nothing is yet.`);
  if (code === 'EADDRINUSE')
    return new AppError('bad_input', `Port ${port} is taken. Choose another with --port, or leave it out.`);
  if (code === 'EACCES') return new AppError('bad_input', `Port ${port} may not be used. Choose one above 1023.`);
  return error;
}

/** A second start on a library that is being served already opens that one. Gives false when there is no such host. */
async function openRunning(error: unknown): Promise<boolean> {
  const holder = holderOf(error);
  const links = holder && (await askForLink(holder));
  if (!links) return false;
  ready(links, readServeOptions(process.argv.slice(2)));
  return true;
}

main().catch(async (error: unknown) => {
  if (await openRunning(error)) return;
  if (error instanceof AppError) tell(error.message);
  else stderrLog('error', 'Glossa could not start', error);
  process.exitCode = error instanceof AppError ? ERROR_CODES[error.code].exit : 1;
});
