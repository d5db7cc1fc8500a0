// Entry of the web host (main/serve.js of a build): opens the library, listens, prints the link, ends cleanly.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppError, ERROR_CODES } from '#shared/errors.ts';
import { readAssets } from '../host/assets.ts';
import { askForLink, holderOf } from '../host/holder.ts';
import { stderrLog, tell } from '../host/log.ts';
import { nodeSpawn } from '../host/node-spawn.ts';
import { openLibraryHere } from '../host/open-library.ts';
import { openBrowser } from './open-browser.ts';
import { readServeOptions, type ServeOptions } from './options.ts';
import { startWebServer, type WebServer } from './server.ts';

const built = dirname(fileURLToPath(import.meta.url));

async function main(): Promise<void> {
  const options = readServeOptions(process.argv.slice(2));
  const assets = readAssets(join(built, '..', 'renderer'));
  const core = await openLibraryHere({ ...options, built, spawn: nodeSpawn(built), log: stderrLog });
  let web: WebServer;
  try {
    const onError = (error: unknown): void => stderrLog('error', 'Bug while answering a request', error);
    web = await startWebServer({ core, assets, port: options.port, onError });
  } catch (error) {
    await core.close();
    throw portProblem(error, options.port);
  }
  core.announce({ url: web.url, token: web.token });
  endCleanly(async () => {
    await web.close();
    await core.close();
  });
  ready(web.newLink(), options);
}

function ready(link: string, { open, json }: ServeOptions): void {
  process.stdout.write(json ? `${JSON.stringify({ url: link })}\n` : `Glossa is ready: ${link}\n`);
  if (open) openBrowser(link);
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

function portProblem(error: unknown, port: number): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return new AppError('bad_input', `Port ${port} is taken. Choose another with --port, or leave it out.`);
  if (code === 'EACCES') return new AppError('bad_input', `Port ${port} may not be used. Choose one above 1023.`);
  return error;
}

/** A second start on a library that is being served already opens that one. Gives false when there is no such host. */
async function openRunning(error: unknown): Promise<boolean> {
  const holder = holderOf(error);
  const link = holder && (await askForLink(holder));
  if (!link) return false;
  ready(link, readServeOptions(process.argv.slice(2)));
  return true;
}

main().catch(async (error: unknown) => {
  if (await openRunning(error)) return;
  if (error instanceof AppError) tell(error.message);
  else stderrLog('error', 'Glossa could not start', error);
  process.exitCode = error instanceof AppError ? ERROR_CODES[error.code].exit : 1;
});
