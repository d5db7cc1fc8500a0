// What every spec starts from: the built program on a library of its own, and a watch that fails the test on page
// errors, console errors, broken content policy, and any request that leaves the origin.
import { test as base, expect } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDouble, startElectron, startWeb, type Beginning, type Glossa } from './glossa.ts';
import type { DesktopDouble } from './electron/driver.ts';
import { runCli, WebHost } from './host.ts';
import { Watch } from './watch.ts';

export { expect };

type Fixtures = {
  /** How the library begins; change it with `test.use({ beginning: 'empty' })`. */
  beginning: Beginning;
  /** A folder of this test's own, gone afterwards. */
  folder: string;
  watch: Watch;
  /** The app, open. */
  glossa: Glossa;
  /** The desktop program on the double of Electron: its menu, dialogs and windows. Double project only. */
  desktop: DesktopDouble;
  /** The web host alone on an empty library, no page: for tests of the host itself. Web project only. */
  host: WebHost;
};

export const test = base.extend<Fixtures>({
  beginning: ['sample', { option: true }],
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'glossa-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  watch: async ({}, use) => {
    const watch = new Watch();
    await use(watch);
    expect(watch.problems, 'nothing went wrong in the page').toEqual([]);
  },
  glossa: async ({ page, folder, beginning, watch }, use, { project }) => {
    const library = join(folder, 'library');
    const userData = join(folder, 'user-data');
    const glossa =
      project.name === 'electron'
        ? await startElectron(library, userData, beginning, watch)
        : project.name === 'double'
          ? await startDouble(page, library, userData, beginning, watch)
          : await startWeb(page, library, beginning, watch);
    await use(glossa);
    watch.end();
    await glossa.stop();
  },
  desktop: async ({ glossa }, use) => {
    test.skip(!('double' in glossa), 'this is about the desktop program');
    await use((glossa as unknown as { double: DesktopDouble }).double);
  },
  host: async ({ folder }, use, { project }) => {
    test.skip(project.name !== 'web', 'this is about the web host');
    const library = join(folder, 'library');
    await runCli(['init', library]);
    const host = new WebHost(library);
    await host.start();
    await use(host);
    await host.stop();
  },
});
