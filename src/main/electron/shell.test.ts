// The shell's wiring, with a stand-in for the `electron` module: it proves what we ask of Electron, not what Electron does.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Place } from '#shared/values.ts';
import type { Double } from './electron-double.ts';

vi.mock('electron', async () => (await import('./electron-double.ts')).makeDouble());

let double: Double;
let folder: string;

beforeAll(async () => {
  double = (await import('electron')) as unknown as Double;
  folder = mkdtempSync(join(tmpdir(), 'glossa-shell-'));
  mkdirSync(join(folder, 'out/renderer'), { recursive: true });
  mkdirSync(join(folder, 'out/main'), { recursive: true });
  writeFileSync(join(folder, 'out/renderer/index.html'), '<title>Glossa</title>');
  const { registerScheme } = await import('./scheme.ts');
  registerScheme();
  const { runDesktop } = await import('./desktop.ts');
  const { makeArrivals } = await import('./arrivals.ts');
  const files = makeArrivals<string>();
  files.add([early()]);
  double.places.userData = folder;
  const places = makeArrivals<Place>();
  const [built, library] = [join(folder, 'out/main'), join(folder, 'library')];
  await runDesktop({ built, library, files, places }, () => undefined);
});
afterAll(async () => {
  await double.quit();
  rmSync(folder, { recursive: true, force: true });
});

/** A survey that was opened before the library was. */
function early(): string {
  const file = join(folder, 'early.md');
  writeFileSync(file, '# Early\n');
  return file;
}

const load = (path: string, init?: RequestInit) => double.load(new Request(`glossa://app${path}`, init));

test('the scheme is secure, streaming, and bypasses nothing', () => {
  expect(double.schemes).toHaveLength(1);
  expect(double.schemes[0]).toMatchObject({
    scheme: 'glossa',
    privileges: {
      standard: true,
      secure: true,
      stream: true,
      bypassCSP: false,
      allowServiceWorkers: false,
      corsEnabled: false,
    },
  });
});

test('the window is sandboxed, isolated and without Node', () => {
  expect(double.windows[0]!.options.webPreferences).toMatchObject({
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
    preload: join(folder, 'out/preload/index.cjs'),
  });
  expect(double.windows[0]!.url).toBe('glossa://app/');
});

test('no page opens a window', () => {
  expect(double.windows[0]!.webContents.openHandler!({ url: 'https://example.org' })).toEqual({ action: 'deny' });
});

test.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])(
  '%s away is prevented, at home it is not',
  (name) => {
    const tried = (url: string) => {
      const event = { url, preventDefault: vi.fn<() => void>() };
      double.windows[0]!.webContents.emit(name, event);
      return event.preventDefault.mock.calls.length;
    };
    expect(tried('https://example.org/')).toBe(1);
    expect(tried('glossa://app.evil/')).toBe(1);
    expect(tried('glossa://appx/')).toBe(1);
    expect(tried('file:///etc/passwd')).toBe(1);
    expect(tried('glossa://app/#/reader')).toBe(0);
  },
);

test('webviews are prevented', () => {
  const event = { preventDefault: vi.fn<() => void>() };
  double.windows[0]!.webContents.emit('will-attach-webview', event);
  expect(event.preventDefault).toHaveBeenCalledOnce();
});

test.each(['geolocation', 'notifications', 'midi', 'media', 'fileSystem', 'usb', 'clipboard-read', 'openExternal'])(
  '%s is refused, asked or checked',
  (permission) => {
    expect(double.askPermission(permission, 'glossa://app/')).toBe(false);
    expect(double.checkPermission(permission, 'glossa://app')).toBe(false);
  },
);

test('copying is granted to our own main frame only', () => {
  expect(double.askPermission('clipboard-sanitized-write', 'glossa://app/')).toBe(true);
  expect(double.askPermission('clipboard-sanitized-write', 'https://example.org/')).toBe(false);
  expect(double.askPermission('clipboard-sanitized-write', 'glossa://app/', false)).toBe(false);
  expect(double.checkPermission('clipboard-sanitized-write', 'https://example.org')).toBe(false);
});

test('no device is ever given', () => {
  expect(double.session.defaultSession.devicePermission!()).toBe(false);
});

test.each([
  ['https://example.org/x.js', true],
  ['http://127.0.0.1:80/', true],
  ['ws://example.org', true],
  ['file:///etc/passwd', true],
  ['glossa://app/assets/x.js', false],
  ['blob:glossa://app/1', false],
])('a request for %s is cancelled: %s', (url, cancel) => {
  expect(double.session.defaultSession.request!(url)).toEqual({ cancel });
});

test.each([
  ['https://example.org/x.zip', true],
  ['blob:https://example.org/1', true],
  ['glossa://app.evil/x.md', true],
  ['nonsense', true],
  ['glossa://app/survey/1.md', false],
  ['blob:glossa://app/1', false],
])('a download of %s is prevented: %s', (url, isPrevented) => {
  const event = { preventDefault: vi.fn<() => void>() };
  double.session.defaultSession.emit('will-download', event, { getURL: () => url });
  expect(event.preventDefault).toHaveBeenCalledTimes(isPrevented ? 1 : 0);
});

test('the page comes from the built files, with its policy', async () => {
  const response = await load('/');
  expect(response.status).toBe(200);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
});

test('the core answers behind it', async () => {
  const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ json: {} }) };
  const response = await load('/rpc/library/info', init);
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('zh-Hans');
});

test.each([
  '/%2e%2e/%2e%2e/etc/passwd',
  '/..%5c..%5cwindows',
  '/assets/../../package.json',
  '/file/../../etc/passwd',
  '//etc/passwd',
])('%s leads nowhere', async (path) => {
  expect((await load(path)).status).toBe(404);
});

test('another host of the scheme has nothing', async () => {
  expect((await double.load(new Request('glossa://blob/'))).status).toBe(404);
});

test('a window may not let paths in', async () => {
  const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"paths":["/etc/passwd"]}' };
  expect((await load('/admit', init)).status).toBe(403);
});

test('a picked file becomes a source, never a path', async () => {
  const file = join(folder, 'a survey.md');
  writeFileSync(file, '# A');
  double.picks = [file];
  const picked = (await double.invoke('glossa:pick-survey')) as { name: string; source: string };
  expect(picked.name).toBe('a survey.md');
  expect(picked.source).not.toContain(folder);
  double.picks = null;
  expect(await double.invoke('glossa:pick-survey')).toBeNull();
  expect(await double.invoke('glossa:pick-pdfs')).toEqual([]);
});

test.each([
  ['a frame', { url: 'glossa://app/', isMain: false }],
  ['another page', { url: 'https://example.org/', isMain: true }],
  ['a frame that is gone', null],
])('%s may not ask the shell for anything', async (_name, frame) => {
  for (const channel of ['glossa:pick-pdfs', 'glossa:pick-survey', 'glossa:open-external']) {
    await expect(double.invoke(channel, 'https://example.org', frame)).rejects.toThrow('refused');
  }
});

test.each([
  ['https://example.org/a?b=c', true],
  ['http://example.org/', true],
  ['mailto:ana@example.org', true],
  ['file:///etc/passwd', false],
  ['javascript:alert(1)', false],
  ['data:text/html,x', false],
  ['smb://host/share', false],
  ['ms-settings:', false],
  ['https://user:pass@example.org/', false],
  ['https://example.org/\u0000', false],
  [`https://example.org/${'a'.repeat(2000)}`, false],
  ['not an address', false],
  [42, false],
])('outside the app, %s opens: %s', async (address, isOpened) => {
  const before = double.opened.length;
  expect(await double.invoke('glossa:open-external', address)).toBe(isOpened);
  expect(double.opened.length - before).toBe(isOpened ? 1 : 0);
});

test.each([
  ['en-US', 'Import survey…'],
  ['zh-CN', '导入综述…'],
])('the menu speaks %s and sends command ids', async (locale, label) => {
  const { languageOf, menuTemplate } = await import('./menu.ts');
  const commands = [{ id: 'library.importSurvey', label, enabled: true, group: 'library', shortcut: 'Mod+Shift+I' }];
  const template = menuTemplate({ language: languageOf(locale), commands, recents: [], update: null }, false);
  const [file] = template;
  expect(file?.label).toBe(locale === 'en-US' ? 'File' : '文件');
  const item = (Array.isArray(file?.submenu) ? file.submenu : []).find((one) => one.label === label)!;
  expect(item.accelerator).toBe('CmdOrCtrl+Shift+I');
  const window = double.windows[0]!;
  item.click!(undefined as never, window as never, undefined as never);
  expect(window.webContents.sent).toContainEqual(['glossa:command', 'library.importSurvey']);
});

const surveys = async (): Promise<string> => {
  const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"json":{}}' };
  return (await load('/rpc/surveys/list', init)).text();
};

test('files opened before the library was are brought in', async () => {
  await expect.poll(surveys).toContain('Early');
});

test('a second start hands over its files; what is no file of ours stays out', async () => {
  const file = join(folder, 'late 中文.md');
  writeFileSync(file, '# Late\n');
  const files = [file, join(folder, 'none.md'), folder, '--inspect', 42, ''];
  double.app.emit('second-instance', {}, [], '/', { words: files });
  await expect.poll(surveys).toContain('Late');
  double.app.emit('second-instance', {}, [], '/', { words: 'x' });
  double.app.emit('second-instance', {}, [], '/', undefined);
  expect(double.told).toEqual([]);
});

test('a file that does not go in is told in one line', async () => {
  const { bringIn } = await import('./arrivals.ts');
  const { openTestCore } = await import('../core/testing.ts');
  const { core, end } = await openTestCore();
  const told: string[] = [];
  await bringIn(core, [join(folder, 'gone.md')], ({ message }) => told.push(message));
  await end();
  expect(told).toEqual([expect.stringMatching(/^[^\n]*gone\.md[^\n]*$/)]);
});

test('words of a command line that name files are found, relative to where it was typed', async () => {
  const { filesAmong } = await import('./arrivals.ts');
  writeFileSync(join(folder, 'A.PDF'), '');
  expect(filesAmong(['A.PDF', '-A.PDF', 'out', '.', 'early.md', 'none.pdf'], folder)).toEqual([
    join(folder, 'A.PDF'),
    join(folder, 'early.md'),
  ]);
});

test('a page whose process died is loaded again, but not for ever', () => {
  const window = double.windows[0]!;
  const before = window.loads;
  window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
  expect(window.loads).toBe(before + 1);
  double.told.length = 0;
  window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
  expect(window.loads).toBe(before + 1);
  expect(double.told).toHaveLength(1);
});

test('a closing window is hidden, so that its page saves, and goes when that is answered', async () => {
  const { saveBeforeClose } = await import('./closing.ts');
  const window = new double.BrowserWindow({ webPreferences: {} });
  let pending = 0;
  saveBeforeClose(
    window as never,
    () => pending,
    () => true,
  );
  const close = { preventDefault: vi.fn<() => void>() };
  window.emit('close', close);
  expect(close.preventDefault).toHaveBeenCalledOnce();
  expect([window.isHidden, window.isGone]).toEqual([true, false]);
  expect(window.webContents.sent).toEqual([['glossa:closing']]);
  pending = 1;
  double.say('glossa:saved', window.webContents);
  await new Promise((done) => setTimeout(done, 300));
  expect(window.isGone).toBe(false);
  pending = 0;
  await expect.poll(() => window.isGone).toBe(true);
  double.windows.splice(double.windows.indexOf(window), 1);
});
