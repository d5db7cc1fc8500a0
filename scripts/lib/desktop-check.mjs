// `node scripts/lib/desktop-check.mjs`: starts the desktop app as it is built, with a stand-in for Electron, opens a
// library, has the page and a call answered, and quits. It proves that the bundle holds together; what a real Electron
// does with it, only Electron can show. Says what is wrong and ends with 1.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { runInThisContext } from 'node:vm';
import { fromRoot } from './paths.mjs';

const folder = mkdtempSync(join(tmpdir(), 'glossa-desktop-'));
const library = join(folder, 'library');
const happened = [];
const windows = [];
const handlers = new Map();

class Window extends EventEmitter {
  webContents = Object.assign(new EventEmitter(), { setWindowOpenHandler() {} });
  constructor(options) {
    super();
    this.options = options;
    windows.push(this);
  }
  loadURL(url) {
    this.url = url;
    return Promise.resolve();
  }
  hide() {}
  isDestroyed = () => false;
  destroy() {
    this.emit('closed');
    windows.splice(windows.indexOf(this), 1);
    app.emit('window-all-closed');
  }
  static getAllWindows = () => windows;
  static fromWebContents = () => windows[0];
}

const app = Object.assign(new EventEmitter(), {
  isPackaged: false,
  commandLine: { getSwitchValue: (name) => (name === 'library' ? library : '') },
  getPath: () => folder,
  setPath: (name) => happened.push(`setPath ${name}`),
  enableSandbox: () => happened.push('enableSandbox'),
  requestSingleInstanceLock: () => happened.push('lock') > 0,
  whenReady: () => wait(20).then(() => happened.push('ready')),
  getLocale: () => 'zh-CN',
  exit: (code) => assert.fail(`the app ended with ${code}`),
  quit() {
    const event = { isPrevented: false, preventDefault: () => void (event.isPrevented = true) };
    app.emit('will-quit', event);
    if (!event.isPrevented) app.emit('quit');
  },
});

const session = Object.assign(new EventEmitter(), {
  protocol: { handle: (scheme, handler) => handlers.set(scheme, handler) },
  webRequest: { onBeforeRequest() {} },
  setPermissionRequestHandler() {},
  setPermissionCheckHandler() {},
  setDevicePermissionHandler() {},
  setDisplayMediaRequestHandler() {},
  setSpellCheckerEnabled() {},
});

globalThis.electronDouble = {
  app,
  BrowserWindow: Window,
  session: { defaultSession: session },
  protocol: { registerSchemesAsPrivileged: () => happened.push('scheme') },
  dialog: { showErrorBox: (_title, message) => assert.fail(message) },
  ipcMain: { handle: (channel) => happened.push(channel) },
  Menu: { setApplicationMenu() {}, buildFromTemplate: () => ({}) },
  shell: {},
  utilityProcess: {},
};

const source = `const double = globalThis.electronDouble;\n${Object.keys(globalThis.electronDouble)
  .map((name) => `export const ${name} = double.${name};`)
  .join('\n')}`;
registerHooks({
  resolve: (name, context, next) =>
    name === 'electron'
      ? { url: `data:text/javascript,${encodeURIComponent(source)}`, shortCircuit: true }
      : next(name, context),
});

/** Waits for something to be true, at most five seconds. */
async function until(what, holds) {
  for (let tries = 0; !holds(); tries += 1) {
    assert.ok(tries < 250, `${what} did not happen`);
    await wait(20);
  }
}

/** The preload is one CommonJS file that needs nothing but Electron; what it gives the page is all named here. */
function checkPreload(file) {
  let exposed = null;
  const electron = {
    contextBridge: { exposeInMainWorld: (name, value) => (exposed = [name, value]) },
    ipcRenderer: {},
  };
  const only = (name) => (name === 'electron' ? electron : assert.fail(`the preload needs ${name}`));
  runInThisContext(`(function (require, exports, module) {${readFileSync(file, 'utf8')}\n})`)(only, {}, {});
  assert.equal(exposed[0], 'glossa');
  assert.ok(Object.isFrozen(exposed[1]));
  assert.deepEqual(Object.keys(exposed[1]).sort(), ['kind', 'onCommand', 'openExternal', 'pickPdfs', 'pickSurvey']);
}

async function check() {
  execFileSync(process.execPath, [fromRoot('out/main/cli.js'), 'init', library], { stdio: 'ignore' });
  await import(pathToFileURL(fromRoot('out/main/desktop.js')).href);
  await until('the window', () => windows[0]?.url);
  for (const early of ['scheme', 'enableSandbox', 'setPath userData', 'lock'])
    assert.ok(happened.indexOf(early) < happened.indexOf('ready'), `${early} comes before the app is ready`);
  assert.ok(happened.indexOf('setPath userData') < happened.indexOf('lock'), 'the lock is of the library’s own folder');

  const load = (path, init) => handlers.get('glossa')(new Request(`glossa://app${path}`, init));
  const page = await load('/');
  assert.equal(page.status, 200);
  const script = /src="\.?(\/assets\/[^"]+\.js)"/.exec(await page.text())?.[1];
  assert.ok(script, 'the page names its script');
  assert.equal((await load(script, { method: 'HEAD' })).status, 200);
  const call = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"json":{}}' };
  assert.match(await (await load('/rpc/library/info', call)).text(), /zh-Hans/);
  const { preload } = windows[0].options.webPreferences;
  assert.ok(existsSync(join(dirname(preload), 'index.cjs')));
  checkPreload(preload);

  const ended = once(app, 'quit');
  windows[0].emit('close', { preventDefault() {} });
  await ended;
  assert.ok(!existsSync(join(library, 'lock.json')), 'the library is free again');
}

try {
  await check();
} catch (error) {
  console.error(`The built desktop app: ${error.message}`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
