// Entry of the desktop app (main/desktop.js of a build).
import { createHash } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app } from 'electron';
import { stderrLog } from '../host/log.ts';
import { filesAmong, makeArrivals } from './arrivals.ts';
import { runDesktop } from './desktop.ts';
import { registerScheme } from './scheme.ts';

registerScheme();
app.enableSandbox();

const named = app.commandLine.getSwitchValue('library');
const library = named ? resolve(named) : null;
// One instance a library: Electron counts instances by the folder of their own data.
if (library) {
  const name = createHash('sha256').update(library).digest('hex').slice(0, 16);
  app.setPath('userData', join(app.getPath('userData'), 'libraries', name));
}

const arrivals = makeArrivals();
// macOS tells of files before the app is ready, and only once.
app.on('open-file', (event, path) => {
  event.preventDefault();
  arrivals.add(filesAmong([path], '/'));
});

// Started from a repository, the first word is the app's own folder.
const files = filesAmong(process.argv.slice(app.isPackaged ? 1 : 2), process.cwd());
if (app.requestSingleInstanceLock({ files })) {
  arrivals.add(files);
  // Not awaited at the top level: an ES module that waits for readiness keeps Electron from becoming ready.
  void app
    .whenReady()
    .then(() => runDesktop({ built: dirname(fileURLToPath(import.meta.url)), library, arrivals }, stderrLog));
} else {
  app.quit();
}
