// What the page may ask of the shell: the system's open dialogs and the gate for outside links. It never names a path
// and never sees one; what it gets is a source, good for an import.
import { basename } from 'node:path';
import { BrowserWindow, dialog, ipcMain, type IpcMainInvokeEvent, type OpenDialogOptions } from 'electron';
import { CHANNELS } from '#shared/native.ts';
import { openExternal } from './external.ts';
import { isOwnFrame } from './guards.ts';

type Admit = (paths: string[]) => string[];

/** Answers the preload. Anyone but our page's main frame is refused before anything happens. */
export function answerPage(admit: Admit): void {
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
  answer(CHANNELS.openExternal, (_event, address) => openExternal(address));
}

function answer(channel: string, run: (event: IpcMainInvokeEvent, argument: unknown) => Promise<unknown>): void {
  ipcMain.handle(channel, (event, argument: unknown) => {
    if (!isOwnFrame(event)) throw new Error('refused');
    return run(event, argument);
  });
}

async function pick(event: IpcMainInvokeEvent, options: OpenDialogOptions): Promise<string[]> {
  const window = BrowserWindow.fromWebContents(event.sender);
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options));
  return canceled ? [] : filePaths;
}
