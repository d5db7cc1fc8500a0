// The app under test, whichever host it runs on: a page, a library folder, a restart, the command line.
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { cp } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DesktopDouble } from './electron/driver.ts';
import { answerChoosers } from './choosers.ts';
import { runCli, WebHost, type Ended } from './host.ts';
import { sampleLibrary } from './sample-library.ts';
import type { Watch } from './watch.ts';

/** What a spec may do with the running app. After {@link restart}, `page` is the new page. */
export type Glossa = {
  page: Page;
  readonly libraryDir: string;
  /** Ends the program and starts it again on the same library; `kill` ends it without warning. */
  restart(how?: 'cleanly' | 'kill'): Promise<void>;
  /** Runs a verb of the command line on this library and gives its JSON value. Throws when it fails. */
  cli<T>(...args: string[]): Promise<T>;
  stop(): Promise<void>;
};

/** How the library begins: a copy of the sample library, an empty one, or none, so that the program makes the sample. */
export type Beginning = 'sample' | 'empty' | 'first start';

async function prepare(libraryDir: string, beginning: Beginning): Promise<void> {
  if (beginning === 'empty') check(await runCli(['init', libraryDir]));
  if (beginning === 'sample') await cp(sampleLibrary(), libraryDir, { recursive: true });
}

function check(ended: Ended): Ended {
  if (ended.code !== 0) throw new Error(`glossa ended with ${ended.code}: ${ended.stderr}`);
  return ended;
}

const cliOn =
  (libraryDir: string) =>
  async <T>(...args: string[]): Promise<T> =>
    JSON.parse(check(await runCli([...args, '--library', libraryDir, '--json'])).stdout) as T;

/** In a browser, from the web host. */
export async function startWeb(
  page: Page,
  libraryDir: string,
  beginning: Beginning,
  watch: Watch,
): Promise<Glossa & { host: WebHost }> {
  await prepare(libraryDir, beginning);
  const host = new WebHost(libraryDir);
  await host.start({ sample: beginning === 'first start' });
  watch.follow(page, () => host.origin);
  await page.goto(host.link);
  return {
    page,
    host,
    libraryDir,
    cli: cliOn(libraryDir),
    restart: async (how = 'cleanly') => {
      // The page asks for a host that is gone meanwhile: leave it first.
      await page.goto('about:blank');
      await host.stop(how === 'kill' ? 'SIGKILL' : 'SIGINT');
      await host.start();
      await page.goto(host.link);
    },
    stop: async () => {
      await host.stop();
    },
  };
}

/** In the built desktop program on the double of Electron. */
export async function startDouble(
  first: Page,
  libraryDir: string,
  userData: string,
  beginning: Beginning,
  watch: Watch,
): Promise<Glossa & { double: DesktopDouble }> {
  await prepare(libraryDir, beginning);
  const launch = async (page: Page): Promise<DesktopDouble> => {
    const args = [resolve(import.meta.dirname, '..'), `--library=${libraryDir}`, `--user-data-dir=${userData}`];
    const double = new DesktopDouble(
      page,
      args,
      (each) => {
        watch.follow(each, () => (each.url().startsWith('http') ? new URL(each.url()).origin : null));
        answerChoosers(each, (files) => void double.picks.push(files));
      },
      { env: { GLOSSA_DATA_DIR: join(userData, 'data') } },
    );
    await double.firstPage();
    return double;
  };
  const double = await launch(first);
  const glossa = {
    page: await double.firstPage(),
    double,
    libraryDir,
    cli: cliOn(libraryDir),
    restart: async (how: 'cleanly' | 'kill' = 'cleanly') => {
      const pages = first.context().pages();
      // The pages ask for a program that is gone meanwhile: leave them first.
      const next = await first.context().newPage();
      if (how === 'kill') {
        for (const page of pages) await page.goto('about:blank');
        for (const page of pages) await page.close();
      }
      await glossa.double.stop(how);
      glossa.double = await launch(next);
      glossa.page = await glossa.double.firstPage();
    },
    stop: async () => {
      await glossa.double.stop();
    },
  };
  return glossa;
}

/** In the desktop window, where there is an Electron binary. */
export async function startElectron(
  libraryDir: string,
  userData: string,
  beginning: Beginning,
  watch: Watch,
): Promise<Glossa> {
  await prepare(libraryDir, beginning);
  let app: ElectronApplication;
  const launch = async (): Promise<Page> => {
    const executablePath = process.env['GLOSSA_ELECTRON'];
    app = await _electron.launch({
      args: [resolve(import.meta.dirname, '..'), `--library=${libraryDir}`, `--user-data-dir=${userData}`],
      ...(executablePath && { executablePath }),
    });
    const page = await app.firstWindow();
    watch.follow(page, () => 'glossa://app');
    answerChoosers(page, (files) =>
      app.evaluate(({ dialog }, filePaths) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths });
      }, files),
    );
    return page;
  };
  const glossa: Glossa = {
    page: await launch(),
    libraryDir,
    cli: cliOn(libraryDir),
    restart: async (how = 'cleanly') => {
      if (how === 'kill') app.process().kill('SIGKILL');
      await app.close();
      glossa.page = await launch();
    },
    stop: () => app.close(),
  };
  return glossa;
}
