// The desktop app's life: one instance, one library, one window; a clean end.
import { join } from 'node:path';
import { app, BrowserWindow, dialog, session } from 'electron';
import { AppError, ERROR_CODES } from '#shared/errors.ts';
import type { Core } from '../core/core.ts';
import type { Log } from '../core/kinds.ts';
import { readAssets } from '../host/assets.ts';
import { openLibraryHere } from '../host/open-library.ts';
import { guardAllContents, guardSession } from './guards.ts';
import { answerPage } from './ipc.ts';
import { showMenu } from './menu.ts';
import { serveScheme } from './scheme.ts';
import { utilitySpawn } from './spawn.ts';
import { openWindow } from './window.ts';

/** @param built the folder of the built program, `out/main`. Runs once the app is ready; ends it when that fails. */
export async function runDesktop(built: string, log: Log): Promise<void> {
  guardAllContents();
  guardSession(session.defaultSession);
  const preload = join(built, '..', 'preload', 'index.cjs');
  let core: Core;
  try {
    const assets = readAssets(join(built, '..', 'renderer'));
    const library = app.commandLine.getSwitchValue('library') || null;
    core = await openLibraryHere({ library, sample: true, built, spawn: utilitySpawn(built), log });
    const opened = core;
    serveScheme(
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
  answerPage((paths) => core.admit(paths));
  showMenu(app.getLocale());
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow(preload);
  });
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  closeBeforeEnd(core, log);
  openWindow(preload);
}

/** The app ends only when the library is closed. */
function closeBeforeEnd(core: Core, log: Log): void {
  let isClosed = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    core
      .close()
      .catch((error: unknown) => log('error', 'The library could not be closed cleanly', error))
      .finally(() => {
        isClosed = true;
        app.quit();
      });
  });
}
