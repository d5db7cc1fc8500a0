// Desktop windows: sandboxed, isolated, loaded from our own scheme; where they were, remembered.
import { join } from 'node:path';
import { app, BrowserWindow, dialog, screen } from 'electron';
import { fitOnScreen, keepBounds, readBounds, SMALLEST } from './bounds.ts';
import { ORIGIN } from './scheme.ts';

/** The hash of a place in the window, as the page itself writes it. */
const HASH = /^#\/[\w/?=&%.:-]{0,500}$/;
/** How far a further window stands from the one before it. */
const STEP = 28;

/**
 * Opens a window at the place of `hash` (anything else than a place of the page counts as the start).
 * @param preload the built preload's path. DevTools exist only outside a packaged app, when GLOSSA_DEVTOOLS is set.
 */
export function openWindow(preload: string, hash = ''): BrowserWindow {
  const file = join(app.getPath('userData'), 'window.json');
  const kept = readBounds(file);
  const others = BrowserWindow.getAllWindows().length;
  const shifted = kept && others > 0 ? { ...kept, x: kept.x + others * STEP, y: kept.y + others * STEP } : kept;
  const { isMaximized = false, ...bounds } = fitOnScreen(
    shifted,
    screen.getAllDisplays().map(({ workArea }) => workArea),
  );
  const window = new BrowserWindow({
    title: 'Glossa',
    ...bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
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
  window.once('ready-to-show', () => {
    if (isMaximized) window.maximize();
    window.show();
  });
  window.on('close', () => keepBounds(file, { ...window.getNormalBounds(), isMaximized: window.isMaximized() }));
  recover(window);
  load(window, HASH.test(hash) ? hash : '');
  return window;
}

/** A load that fails (the window closed meanwhile) shows as an empty window, and is no bug to crash for. */
function load(window: BrowserWindow, hash = ''): void {
  window.loadURL(`${ORIGIN}/${hash}`).catch(() => undefined);
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
