// What every spec starts from: the built program on a library of its own, and a watch that fails the test on page
// errors, console errors, broken content policy, and any request that leaves the origin.
import { test as base, expect } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startElectron, startWeb, type Beginning, type Glossa } from './glossa.ts';
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
    const glossa =
      project.name === 'electron'
        ? await startElectron(library, join(folder, 'user-data'), beginning, watch)
        : await startWeb(page, library, beginning, watch);
    await use(glossa);
    watch.end();
    await glossa.stop();
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
