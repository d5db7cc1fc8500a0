// A window that is closed while someone is typing: its page gets the moment it needs to save.
import { app, type BrowserWindow } from 'electron';

/** Time for the page to notice that it is hidden and to ask for the saving. */
const NOTICE_MS = 150;
/** A page that still waits for an answer after this long is closed all the same. */
const LIMIT_MS = 3000;

/**
 * A page saves what is being typed when it is hidden. So a window that is to close is hidden first, and goes when the
 * requests that follow have been answered.
 * @param pending how many of the window's requests are being answered.
 */
export function saveBeforeClose(window: BrowserWindow, pending: () => number): void {
  let isClosing = false;
  let isQuitting = false;
  // Keeping a window open calls off a quit: it is taken up again afterwards.
  const onQuit = (): void => void (isQuitting = true);
  app.on('before-quit', onQuit);
  window.once('closed', () => app.off('before-quit', onQuit));
  window.on('close', (event) => {
    event.preventDefault();
    if (isClosing) return;
    isClosing = true;
    window.hide();
    const since = Date.now();
    const wait = (): void => {
      if (pending() > 0 && Date.now() - since < LIMIT_MS) {
        setTimeout(wait, 30);
        return;
      }
      window.destroy();
      if (isQuitting) app.quit();
    };
    setTimeout(wait, NOTICE_MS);
  });
}
