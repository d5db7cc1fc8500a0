// A window that is closed while someone is typing: its page saves first, and says so.
import { app, ipcMain, type BrowserWindow } from 'electron';
import { CHANNELS } from '#shared/native.ts';
import { isOwnFrame } from './guards.ts';

/** A page that has not answered after this long is closed all the same: it hangs, or its process is gone. */
const LIMIT_MS = 5000;
/** A page that never said it listens has nothing typed; it only gets the time to notice that it is hidden. */
const NOTICE_MS = 150;

/**
 * A window that is to close is hidden, its page asked to save what is being typed, and the window goes when the page says
 * that all of it is acknowledged and the requests under way have been answered.
 * @param pending how many of the window's requests are being answered.
 * @param isListening true once the window's page has said that it hears what it is told.
 */
export function saveBeforeClose(window: BrowserWindow, pending: () => number, isListening: () => boolean): void {
  let isClosing = false;
  let isQuitting = false;
  let isSaved = false;
  // Keeping a window open calls off a quit: it is taken up again afterwards.
  const onQuit = (): void => void (isQuitting = true);
  const { id } = window.webContents;
  const onSaved = (event: Parameters<typeof isOwnFrame>[0]): void => {
    if (isOwnFrame(event) && event.sender.id === id) isSaved = true;
  };
  app.on('before-quit', onQuit);
  ipcMain.on(CHANNELS.saved, onSaved);
  window.once('closed', () => {
    app.off('before-quit', onQuit);
    ipcMain.off(CHANNELS.saved, onSaved);
  });
  window.on('close', (event) => {
    event.preventDefault();
    if (isClosing) return;
    isClosing = true;
    window.hide();
    const asked = isListening();
    if (asked) window.webContents.send(CHANNELS.closing);
    const since = Date.now();
    const wait = (): void => {
      const isWaiting = (asked && !isSaved) || pending() > 0;
      if (isWaiting && Date.now() - since < LIMIT_MS && !window.isDestroyed()) {
        setTimeout(wait, 20);
        return;
      }
      window.destroy();
      if (isQuitting) app.quit();
    };
    setTimeout(wait, asked ? 0 : NOTICE_MS);
  });
}
