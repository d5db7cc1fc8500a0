// The desktop app's life: one library at a time, its windows; files and links that arrive; a clean end.
import { join } from 'node:path';
import { app, BrowserWindow, dialog, session } from 'electron';
import { AppError, ERROR_CODES } from '#shared/errors.ts';
import { CHANNELS } from '#shared/native.ts';
import type { Place } from '#shared/values.ts';
import type { Log } from '../core/kinds.ts';
import { readAssets } from '../host/assets.ts';
import type { Libraries } from '../host/libraries.ts';
import { resourcesDir } from '../host/library-dir.ts';
import { openHostLibraries } from '../host/open-library.ts';
import { openPrivateDoor } from '../host/private-door.ts';
import { bringIn, filesAmong, type Arrivals } from './arrivals.ts';
import { saveBeforeClose } from './closing.ts';
import { guardAllContents, guardSession } from './guards.ts';
import { answerPage } from './ipc.ts';
import { placesAmong } from './links.ts';
import { makeMenus } from './menus.ts';
import { showProgress } from './progress.ts';
import { serveScheme } from './scheme.ts';
import { utilitySpawn } from './spawn.ts';
import { updateMenu } from './update-menu.ts';
import { openWindow } from './window.ts';

export type Desktop = {
  /** Folder of the built program, `main` of a build. */
  built: string;
  /** Absolute; null for the default library. */
  library: string | null;
  files: Arrivals<string>;
  places: Arrivals<Place>;
};

/** Runs once the app is ready; ends it when the library cannot be opened. */
export async function runDesktop({ built, library, files, places }: Desktop, log: Log): Promise<void> {
  guardAllContents();
  guardSession(session.defaultSession);
  const preload = join(built, '..', 'preload', 'index.cjs');
  let libraries: Libraries;
  let pending: () => number;
  try {
    const assets = readAssets(join(built, '..', 'renderer'));
    libraries = await openHostLibraries({ library, sample: true, built, spawn: utilitySpawn(built), log });
    const opened = libraries;
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
  const ending = new AbortController();
  const closeDoor = await openDoor(libraries, log);
  const update = updateMenu(() => menus.renew(), log);
  const menus = makeMenus(() => ({ recents: libraries.recents.list().filter(({ isThere }) => isThere), update }));
  const listening = new WeakSet<BrowserWindow>();
  const open = (hash = ''): void => {
    const window = openWindow(preload, hash);
    saveBeforeClose(window, pending, () => listening.has(window));
    // A page that is gone or loaded anew says again that it listens.
    window.webContents.on('render-process-gone', () => listening.delete(window));
  };
  answerPage({
    libraries,
    menus,
    dragIcon: join(resourcesDir(built), 'icons', 'pdf.png'),
    openWindow: open,
    onPage: (window) => {
      if (listening.has(window)) return;
      listening.add(window);
      // Links that came with the start, or before any page listened.
      places.handTo((these) => these.slice(-1).forEach((place) => send(place)));
    },
  });
  const send = (place: Place): void => {
    const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
    window?.webContents.send(CHANNELS.go, place);
    window?.focus();
  };
  noteRecents(libraries, () => menus.renew());
  showProgress(libraries, ending.signal);
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) open();
  });
  app.on('second-instance', (_event, _argv, _cwd, data) => {
    const [window] = BrowserWindow.getAllWindows();
    if (!window) open();
    else if (window.isMinimized()) window.restore();
    window?.focus();
    // What it carries is checked anew: any program of this user can start a second one.
    const { words } = (data ?? {}) as { words?: unknown };
    if (!Array.isArray(words)) return;
    files.add(filesAmong(words, '/'));
    places.add(placesAmong(words));
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  closeBeforeEnd(async () => {
    ending.abort();
    await closeDoor();
    await libraries.close();
  }, log);
  open();
  files.handTo((paths) => {
    if (!libraries.core) return;
    bringIn(libraries.core, paths, ({ message }) => dialog.showErrorBox('Glossa', message)).catch((error: unknown) =>
      log('error', 'Bug while bringing in files', error),
    );
  });
}

/** The system's own list of recent things, and the menu's. */
function noteRecents(libraries: Libraries, renew: () => void): void {
  const note = (): void => {
    if (libraries.core && process.platform !== 'linux') app.addRecentDocument(libraries.core.libraryDir);
    renew();
  };
  libraries.onChange(note);
  note();
}

/** Lets the command line work on the library this window holds. Without it the verbs say who holds the library. */
async function openDoor(libraries: Libraries, log: Log): Promise<() => Promise<void>> {
  try {
    const { socket, token, close } = await openPrivateDoor(
      (request) => libraries.handle(request, 'cli'),
      (error) => log('error', 'Bug while answering the command line', error),
    );
    libraries.announce({ socket, token });
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
