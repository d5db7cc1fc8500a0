// The `app` of the double: life and end of the program, in the order Electron keeps.
import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import type Electron from 'electron';
import { link } from './main-link.ts';
import { listen } from './network.ts';
import { BrowserWindowDouble, preventable } from './window.ts';

type AppPart = Pick<
  Electron.App,
  | 'isPackaged'
  | 'quit'
  | 'exit'
  | 'getLocale'
  | 'getPath'
  | 'setPath'
  | 'getName'
  | 'setName'
  | 'getVersion'
  | 'whenReady'
  | 'enableSandbox'
  | 'requestSingleInstanceLock'
  | 'releaseSingleInstanceLock'
  | 'addRecentDocument'
  | 'clearRecentDocuments'
  | 'setAboutPanelOptions'
  | 'showAboutPanel'
  | 'setAsDefaultProtocolClient'
  | 'focus'
>;

const switches = new Map<string, string>();
for (const word of process.argv.slice(2)) {
  const [, name, value] = /^--([a-z-]+)(?:=(.*))?$/s.exec(word) ?? [];
  if (name !== undefined) switches.set(name, value ?? '');
}

class AppDouble extends EventEmitter implements AppPart {
  readonly isPackaged = false;
  readonly commandLine: Pick<Electron.CommandLine, 'getSwitchValue' | 'hasSwitch' | 'appendSwitch'> = {
    getSwitchValue: (name) => switches.get(name) ?? '',
    hasSwitch: (name) => switches.has(name),
    appendSwitch: (name) => void link.ask('note', 'switch', name),
  };
  readonly #paths = new Map([['userData', switches.get('user-data-dir') ?? '']]);
  #isReady = false;
  #isQuitting = false;
  #isOver = false;

  getPath = (name: string): string => this.#paths.get(name) ?? '';
  setPath = (name: string, path: string): void => {
    this.#paths.set(name, path);
    mkdirSync(path, { recursive: true });
  };
  getName = (): string => 'Glossa';
  setName = (): void => undefined;
  getVersion = (): string => '0.0.0';
  getLocale = (): string => process.env['DOUBLE_LOCALE'] ?? 'en-US';
  enableSandbox = (): void => void link.ask('note', 'sandbox', !this.#isReady);
  /** The first start has it; a second one hands over what it was given and ends. */
  requestSingleInstanceLock = (data: unknown): boolean => {
    const isFirst = process.env['DOUBLE_SECOND'] === undefined;
    void link.ask('lock', this.getPath('userData'), data, process.argv, process.cwd());
    return isFirst;
  };
  releaseSingleInstanceLock = (): void => undefined;
  async whenReady(): Promise<void> {
    if (this.#isReady) return;
    await listen();
    this.#isReady = true;
    this.emit('ready');
  }
  get hasBegun(): boolean {
    return this.#isReady;
  }
  addRecentDocument = (path: string): void => void link.ask('note', 'recent', path);
  clearRecentDocuments = (): void => void link.ask('note', 'recent', null);
  setAboutPanelOptions = (options: Electron.AboutPanelOptionsOptions): void => void link.ask('note', 'about', options);
  showAboutPanel = (): void => void link.ask('note', 'about panel', true);
  setAsDefaultProtocolClient = (scheme: string): boolean => {
    void link.ask('note', 'protocol client', scheme);
    return true;
  };
  focus = (): void => undefined;

  /** before-quit, then every window is asked to close; one that stays calls it off. */
  quit(): void {
    if (this.#isOver) return;
    const event = preventable({});
    this.emit('before-quit', event);
    if (event.defaultPrevented) return;
    this.#isQuitting = true;
    for (const window of BrowserWindowDouble.getAllWindows()) window.close();
    if (BrowserWindowDouble.getAllWindows().length > 0) this.#isQuitting = false;
    else this.#end();
  }
  #end(): void {
    const event = preventable({});
    this.emit('will-quit', event);
    if (event.defaultPrevented) {
      this.#isQuitting = false;
      return;
    }
    this.#isOver = true;
    this.emit('quit', {}, 0);
    process.exit(0);
  }
  exit(code = 0): void {
    process.exit(code);
  }
  /** A window is gone. */
  readonly windowEnded = (): void => {
    if (BrowserWindowDouble.getAllWindows().length > 0 || this.#isQuitting) return;
    if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed');
    else this.quit();
  };
}

export const app = new AppDouble();
BrowserWindowDouble.created = (window) => app.emit('web-contents-created', {}, window.webContents);
BrowserWindowDouble.ended = app.windowEnded;
BrowserWindowDouble.fronted = (window) => app.emit('browser-window-focus', {}, window);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit());
