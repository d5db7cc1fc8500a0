// BrowserWindow and its WebContents: the page itself is a real one in the test's browser, which the driver opens, moves
// and closes as it is told here.
import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import { link } from './main-link.ts';
import { fromPage, toPage } from './network.ts';

type PreventableEvent = { preventDefault: () => void; defaultPrevented: boolean };

/** An event whose default can be prevented, with what it carries. */
export function preventable<T extends object>(carried: T): T & PreventableEvent {
  const event = { ...carried, defaultPrevented: false, preventDefault: () => void (event.defaultPrevented = true) };
  return event;
}

type ContentsPart = Pick<
  Electron.WebContents,
  'setWindowOpenHandler' | 'startDrag' | 'send' | 'getURL' | 'isDestroyed' | 'id' | 'print' | 'reload'
>;

export class WebContentsDouble extends EventEmitter implements ContentsPart {
  readonly id: number;
  readonly mainFrame = { url: '' };
  #isDestroyed = false;
  openHandler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0] | null = null;

  constructor(id: number) {
    super();
    this.id = id;
  }
  setWindowOpenHandler: Electron.WebContents['setWindowOpenHandler'] = (handler) => void (this.openHandler = handler);
  getURL = (): string => this.mainFrame.url;
  isDestroyed = (): boolean => this.#isDestroyed;
  send(channel: string, ...args: unknown[]): void {
    if (this.#isDestroyed) throw new TypeError('Object has been destroyed');
    void link.ask('window.send', this.id, channel, args);
  }
  startDrag: Electron.WebContents['startDrag'] = (item) => void link.ask('note', 'drag', item);
  print: Electron.WebContents['print'] = (options) => void link.ask('note', 'print', options);
  reload = (): void => void link.ask('window.load', this.id, toPage(this.mainFrame.url));
  /** Called when the window is gone. */
  end(): void {
    this.#isDestroyed = true;
    this.emit('destroyed');
  }
}

type WindowPart = Pick<
  Electron.BrowserWindow,
  | 'id'
  | 'loadURL'
  | 'show'
  | 'hide'
  | 'focus'
  | 'close'
  | 'destroy'
  | 'isDestroyed'
  | 'isMinimized'
  | 'isVisible'
  | 'isFocused'
  | 'isMaximized'
  | 'isFullScreen'
  | 'maximize'
  | 'restore'
  | 'getNormalBounds'
  | 'getBounds'
  | 'setBounds'
  | 'setProgressBar'
  | 'setTitle'
  | 'getTitle'
>;

let nextId = 0;
const all: BrowserWindowDouble[] = [];

export class BrowserWindowDouble extends EventEmitter implements WindowPart {
  readonly id = (nextId += 1);
  readonly webContents: WebContentsDouble;
  readonly #opened: Promise<unknown>;
  #bounds: Electron.Rectangle;
  #isVisible: boolean;
  #isDestroyed = false;
  #isMaximized = false;
  #title: string;

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    const { x = 0, y = 0, width = 800, height = 600 } = options;
    this.#bounds = { x, y, width, height };
    this.#isVisible = options.show !== false;
    this.#title = options.title ?? '';
    const preferences = options.webPreferences ?? {};
    this.webContents = new WebContentsDouble(this.id);
    all.push(this);
    BrowserWindowDouble.created?.(this);
    const { webPreferences: _preferences, ...plain } = options;
    const plainPreferences = JSON.parse(JSON.stringify(preferences)) as object;
    this.#opened = link.ask('window.open', this.id, JSON.parse(JSON.stringify(plain)), plainPreferences);
  }
  /** Hears of every window that is made; the app passes it on. */
  static created: ((window: BrowserWindowDouble) => void) | undefined;
  static ended: ((window: BrowserWindowDouble) => void) | undefined;
  static fronted: ((window: BrowserWindowDouble) => void) | undefined;
  static focused: BrowserWindowDouble | null = null;
  static getAllWindows = (): Electron.BrowserWindow[] => [...all] as unknown as Electron.BrowserWindow[];
  static getFocusedWindow = (): Electron.BrowserWindow | null =>
    BrowserWindowDouble.focused as unknown as Electron.BrowserWindow | null;
  static fromWebContents = (contents: { id: number }): Electron.BrowserWindow | null =>
    (all.find(({ webContents }) => webContents.id === contents.id) ?? null) as unknown as Electron.BrowserWindow | null;
  static fromId = (id: number): Electron.BrowserWindow | null =>
    (all.find((window) => window.id === id) ?? null) as unknown as Electron.BrowserWindow | null;

  async loadURL(address: string): Promise<void> {
    await this.#opened;
    this.webContents.mainFrame.url = fromPage(toPage(address));
    await link.ask('window.load', this.id, toPage(address));
    if (this.#isDestroyed) return;
    this.webContents.emit('did-finish-load');
    this.emit('ready-to-show');
  }
  show = (): void => this.#setVisible(true);
  hide = (): void => this.#setVisible(false);
  #setVisible(isVisible: boolean): void {
    if (this.#isVisible === isVisible) return;
    this.#isVisible = isVisible;
    void link.ask('window.visible', this.id, isVisible);
  }
  focus(): void {
    BrowserWindowDouble.focused = this;
    this.emit('focus');
    BrowserWindowDouble.fronted?.(this);
    void link.ask('window.focus', this.id);
  }
  close(): void {
    const event = preventable({});
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }
  destroy(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    all.splice(all.indexOf(this), 1);
    if (BrowserWindowDouble.focused === this) BrowserWindowDouble.focused = null;
    this.webContents.end();
    void link.ask('window.destroy', this.id);
    this.emit('closed');
    BrowserWindowDouble.ended?.(this);
  }
  isDestroyed = (): boolean => this.#isDestroyed;
  isMinimized = (): boolean => false;
  isVisible = (): boolean => this.#isVisible;
  isFocused = (): boolean => BrowserWindowDouble.focused === this;
  isMaximized = (): boolean => this.#isMaximized;
  isFullScreen = (): boolean => false;
  maximize = (): void => void (this.#isMaximized = true);
  restore = (): void => undefined;
  getBounds = (): Electron.Rectangle => ({ ...this.#bounds });
  getNormalBounds = (): Electron.Rectangle => ({ ...this.#bounds });
  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.#bounds = { ...this.#bounds, ...bounds };
    this.emit('resize');
  }
  getTitle = (): string => this.#title;
  setTitle = (title: string): void => void (this.#title = title);
  setProgressBar = (progress: number): void => void link.ask('note', 'progress', progress);
}
