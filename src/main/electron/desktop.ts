// The desktop app's life: one library, one window; files that arrive; a clean end.
import { join } from 'node:path';
import { app, BrowserWindow, dialog, session } from 'electron';
import { AppError, ERROR_CODES } from '#shared/errors.ts';
import type { Core } from '../core/core.ts';
import type { Log } from '../core/kinds.ts';
import { readAssets } from '../host/assets.ts';
import { openLibraryHere } from '../host/open-library.ts';
import { openPrivateDoor } from '../host/private-door.ts';
import { bringIn, filesAmong, type Arrivals } from './arrivals.ts';
import { saveBeforeClose } from './closing.ts';
import { guardAllContents, guardSession } from './guards.ts';
import { answerPage } from './ipc.ts';
import { showMenu } from './menu.ts';
import { serveScheme } from './scheme.ts';
import { utilitySpawn } from './spawn.ts';
import { openWindow } from './window.ts';

export type Desktop = {
  /** Folder of the built program, `main` of a build. */
  built: string;
  /** Absolute; null for the default library. */
  library: string | null;
  arrivals: Arrivals;
};

/** Runs once the app is ready; ends it when the library cannot be opened. */
export async function runDesktop({ built, library, arrivals }: Desktop, log: Log): Promise<void> {
  guardAllContents();
  guardSession(session.defaultSession);
  const preload = join(built, '..', 'preload', 'index.cjs');
  let core: Core;
  let pending: () => number;
  try {
    const assets = readAssets(join(built, '..', 'renderer'));
    core = await openLibraryHere({ library, sample: true, built, spawn: utilitySpawn(built), log });
    const opened = core;
    pending = serveScheme(
      session.defaultSession,
      assets,
      (request) => opened.handle(request, 'window'),
      (error) => log('error', 'Bug while answering a request', error),
    );
  } catch (error) {
    const message = error instanceof AppError ? error.message : 'Glossa could not start. What happened is in the log.';
    if (!(error instanceof AppError)) log('error', 'Glossa could not start', error);
    dialog.showErrorBox('Glossa', message);
    app.exit(error instanceof AppError ? ERROR_CODES[error.code].exit : 1);
    return;
  }
  const closeDoor = await openDoor(core, log);
  answerPage((paths) => core.admit(paths));
  showMenu(app.getLocale());
  const open = (): void => saveBeforeClose(openWindow(preload), pending);
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) open();
  });
  app.on('second-instance', (_event, _argv, _cwd, data) => {
    const [window] = BrowserWindow.getAllWindows();
    if (!window) open();
    else if (window.isMinimized()) window.restore();
    window?.focus();
    const { files } = (data ?? {}) as { files?: unknown };
    if (Array.isArray(files)) arrivals.add(filesAmong(files, '/'));
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  closeBeforeEnd(async () => {
    await closeDoor();
    await core.close();
  }, log);
  open();
  arrivals.handTo((paths) => {
    bringIn(core, paths, ({ message }) => dialog.showErrorBox('Glossa', message)).catch((error: unknown) =>
      log('error', 'Bug while bringing in files', error),
    );
  });
}

/** Lets the command line work on the library this window holds. Without it the verbs say who holds the library. */
async function openDoor(core: Core, log: Log): Promise<() => Promise<void>> {
  try {
    const { socket, token, close } = await openPrivateDoor(
      (request) => core.handle(request, 'cli'),
      (error) => log('error', 'Bug while answering the command line', error),
    );
    core.announce({ socket, token });
    return close;
  } catch (error) {
    log('warn', 'The command line cannot reach this library while it is open here', error);
    return () => Promise.resolve();
  }
}

/** The app ends only when the library is closed: jobs ended, everything on disk, the lock free. */
function closeBeforeEnd(close: () => Promise<void>, log: Log): void {
  let isClosed = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    close()
      .catch((error: unknown) => log('error', 'The library could not be closed cleanly', error))
      .finally(() => {
        isClosed = true;
        app.quit();
      });
  });
}
