// A double of the `electron` module for the built main process under Node: what the program imports from Electron, typed
// by Electron's own declarations. Windows are real pages in the test's browser; menus and dialogs are told to the test.
import { fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import { app } from './app.ts';
import { link } from './main-link.ts';
import { fromPage, handlers } from './network.ts';
import { BrowserWindowDouble, preventable } from './window.ts';

export { app };
export { BrowserWindowDouble as BrowserWindow };

type SessionPart = Pick<
  Electron.Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'setSpellCheckerEnabled'
>;

class SessionDouble extends EventEmitter implements SessionPart {
  readonly protocol: Pick<Electron.Protocol, 'handle'> = {
    handle: (scheme, handler) => void handlers.set(scheme, handler),
  };
  #before: Parameters<Electron.WebRequest['onBeforeRequest']>[0] | null = null;
  readonly webRequest = {
    onBeforeRequest: (listener: NonNullable<Parameters<Electron.WebRequest['onBeforeRequest']>[0]>): void =>
      void (this.#before = listener as never),
  };
  setPermissionRequestHandler: Electron.Session['setPermissionRequestHandler'] = () => undefined;
  setPermissionCheckHandler: Electron.Session['setPermissionCheckHandler'] = () => undefined;
  setDevicePermissionHandler: Electron.Session['setDevicePermissionHandler'] = () => undefined;
  setDisplayMediaRequestHandler: Electron.Session['setDisplayMediaRequestHandler'] = () => undefined;
  setSpellCheckerEnabled: Electron.Session['setSpellCheckerEnabled'] = () => undefined;
  /** What the program's own listener says of a request; let through where there is none. */
  isCancelled(url: string): Promise<boolean> {
    const before = this.#before as unknown as
      | ((details: { url: string }, answer: (response: { cancel?: boolean }) => void) => void)
      | null;
    if (!before) return Promise.resolve(false);
    return new Promise((done) => before({ url }, ({ cancel }) => done(cancel === true)));
  }
}

const defaultSession = new SessionDouble();
export const session = { defaultSession };

export const protocol: Pick<Electron.Protocol, 'registerSchemesAsPrivileged'> = {
  registerSchemesAsPrivileged: (schemes) => void link.ask('note', 'schemes', { isEarly: !app.hasBegun, schemes }),
};

type Invoked = (event: unknown, ...args: unknown[]) => unknown;
const invoked = new Map<string, Invoked>();
export const ipcMain = Object.assign(new EventEmitter(), {
  handle: (channel: string, handler: Invoked): void => {
    if (invoked.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    invoked.set(channel, handler);
  },
});

const ask = <T>(what: string, args: unknown[]): Promise<T> => {
  const options = args.find((arg) => arg !== null && typeof arg === 'object' && !(arg instanceof EventEmitter));
  return link.ask<T>(what, JSON.parse(JSON.stringify(options ?? {})));
};

export const dialog: Pick<Electron.Dialog, 'showErrorBox'> & {
  showOpenDialog(...args: unknown[]): Promise<Electron.OpenDialogReturnValue>;
  showSaveDialog(...args: unknown[]): Promise<Electron.SaveDialogReturnValue>;
  showMessageBox(...args: unknown[]): Promise<Electron.MessageBoxReturnValue>;
} = {
  showErrorBox: (title, content) => void link.ask('note', 'error box', `${title}: ${content}`),
  showOpenDialog: (...args) => ask('dialog.open', args),
  showSaveDialog: (...args) => ask('dialog.save', args),
  showMessageBox: (...args) => ask('dialog.message', args),
};

export const shell: Pick<Electron.Shell, 'openExternal' | 'showItemInFolder'> = {
  openExternal: async (url) => void (await link.ask('note', 'external', url)),
  showItemInFolder: (path) => void link.ask('note', 'shown', path),
};

export const screen: Pick<Electron.Screen, 'getAllDisplays'> = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } } as Electron.Display],
};

export const nativeImage = { createFromPath: (path: string) => ({ path }), createEmpty: () => ({}) };

export const clipboard = { writeText: (text: string): void => void link.ask('note', 'clipboard', text) };

export const net: Pick<Electron.Net, 'fetch'> = { fetch: () => Promise.reject(new Error('no network here')) };

type Item = Electron.MenuItemConstructorOptions;
let menu: Item[] = [];
/** A template without its functions, to tell the test. */
const plain = (items: Item[]): unknown[] =>
  items.map(({ click: _click, submenu, icon: _icon, ...rest }) => ({
    ...rest,
    ...(Array.isArray(submenu) && { submenu: plain(submenu as Item[]) }),
  }));
export const Menu = {
  buildFromTemplate: (template: Item[]): Item[] => template,
  setApplicationMenu: (template: Item[] | null): void => {
    menu = template ?? [];
    void link.ask('note', 'menu', plain(menu));
  },
};

export const utilityProcess = {
  fork: (file: string): unknown => {
    const child = fork(file, [], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      execArgv: ['--import', new URL('./utility.mjs', import.meta.url).href],
    });
    child.on('error', () => undefined);
    return Object.assign(new EventEmitter(), {
      get pid() {
        return child.pid;
      },
      postMessage: (message: object) => void (child.connected && child.send(message, () => undefined)),
      kill: () => child.kill('SIGKILL'),
      on: (name: string, listener: (value: never) => void) => child.on(name, listener as never),
      once: (name: string, listener: (value: never) => void) => child.once(name, listener as never),
    } satisfies Partial<Record<keyof Electron.UtilityProcess, unknown>>);
  },
};

type Window = BrowserWindowDouble;
const windowOf = (id: number): Window => {
  const window = BrowserWindowDouble.fromId(id) as unknown as Window | null;
  if (!window) throw new Error(`There is no window ${id}`);
  return window;
};

function senderOf(id: number, frame: { url: string; isMain: boolean } | null): object {
  const { webContents } = windowOf(id);
  if (frame?.isMain) webContents.mainFrame.url = fromPage(frame.url);
  const senderFrame = frame && (frame.isMain ? webContents.mainFrame : { url: fromPage(frame.url) });
  return { sender: webContents, senderFrame };
}

link.on('invoke', (id: number, channel: string, args: unknown[], frame: { url: string; isMain: boolean } | null) => {
  const handler = invoked.get(channel);
  if (!handler) throw new Error(`No handler registered for '${channel}'`);
  return handler(senderOf(id, frame), ...args);
});
link.on('send', (id: number, channel: string, args: unknown[], frame: { url: string; isMain: boolean } | null) => {
  ipcMain.emit(channel, senderOf(id, frame), ...args);
});
link.on('navigate', (id: number, kind: string, url: string) => {
  const event = preventable({ url: fromPage(url) });
  windowOf(id).webContents.emit(kind, event, event.url);
  return event.defaultPrevented;
});
link.on('popup', (id: number, url: string) => {
  const details = { url: fromPage(url) } as Electron.HandlerDetails;
  return windowOf(id).webContents.openHandler?.(details).action ?? 'allow';
});
link.on('request', (url: string) => defaultSession.isCancelled(fromPage(url)));
link.on('download', (url: string) => {
  const event = preventable({});
  defaultSession.emit('will-download', event, { getURL: () => fromPage(url) });
  return event.defaultPrevented;
});
link.on('crash', (id: number) => windowOf(id).webContents.emit('render-process-gone', {}, { reason: 'crashed' }));
link.on('close', (id: number) => windowOf(id).close());
link.on('focus', (id: number) => windowOf(id).focus());
link.on('app', (name: string, ...args: unknown[]) => {
  const event = preventable({});
  app.emit(name, event, ...args);
  return event.defaultPrevented;
});
link.on('quit', () => void setImmediate(() => app.quit()));
link.on('menu', (labels: string[], windowId: number) => {
  let items = menu;
  let item: Item | undefined;
  for (const label of labels) {
    item = items.find((one) => one.label === label);
    items = Array.isArray(item?.submenu) ? (item.submenu as Item[]) : [];
  }
  if (!item?.click) throw new Error(`The menu has no item ${labels.join(' › ')}`);
  if (item.enabled === false) throw new Error(`${labels.join(' › ')} is disabled`);
  item.click(item as never, windowOf(windowId) as never, {} as never);
});
