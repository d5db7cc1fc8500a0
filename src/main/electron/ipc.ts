// What the page may ask of the shell: the system's dialogs, its menu, another window, and the gate for outside links. It
// never names a path and never sees one; what it gets is a source, good for an import.
import { basename } from 'node:path';
import { BrowserWindow, dialog, ipcMain, nativeImage, type IpcMainEvent, type IpcMainInvokeEvent } from 'electron';
import type { OpenDialogOptions } from 'electron';
import { AppError } from '#shared/errors.ts';
import { CHANNELS, type LibraryChange } from '#shared/native.ts';
import type { Libraries } from '../host/libraries.ts';
import { admissible } from './arrivals.ts';
import { namedCopy } from './drag-out.ts';
import { openExternal } from './external.ts';
import { isOwnFrame } from './guards.ts';
import type { Menus } from './menus.ts';

export type Shell = {
  libraries: Libraries;
  menus: Menus;
  /** The picture under the pointer while a PDF is dragged out. */
  dragIcon: string;
  openWindow(hash: string): void;
  /** A page is there and listens. */
  onPage(window: BrowserWindow): void;
};

/** Answers the preload. Anyone but our page's main frame is refused before anything happens. */
export function answerPage(shell: Shell): void {
  const { libraries, menus } = shell;
  const admit = (paths: string[]): string[] => {
    if (!libraries.core) throw new AppError('damaged', 'No library is open.');
    return libraries.core.admit(paths);
  };
  answer(CHANNELS.pickPdfs, async (event) =>
    admit(
      await pick(event, {
        properties: ['openFile', 'multiSelections'],
        filters: [{ name: 'PDF', extensions: ['pdf'] }],
      }),
    ),
  );
  answer(CHANNELS.pickSurvey, async (event) => {
    const [path] = await pick(event, {
      properties: ['openFile'],
      filters: [{ name: 'Markdown', extensions: ['md', 'markdown', 'mdown', 'txt'] }],
    });
    const [source] = path === undefined ? [] : admit([path]);
    return path === undefined || source === undefined ? null : { name: basename(path), source };
  });
  answer(CHANNELS.letIn, (_event, paths) => {
    const found = admissible(paths);
    const sources = admit(found.filter((path) => path !== null));
    return Promise.resolve(found.map((path) => (path === null ? null : (sources.shift() ?? null))));
  });
  answer(CHANNELS.openExternal, (_event, address) => openExternal(address));
  answer(CHANNELS.pickLibrary, (event, how) => pickLibrary(event, how === 'new', libraries));
  answer(CHANNELS.newWindow, (_event, hash) => Promise.resolve(shell.openWindow(typeof hash === 'string' ? hash : '')));
  answer(CHANNELS.print, (event) => {
    event.sender.print({});
    return Promise.resolve();
  });
  hear(CHANNELS.setCommands, (event, language, commands) => {
    const window = BrowserWindow.fromWebContents(event.sender);
    if (menus.take(window, language, commands) && window) shell.onPage(window);
  });
  hear(CHANNELS.dragPdf, (event, sha256, name) => {
    const stored = typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256) && libraries.core?.fileOf(sha256);
    if (!stored || typeof name !== 'string') return;
    event.sender.startDrag({ file: namedCopy(stored, name), icon: nativeImage.createFromPath(shell.dragIcon) });
  });
}

async function pickLibrary(event: IpcMainInvokeEvent, isNew: boolean, libraries: Libraries): Promise<LibraryChange> {
  const [dir] = await pick(event, { properties: isNew ? ['openDirectory', 'createDirectory'] : ['openDirectory'] });
  if (dir === undefined) return null;
  try {
    await libraries.open(dir, isNew ? { primary: 'en', secondary: 'zh-Hans' } : undefined);
    return { ok: true };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ok: false, code: error.code, message: error.message };
  }
}

function answer(channel: string, run: (event: IpcMainInvokeEvent, argument: unknown) => Promise<unknown>): void {
  ipcMain.handle(channel, (event, argument: unknown) => {
    if (!isOwnFrame(event)) throw new Error('refused');
    return run(event, argument);
  });
}

/** Messages without an answer; those of anyone else are dropped. */
function hear(channel: string, run: (event: IpcMainEvent, one: unknown, other: unknown) => void): void {
  ipcMain.on(channel, (event, one: unknown, other: unknown) => {
    if (isOwnFrame(event)) run(event, one, other);
  });
}

async function pick(event: IpcMainInvokeEvent, options: OpenDialogOptions): Promise<string[]> {
  const window = BrowserWindow.fromWebContents(event.sender);
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options));
  return canceled ? [] : filePaths;
}
