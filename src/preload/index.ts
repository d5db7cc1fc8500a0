// The preload: a few named functions between the sandboxed page and the main process, frozen, and nothing else.
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { CHANNELS, type LibraryChange, type NativeAbilities } from '#shared/native.ts';
import type { Place } from '#shared/values.ts';

/** The event object would hand the page a way to the sender: only the value goes through. */
function hear<T>(channel: string, listener: (value: T) => void): () => void {
  const take = (_event: unknown, value: T): void => listener(value);
  ipcRenderer.on(channel, take);
  return () => void ipcRenderer.off(channel, take);
}

/** Where a file of the disk is; empty for one a page has made itself. The page never sees it. */
function pathOf(file: object): string {
  return file instanceof File ? webUtils.getPathForFile(file) : '';
}

const abilities: NativeAbilities = {
  kind: 'desktop',
  pickPdfs: () => ipcRenderer.invoke(CHANNELS.pickPdfs) as Promise<string[]>,
  pickSurvey: () => ipcRenderer.invoke(CHANNELS.pickSurvey) as Promise<{ name: string; source: string } | null>,
  letIn: (files) => ipcRenderer.invoke(CHANNELS.letIn, files.map(pathOf)) as Promise<(string | null)[]>,
  openExternal: (url) => ipcRenderer.invoke(CHANNELS.openExternal, url) as Promise<boolean>,
  pickLibrary: (how) => ipcRenderer.invoke(CHANNELS.pickLibrary, how) as Promise<LibraryChange>,
  newWindow: (hash) => ipcRenderer.invoke(CHANNELS.newWindow, hash) as Promise<void>,
  print: () => ipcRenderer.invoke(CHANNELS.print) as Promise<void>,
  dragPdf: (sha256, name) => ipcRenderer.send(CHANNELS.dragPdf, sha256, name),
  setCommands: (language, commands) => ipcRenderer.send(CHANNELS.setCommands, language, commands),
  onCommand: (listener) => hear<string>(CHANNELS.command, listener),
  onClosing: (listener) =>
    hear(CHANNELS.closing, () => {
      void listener().finally(() => ipcRenderer.send(CHANNELS.saved));
    }),
  onGo: (listener) => hear<Place>(CHANNELS.go, listener),
};

contextBridge.exposeInMainWorld('glossa', Object.freeze(abilities));
