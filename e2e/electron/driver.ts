// Runs the built desktop program on the double of Electron, and plays what surrounds it: the system's windows (real pages
// of the test's browser), its dialogs, its menu, its other programs.
import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BrowserContext, Page, Route } from '@playwright/test';
import { Link } from './link.ts';

const program = resolve(import.meta.dirname, '../../out/main/desktop.js');
const world = readFileSync(resolve(import.meta.dirname, 'preload-world.js'), 'utf8').replace(
  /^[\s\S]*?export (?=function)/,
  '',
);

/** A menu item as the program gave it. */
export type MenuItem = { label?: string; role?: string; enabled?: boolean; accelerator?: string; submenu?: MenuItem[] };

type MessageBox = { message: string; detail?: string; buttons?: string[] };

const bound = new WeakSet<Page>();
/** Which double, and which of its windows, a page belongs to now. */
const owners = new WeakMap<Page, { double: DesktopDouble; id: number }>();

const ownerOf = (page: Page) => {
  const owner = owners.get(page);
  if (!owner) throw new Error('This window is gone');
  return owner;
};
const doubleOf = (page: Page): DesktopDouble => ownerOf(page).double;

export class DesktopDouble {
  /** What the program told the system, in order: `['external', 'https://…']`, `['progress', 0.5]`. */
  readonly notes: [what: string, value: unknown][] = [];
  readonly pages = new Map<number, Page>();
  menu: MenuItem[] = [];
  /** Answers of the next open dialogs, in order; with none left, they are cancelled. */
  readonly picks: string[][] = [];
  readonly saves: string[] = [];
  /** Answers of message boxes by a word of their text; the first button otherwise. */
  answer: (box: MessageBox) => number = () => 0;
  readonly boxes: MessageBox[] = [];
  stderr = '';
  readonly #context: BrowserContext;
  readonly #child: ChildProcess;
  readonly #link: Link;
  readonly #ended: Promise<number | null>;
  /** Called for each window's page before anything is loaded. */
  readonly #follow: (page: Page) => void;
  #free: Page | null;

  /** @param first the page of the first window; others are opened in its context. */
  constructor(
    first: Page,
    args: string[],
    follow: (page: Page) => void,
    { env = {}, locale = 'en-US' }: { env?: NodeJS.ProcessEnv; locale?: string } = {},
  ) {
    this.#context = first.context();
    this.#free = first;
    this.#follow = follow;
    this.#child = fork(program, args, {
      execArgv: ['--no-warnings', '--import', resolve(import.meta.dirname, 'register.mjs')],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: { ...process.env, ...env, DOUBLE_LOCALE: locale },
    });
    this.#child.stderr?.on('data', (chunk) => (this.stderr += String(chunk)));
    this.#ended = new Promise((done) =>
      this.#child.once('close', (code, signal) => done(code ?? (signal === 'SIGKILL' ? 137 : 1))),
    );
    this.#link = new Link((message) => {
      if (this.#child.connected) this.#child.send(message, () => undefined);
    });
    this.#child.on('message', this.#link.receive);
    this.#listen();
  }

  #listen(): void {
    const link = this.#link;
    link.on('note', (what: string, value: unknown) => {
      this.notes.push([what, value]);
      if (what === 'menu') this.menu = value as MenuItem[];
    });
    link.on('lock', (...what: unknown[]) => void this.notes.push(['lock', what]));
    link.on('dialog.open', () => {
      const filePaths = this.picks.shift();
      return { canceled: filePaths === undefined, filePaths: filePaths ?? [] };
    });
    link.on('dialog.save', () => {
      const filePath = this.saves.shift();
      return { canceled: filePath === undefined, filePath: filePath ?? '' };
    });
    link.on('dialog.message', (box: MessageBox) => {
      this.boxes.push(box);
      return { response: this.answer(box), checkboxChecked: false };
    });
    link.on('window.open', (id: number, options: unknown, preferences: { preload?: string }) => {
      this.notes.push(['window', { id, options, preferences }]);
      return this.#open(id, preferences.preload);
    });
    link.on(
      'window.load',
      async (id: number, url: string) =>
        void (await this.pages
          .get(id)
          ?.goto(url)
          .catch(() => 0)),
    );
    link.on('window.visible', (id: number, isVisible: boolean) => this.#show(id, isVisible));
    link.on('window.focus', (id: number) => this.pages.get(id)?.bringToFront());
    link.on('window.send', (id: number, channel: string, args: unknown[]) =>
      this.pages
        .get(id)
        ?.evaluate(([to, what]) => (window as never as Sent).__electronSend(to, what), [channel, args] as const)
        .catch(() => undefined),
    );
    link.on('window.destroy', async (id: number) => {
      const page = this.pages.get(id);
      this.pages.delete(id);
      if (page && this.#context.pages().length > 1) await page.close();
      else await page?.goto('about:blank').catch(() => undefined);
    });
  }

  /** The page of a window: the preload in it, its requests, downloads and windows under the program's eyes. */
  async #open(id: number, preload: string | undefined): Promise<void> {
    const page = this.#free ?? (await this.#context.newPage());
    this.#free = null;
    this.pages.set(id, page);
    owners.set(page, { double: this, id });
    this.#follow(page);
    if (bound.has(page)) return;
    bound.add(page);
    await page.exposeBinding('__electron', ({ frame }, kind: 'invoke' | 'send', channel: string, args: unknown[]) => {
      const owner = ownerOf(page);
      return owner.double.#link.ask(kind, owner.id, channel, args, { url: frame.url(), isMain: !frame.parentFrame() });
    });
    if (preload)
      await page.addInitScript({
        content: `(${world})((require, exports, module) => {${readFileSync(preload, 'utf8')}\n})`,
      });
    await page.route(
      (url) => !url.hostname.endsWith('.localhost'),
      (route) => doubleOf(page).#judge(page, route),
    );
    page.on('download', (download) => {
      void doubleOf(page).#link.ask<boolean>('download', download.url()).then((isPrevented) => {
        if (isPrevented) return download.cancel();
      });
    });
    page.on('popup', (popup) => void doubleOf(page).#popUp(page, popup));
    page.on('crash', () => void doubleOf(page).#link.ask('crash', id));
  }

  async #judge(page: Page, route: Route): Promise<void> {
    const request = route.request();
    const isMain = request.isNavigationRequest() && request.frame() === page.mainFrame();
    const kind = request.isNavigationRequest() ? (isMain ? 'will-navigate' : 'will-frame-navigate') : null;
    const id = owners.get(page)?.id ?? 0;
    const isStopped =
      (kind !== null && (await this.#link.ask<boolean>('navigate', id, kind, request.url()))) ||
      (await this.#link.ask<boolean>('request', request.url()));
    this.notes.push([isStopped ? 'stopped' : 'loaded', request.url()]);
    await (isStopped ? route.abort('aborted') : route.continue());
  }

  async #popUp(page: Page, popup: Page): Promise<void> {
    const action = await this.#link.ask('popup', owners.get(page)?.id ?? 0, popup.url()).catch(() => 'deny');
    this.notes.push(['popup', action]);
    if (action === 'deny') await popup.close();
  }

  /** What a page notices when its window is hidden or shown. */
  async #show(id: number, isVisible: boolean): Promise<void> {
    await this.pages
      .get(id)
      ?.evaluate((visible) => {
        Object.defineProperty(document, 'visibilityState', {
          value: visible ? 'visible' : 'hidden',
          configurable: true,
        });
        document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
      }, isVisible)
      .catch(() => undefined);
  }

  /** The page of the first window, once it is loaded; throws with what the program said when it ended instead. */
  async firstPage(): Promise<Page> {
    const gone = this.#ended.then((code) =>
      Promise.reject(new Error(`The desktop ended with ${code}: ${this.stderr}`)),
    );
    gone.catch(() => undefined);
    for (;;) {
      const [page] = this.pages.values();
      if (page && page.url() !== 'about:blank') return page;
      await Promise.race([gone, new Promise((done) => setTimeout(done, 30))]);
    }
  }

  /** Every value noted under this name. */
  noted<T>(what: string): T[] {
    return this.notes.filter(([name]) => name === what).map(([, value]) => value as T);
  }

  /** Chooses a menu item by the labels on the way to it, for the window of this page (the first by default). */
  async choose(...labels: string[]): Promise<void> {
    const [id] = this.pages.keys();
    await this.#link.ask('menu', labels, id);
  }

  /** Asks as the page's main frame, or as another frame would. */
  invoke(channel: string, args: unknown[], frame: { url: string; isMain: boolean } | null): Promise<unknown> {
    const [id] = this.pages.keys();
    return this.#link.ask('invoke', id, channel, args, frame);
  }

  /** Something the system tells the app: `second-instance`, `open-file`, `open-url`, `activate`. */
  tell(event: string, ...args: unknown[]): Promise<unknown> {
    return this.#link.ask('app', event, ...args);
  }

  /** The user closes a window. */
  async closeWindow(page: Page): Promise<void> {
    for (const [id, each] of this.pages) if (each === page) await this.#link.ask('close', id);
  }

  /** The user quits, or the program is killed. Gives the exit code. */
  async stop(how: 'cleanly' | 'kill' = 'cleanly'): Promise<number | null> {
    if (how === 'kill') this.#child.kill('SIGKILL');
    else if (this.#child.connected) void this.#link.ask('quit').catch(() => undefined);
    return this.#ended;
  }

  /** Starts the program again beside this one, as a double click on a file does. What it handed over, and its code. */
  async startAgain(args: string[]): Promise<{ code: number | null; handed: unknown }> {
    const child = fork(program, args, {
      execArgv: ['--no-warnings', '--import', resolve(import.meta.dirname, 'register.mjs')],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { ...process.env, DOUBLE_SECOND: '1' },
    });
    let handed: unknown;
    const link = new Link((message) => child.connected && child.send(message, () => undefined));
    link.on('note', () => undefined);
    link.on('lock', (_userData: string, data: unknown) => void (handed = data));
    child.on('message', link.receive);
    const code = await new Promise<number | null>((done) => child.once('close', done));
    if (handed !== undefined) await this.tell('second-instance', [], '/', handed);
    return { code, handed };
  }

  /** Waits for the program's own end. */
  get ended(): Promise<number | null> {
    return this.#ended;
  }
}

type Sent = { __electronSend: (channel: string, args: unknown) => void };
