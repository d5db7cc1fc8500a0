// The preload: a few named functions between the sandboxed page and the main process, frozen, and nothing else.
import { contextBridge, ipcRenderer } from 'electron';
import { CHANNELS, type NativeAbilities } from '#shared/native.ts';

const abilities: NativeAbilities = {
  kind: 'desktop',
  pickPdfs: () => ipcRenderer.invoke(CHANNELS.pickPdfs) as Promise<string[]>,
  pickSurvey: () => ipcRenderer.invoke(CHANNELS.pickSurvey) as Promise<{ name: string; source: string } | null>,
  openExternal: (url) => ipcRenderer.invoke(CHANNELS.openExternal, url) as Promise<boolean>,
  onCommand: (listener) => {
    // The event object would hand the page a way to the sender: only the id goes through.
    const hear = (_event: unknown, id: unknown): void => {
      if (typeof id === 'string') listener(id);
    };
    ipcRenderer.on(CHANNELS.command, hear);
    return () => void ipcRenderer.off(CHANNELS.command, hear);
  },
};

contextBridge.exposeInMainWorld('glossa', Object.freeze(abilities));
