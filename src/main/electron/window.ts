// The desktop window: sandboxed, isolated, loaded from our own scheme.
import { BrowserWindow } from 'electron';
import { ORIGIN } from './scheme.ts';

/** @param preload the built preload's path. DevTools exist only when GLOSSA_DEVTOOLS is set. */
export function openWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Glossa',
    width: 1360,
    height: 860,
    minWidth: 640,
    minHeight: 480,
    show: false,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      plugins: false,
      spellcheck: false,
      devTools: Boolean(process.env['GLOSSA_DEVTOOLS']),
    },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${ORIGIN}/`);
  return window;
}
