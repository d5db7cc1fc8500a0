// The desktop window: sandboxed, isolated, loaded from our own scheme.
import { app, BrowserWindow, dialog } from 'electron';
import { ORIGIN } from './scheme.ts';

/** @param preload the built preload's path. DevTools exist only outside a packaged app, when GLOSSA_DEVTOOLS is set. */
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
      devTools: !app.isPackaged && Boolean(process.env['GLOSSA_DEVTOOLS']),
    },
  });
  window.once('ready-to-show', () => window.show());
  recover(window);
  load(window);
  return window;
}

/** A load that fails (the window closed meanwhile) shows as an empty window, and is no bug to crash for. */
function load(window: BrowserWindow): void {
  window.loadURL(`${ORIGIN}/`).catch(() => undefined);
}

/** A page sooner gone again than this is not loaded once more. */
const TOO_SOON_MS = 10_000;

/** A page whose process has died is loaded anew; the library is not in that process and has lost nothing. */
function recover(window: BrowserWindow): void {
  let lastMs = -Infinity;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const now = Date.now();
    if (now - lastMs < TOO_SOON_MS) {
      dialog.showErrorBox(
        'Glossa',
        'The window stopped twice in a row. Your library is safe: please start Glossa again.',
      );
      return;
    }
    lastMs = now;
    load(window);
  });
}
