// Entry of the desktop app (main/desktop.js of a build).
import { createHash } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app } from 'electron';
import type { Place } from '#shared/values.ts';
import { stderrLog } from '../host/log.ts';
import { filesAmong, makeArrivals } from './arrivals.ts';
import { runDesktop } from './desktop.ts';
import { placeOf, placesAmong } from './links.ts';
import { registerScheme } from './scheme.ts';

registerScheme();
app.enableSandbox();

const built = dirname(fileURLToPath(import.meta.url));
const wanted = app.commandLine.getSwitchValue('library');
const library = wanted ? resolve(wanted) : null;
// One instance a library: Electron counts instances by the folder of their own data.
if (library) {
  const name = createHash('sha256').update(library).digest('hex').slice(0, 16);
  app.setPath('userData', join(app.getPath('userData'), 'libraries', name));
}

const arrivingFiles = makeArrivals<string>();
const arrivingPlaces = makeArrivals<Place>();
// macOS tells of files and links before the app is ready, and only once.
app.on('open-file', (event, path) => {
  event.preventDefault();
  arrivingFiles.add(filesAmong([path], '/'));
});
app.on('open-url', (event, address) => {
  event.preventDefault();
  arrivingPlaces.add(placesAmong([address]));
});
if (app.isPackaged) app.setAsDefaultProtocolClient('glossa');
app.setAboutPanelOptions({
  applicationName: 'Glossa',
  applicationVersion: app.getVersion(),
  copyright: 'PDFs: pdf.js and PDFium. Data: SQLite. Formulas: KaTeX. All licences are in LICENCES.md.',
});

// Started from a repository, the first word is the app's own folder.
const named = process.argv.slice(app.isPackaged ? 1 : 2);
const files = filesAmong(named, process.cwd());
const places = placesAmong(named);
// Not the whole command line: its order may change, and Chromium adds to it.
const links = named.filter((word) => placeOf(word) !== null);
if (app.requestSingleInstanceLock({ words: [...files, ...links] })) {
  arrivingFiles.add(files);
  arrivingPlaces.add(places);
  // Not awaited at the top level: an ES module that waits for readiness keeps Electron from becoming ready.
  void app
    .whenReady()
    .then(() => runDesktop({ built, library, files: arrivingFiles, places: arrivingPlaces }, stderrLog));
} else {
  app.quit();
}
