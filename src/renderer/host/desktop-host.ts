// The abilities of a window in the desktop shell: native dialogs, menu and drags, by the preload.
import { AppError, ERROR_CODES, type ErrorCode } from '#shared/errors.ts';
import type { NativeAbilities } from '#shared/native.ts';
import type { Host, PickedFile } from './host.ts';
import { uploadAll } from './upload-all.ts';

declare global {
  interface Window {
    /** Put there by the desktop shell's preload; absent in a browser. */
    readonly glossa?: NativeAbilities;
  }
}

/** The desktop's host. */
export function desktopHost(native: NativeAbilities): Host {
  return {
    kind: 'desktop',
    // Only the ticket comes over; the import's own answer names the files.
    pickPdfs: async () => (await native.pickPdfs()).map((source) => ({ name: '', source })),
    pickSurvey: () => native.pickSurvey(),
    letIn: (files, onProgress) => letIn(native, files, onProgress),
    openExternal: (url) => void native.openExternal(url),
    pickLibrary: async (how) => {
      const change = await native.pickLibrary(how);
      if (change === null || change.ok) return change !== null;
      const code = Object.hasOwn(ERROR_CODES, change.code) ? (change.code as ErrorCode) : 'internal';
      throw new AppError(code, change.message);
    },
    newWindow: (hash) => void native.newWindow(hash),
    print: () => void native.print(),
    dragPdf: (event, { sha256, name }) => {
      // The system's own drag takes the place of the browser's.
      event.preventDefault();
      native.dragPdf(sha256, name);
    },
    setCommands: (language, commands) => native.setCommands(language, commands),
    onCommand: (listener) => native.onCommand(listener),
    onClosing: (listener) => native.onClosing(listener),
    onGo: (listener) => native.onGo(listener),
  };
}

/** Files of the disk are let in where they are; others (a picture dragged from a page) are handed over by their bytes. */
async function letIn(
  native: NativeAbilities,
  files: readonly File[],
  onProgress?: (done: number, total: number) => void,
): Promise<PickedFile[]> {
  const sources = await native.letIn(files);
  const picked: PickedFile[] = [];
  for (const [index, file] of files.entries()) {
    const source = sources[index];
    if (source) picked.push({ name: file.name, source });
    else picked.push(...(await uploadAll([file])));
    onProgress?.(picked.length, files.length);
  }
  return picked;
}
