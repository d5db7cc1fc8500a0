// A stand-in for the `electron` module in tests: records what it is told and lets a test play the page's part.
import { EventEmitter } from 'node:events';

type Frame = { url: string };
type Scheme = { scheme: string; privileges: Record<string, boolean> };
type Answer = (granted: boolean) => void;
type MenuItem = { label?: string; submenu?: MenuItem[] };

let contentsMade = 0;

class Contents extends EventEmitter {
  id = (contentsMade += 1);
  mainFrame: Frame = { url: 'glossa://app/' };
  sent: unknown[][] = [];
  openHandler: ((details: { url: string }) => unknown) | null = null;
  setWindowOpenHandler(handler: (details: { url: string }) => unknown): void {
    this.openHandler = handler;
  }
  send(...message: unknown[]): void {
    this.sent.push(message);
  }
}

type WindowOptions = { webPreferences: Record<string, unknown> };

class App extends EventEmitter {
  commandLine = { getSwitchValue: (name: string): string => switches[name] ?? '' };
  isPackaged = false;
  quit(): void {
    this.emit('before-quit');
    const event = { isPrevented: false, preventDefault: () => void (event.isPrevented = true) };
    this.emit('will-quit', event);
    if (!event.isPrevented) this.emit('quit');
  }
  exit(code: number): void {
    throw new Error(`exit ${code}`);
  }
  getPath(): string {
    return paths.userData;
  }
  getVersion(): string {
    return '1.9.2';
  }
  showAboutPanel(): void {}
  addRecentDocument(): void {}
  getLocale(): string {
    return 'en-US';
  }
}

const paths = { userData: '' };
const app = new App();
const switches: Record<string, string> = {};
const windows: BrowserWindow[] = [];

class BrowserWindow extends EventEmitter {
  webContents = new Contents();
  url = '';
  options: WindowOptions;
  constructor(options: WindowOptions) {
    super();
    this.options = options;
    windows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  loadURL(url: string): Promise<void> {
    this.url = url;
    this.loads += 1;
    return Promise.resolve();
  }
  isHidden = false;
  isGone = false;
  loads = 0;
  show(): void {}
  maximize(): void {}
  isMaximized(): boolean {
    return false;
  }
  isFocused(): boolean {
    return true;
  }
  getNormalBounds() {
    return { x: 10, y: 20, width: 1000, height: 700 };
  }
  progress: number[] = [];
  setProgressBar(progress: number): void {
    this.progress.push(progress);
  }
  focus(): void {}
  hide(): void {
    this.isHidden = true;
  }
  isMinimized(): boolean {
    return false;
  }
  isDestroyed(): boolean {
    return this.isGone;
  }
  destroy(): void {
    this.isGone = true;
    this.emit('closed');
  }
  static getAllWindows(): BrowserWindow[] {
    return windows;
  }
  static getFocusedWindow(): BrowserWindow | null {
    return windows[0] ?? null;
  }
  static fromWebContents(): BrowserWindow | null {
    return windows[0] ?? null;
  }
}

class SessionDouble extends EventEmitter {
  handlers = new Map<string, (request: Request) => Promise<Response>>();
  permissionRequest: ((contents: unknown, permission: string, answer: Answer, details: unknown) => void) | null = null;
  permissionCheck: ((contents: unknown, permission: string, origin: string, details: unknown) => boolean) | null = null;
  devicePermission: (() => boolean) | null = null;
  request: ((url: string) => unknown) | null = null;
  protocol = {
    handle: (scheme: string, handler: (request: Request) => Promise<Response>): void =>
      void this.handlers.set(scheme, handler),
  };
  webRequest = {
    onBeforeRequest: (listener: (details: { url: string }, answer: (value: unknown) => void) => void): void => {
      this.request = (url) => {
        let answer: unknown;
        listener({ url }, (value) => (answer = value));
        return answer;
      };
    },
  };
  setPermissionRequestHandler(handler: NonNullable<SessionDouble['permissionRequest']>): void {
    this.permissionRequest = handler;
  }
  setPermissionCheckHandler(handler: NonNullable<SessionDouble['permissionCheck']>): void {
    this.permissionCheck = handler;
  }
  setDevicePermissionHandler(handler: () => boolean): void {
    this.devicePermission = handler;
  }
  setDisplayMediaRequestHandler(): void {}
  setSpellCheckerEnabled(): void {}
}

/** The module's exports as the shell imports them, and what a test looks at or plays. */
export function makeDouble() {
  const session = { defaultSession: new SessionDouble() };
  const ipc = new Map<string, (event: unknown, ...args: unknown[]) => unknown>();
  const heard = new EventEmitter();
  const schemes: Scheme[] = [];
  const opened: string[] = [];
  const double = {
    app,
    /** Set before the program starts. */
    places: paths,
    BrowserWindow,
    session,
    switches,
    windows,
    schemes,
    opened,
    /** What error boxes have said. */
    told: [] as string[],
    /** What the next open dialog gives; null when it is cancelled. */
    picks: null as string[] | null,
    protocol: { registerSchemesAsPrivileged: (given: Scheme[]) => void schemes.push(...given) },
    shell: { openExternal: (url: string) => Promise.resolve(void opened.push(url)) },
    dialog: {
      showErrorBox: (_title: string, message: string) => void double.told.push(message),
      showOpenDialog: () => Promise.resolve({ canceled: double.picks === null, filePaths: double.picks ?? [] }),
    },
    ipcMain: {
      handle: (channel: string, handler: (event: unknown) => unknown) => void ipc.set(channel, handler),
      on: (channel: string, handler: (event: unknown) => void) => void heard.on(channel, handler),
      off: (channel: string, handler: (event: unknown) => void) => void heard.off(channel, handler),
    },
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] },
    nativeImage: { createFromPath: (path: string) => ({ path }) },
    net: { fetch: () => Promise.reject(new Error('offline')) },
    menus: [] as MenuItem[][],
    Menu: {
      setApplicationMenu: (items: MenuItem[]) => void double.menus.push(items),
      buildFromTemplate: (items: MenuItem[]) => items,
    },
    utilityProcess: {
      fork: () => {
        throw new Error('no utility processes in tests');
      },
    },
    /** A request of the page. */
    load: (request: Request): Promise<Response> => session.defaultSession.handlers.get('glossa')!(request),
    /** A message without an answer from the page of a window. */
    say: (channel: string, contents: Contents, ...args: unknown[]): void => {
      const event = { sender: contents, senderFrame: contents.mainFrame };
      heard.emit(channel, event, ...args);
    },
    /** A message of the page's main frame, or of another frame. */
    invoke: async (
      channel: string,
      argument?: unknown,
      frame: { url: string; isMain: boolean } | null = { url: 'glossa://app/', isMain: true },
    ) => {
      const senderFrame = frame && { url: frame.url };
      const sender = { mainFrame: frame?.isMain ? senderFrame : { url: 'glossa://app/' } };
      return ipc.get(channel)!({ senderFrame, sender }, argument);
    },
    askPermission: (permission: string, url: string, isMainFrame = true): boolean => {
      let isGranted = false;
      const answer: Answer = (granted) => (isGranted = granted);
      session.defaultSession.permissionRequest!({ getURL: () => url }, permission, answer, { isMainFrame });
      return isGranted;
    },
    checkPermission: (permission: string, origin: string): boolean =>
      session.defaultSession.permissionCheck!(null, permission, origin, { isMainFrame: true }),
    /** Ends the app as the user would; resolves when everything is closed. */
    quit: () =>
      new Promise<void>((done) => {
        app.once('quit', done);
        app.quit();
      }),
  };
  return double;
}

/** The stand-in as a test sees it. */
export type Double = ReturnType<typeof makeDouble>;
