// The desktop program's own half, on the double of Electron: what it asks of Electron, its menu, its dialogs, windows,
// links and files from outside, and its end.
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { MenuItem } from './electron/driver.ts';
import { expect, test } from './fixtures.ts';
import { App } from './pages/app.ts';
import { Notes } from './pages/notes.ts';
import { sampleLibrary } from './sample-library.ts';

const PAPERS = join(import.meta.dirname, '../resources/sample/papers');
const TITLE = 'Glosses at the Margin';

type Listed = { id: string; title: string; files: { sha256: string }[] };
type Noted = { passages: { primary: string }[] };

const labels = (menu: readonly MenuItem[], name: string): string[] =>
  (menu.find(({ label }) => label === name)?.submenu ?? []).flatMap(({ label }) => label ?? []);

test('the program asks for a sealed window, early enough, and gives its page a few frozen abilities', async ({
  glossa,
  desktop,
  watch,
}) => {
  const order = desktop.notes.map(([what]) => what);
  expect(desktop.noted('schemes')).toMatchObject([{ isEarly: true, schemes: [{ scheme: 'glossa' }] }]);
  expect(desktop.noted('sandbox')).toEqual([true]);
  expect(order.indexOf('lock')).toBeGreaterThan(-1);
  for (const early of ['schemes', 'sandbox', 'lock'])
    expect(order.indexOf(early)).toBeLessThan(order.indexOf('window'));
  const [[userData] = ['']] = desktop.noted<[string]>('lock');
  expect(userData, 'one instance a library').toMatch(/libraries.[0-9a-f]{16}$/);
  const [asked] = desktop.noted<{ preferences: object }>('window');
  expect(asked?.preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    plugins: false,
    spellcheck: false,
    devTools: false,
  });
  const { page } = glossa;
  const seen = await page.evaluate(() => ({
    keys: Object.keys(window.glossa ?? {}).sort(),
    isFrozen: Object.isFrozen(window.glossa),
    node: [typeof require, typeof process, typeof Buffer].join(),
  }));
  expect(seen.keys).toEqual(
    ['kind', 'pickPdfs', 'pickSurvey', 'letIn', 'openExternal', 'pickLibrary', 'newWindow', 'print', 'dragPdf']
      .concat('setCommands', 'onCommand', 'onGo', 'onClosing')
      .sort(),
  );
  expect(seen).toMatchObject({ isFrozen: true, node: 'undefined,undefined,undefined' });

  // Nothing leads away: neither an address, nor a new window, nor a frame; only the gate opens what may be opened.
  watch.allow(/left the origin: https:\/\/example\.org|ERR_|Content Security Policy|chrome-error/);
  await page.evaluate(() => window.open('https://example.org/popup'));
  await expect.poll(() => desktop.noted('popup')).toEqual(['deny']);
  await page.evaluate(() => void (location.href = 'https://example.org/away'));
  await expect.poll(() => desktop.noted<string>('stopped')).toContain('https://example.org/away');
  expect(page.url()).not.toContain('example.org');
  const opened = await page.evaluate(async () =>
    Promise.all(
      ['https://example.org/', 'file:///etc/passwd', 'javascript:alert(1)', 'smb://x/y', 'glossa://app/'].map((url) =>
        window.glossa!.openExternal(url),
      ),
    ),
  );
  expect(opened).toEqual([true, false, false, false, false]);
  expect(desktop.noted('external')).toEqual(['https://example.org/']);
  for (const frame of [{ url: page.url(), isMain: false }, { url: 'https://example.org/', isMain: true }, null])
    await expect(desktop.invoke('glossa:pick-pdfs', [], frame)).rejects.toThrow('refused');
});

test('the menu is the command list, in the language of the interface, and runs what is chosen', async ({
  glossa,
  desktop,
}) => {
  const { page } = glossa;
  await expect
    .poll(() => labels(desktop.menu, 'File'))
    .toEqual(
      expect.arrayContaining(['Import a survey…', 'Open a library folder…', 'Backups…', 'New window', 'Print…']),
    );
  expect(labels(desktop.menu, 'Go')).toContain('Go to the library');
  await expect(desktop.choose('Edit', 'Undo')).rejects.toThrow(/disabled|no item/);
  await desktop.choose('File', 'Backups…');
  await expect(page.getByRole('dialog', { name: 'Backups' })).toBeVisible();
  await page.keyboard.press('Escape');
  await desktop.choose('View', 'Settings', 'Language: 简体中文');
  await expect
    .poll(() => desktop.menu.map(({ label }) => label))
    .toEqual(expect.arrayContaining(['文件', '编辑', '前往']));
  expect(labels(desktop.menu, '文件')).toContain('打开文献库文件夹…');
  await desktop.choose('文件', '打印…');
  await expect.poll(() => desktop.noted('print').length).toBe(1);
  await desktop.choose('帮助', '关于 Glossa');
  await expect.poll(() => desktop.noted('about panel').length).toBe(1);
});

test('files and links from outside arrive; a second window opens; PDFs go in by drop and out by drag', async ({
  glossa,
  desktop,
  folder,
}) => {
  const { page } = glossa;
  const papers = await glossa.cli<Listed[]>('list', 'papers');
  const paper = papers.find(({ title }) => title.startsWith(TITLE));
  await expect(page.getByText(TITLE).first()).toBeVisible();

  await desktop.tell('open-url', `glossa://paper/${paper?.id}`);
  await expect(page.locator('.page canvas').first()).toBeVisible();
  for (const bad of [`glossa://paper/${paper?.id}/../x`, 'glossa://app/', 'glossa://file/etc', 'https://example.org'])
    await desktop.tell('open-url', bad);
  expect(page.url()).toContain(paper?.id);

  const survey = join(folder, '另一篇 survey.md');
  await cp(join(PAPERS, '../survey.md'), survey);
  await desktop.tell('second-instance', [], '/', { words: [survey, '--inspect', '/etc/passwd', 7] });
  // The bytes are those of the sample: they are known.
  await expect.poll(async () => (await glossa.cli<unknown[]>('list', 'surveys')).length).toBe(1);

  await page.evaluate(
    (path) => void ((window as never as Paths).__electronPaths['note.pdf'] = path),
    join(PAPERS, 'bilingual-notes-eye-tracking.pdf'),
  );
  const tickets = await page.evaluate(async () =>
    window.glossa?.letIn([new File([], 'note.pdf'), new File([], 'made.pdf')]),
  );
  expect(tickets).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/), null]);

  await page.evaluate(
    ([sha256, name]) => window.glossa?.dragPdf(sha256!, name!),
    [paper?.files[0]?.sha256, 'A: title/with?signs'],
  );
  await expect.poll(() => desktop.noted<{ file: string }>('drag').length).toBe(1);
  const [dragged] = desktop.noted<{ file: string }>('drag');
  expect(dragged?.file).toMatch(/A title with signs\.pdf$/);
  expect(
    readFileSync(dragged?.file ?? '')
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');

  await desktop.choose('File', 'New window');
  await expect.poll(() => desktop.pages.size).toBe(2);
  const [, second] = desktop.pages.values();
  await expect(second!.locator('.page canvas').first()).toBeVisible();
  expect(new URL(second!.url()).hash).toBe(new URL(page.url()).hash);
  await desktop.closeWindow(second!);
  await expect.poll(() => desktop.pages.size).toBe(1);
});

test('another library opens in place of this one, from the folder dialog and from the recent ones; a broken one offers its backups', async ({
  glossa,
  desktop,
  folder,
}) => {
  const { page } = glossa;
  await expect(page.getByText(TITLE).first()).toBeVisible();
  const fresh = join(folder, '新 library');
  await mkdir(fresh);
  desktop.picks.push([fresh]);
  await desktop.choose('File', 'New library…');
  await expect(page.getByRole('link', { name: '新 library' })).toBeVisible();
  await expect(page.getByText(TITLE)).toBeHidden();
  expect(existsSync(join(glossa.libraryDir, 'lock.json')), 'the first is free').toBe(false);
  await expect
    .poll(() => labels(desktop.menu.find(({ label }) => label === 'File')?.submenu ?? [], 'Open Recent Library').length)
    .toBe(2);
  const recents = labels(desktop.menu.find(({ label }) => label === 'File')?.submenu ?? [], 'Open Recent Library');
  await desktop.choose('File', 'Open Recent Library', recents.find((name) => name !== '新 library') ?? '');
  await expect(page.getByText(TITLE).first()).toBeVisible();

  const broken = join(folder, 'broken');
  await cp(sampleLibrary(), broken, { recursive: true });
  desktop.picks.push([join(folder, 'user-data')]);
  await desktop.choose('File', 'Open a library folder…');
  await expect(page.getByRole('alertdialog')).toContainText('There is no Glossa library');
  await expect(page.getByText(TITLE).first()).toBeVisible();
});

test('quitting with words just typed loses none of them', async ({ glossa, desktop, watch }) => {
  const { page } = glossa;
  await new App(page).read(TITLE);
  await new Notes(page).write('English', 2, ' Typed at the very end.');
  watch.end();
  expect(await desktop.stop()).toBe(0);
  expect(existsSync(join(glossa.libraryDir, 'lock.json'))).toBe(false);
  const notes = await glossa.cli<Noted[]>('list', 'notes');
  expect(JSON.stringify(notes)).toContain('Typed at the very end.');
});

test('a second start on the same library hands over what it was given, and ends', async ({
  glossa,
  desktop,
  folder,
}) => {
  const second = await desktop.startAgain([
    resolve(import.meta.dirname, '..'),
    `--library=${glossa.libraryDir}`,
    join(PAPERS, '../survey.md'),
    `--user-data-dir=${join(folder, 'user-data')}`,
  ]);
  expect(second.code).toBe(0);
  expect(second.handed).toEqual({ words: [join(PAPERS, '../survey.md')] });
});

type Paths = { __electronPaths: Record<string, string> };
declare global {
  interface Window {
    readonly glossa?: {
      openExternal(url: string): Promise<boolean>;
      letIn(files: File[]): Promise<(string | null)[]>;
      dragPdf(sha256: string, name: string): void;
    };
  }
}
