// Entry of the desktop app (out/main/desktop.js).
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app } from 'electron';
import { stderrLog } from '../host/log.ts';
import { runDesktop } from './desktop.ts';
import { registerScheme } from './scheme.ts';

registerScheme();
app.enableSandbox();

if (app.requestSingleInstanceLock()) {
  // Not awaited at the top level: an ES module that waits for readiness keeps Electron from becoming ready.
  void app.whenReady().then(() => runDesktop(dirname(fileURLToPath(import.meta.url)), stderrLog));
} else {
  app.quit();
}
