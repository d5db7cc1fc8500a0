// Runs the built program for a test: the web host as a child process of its own, and the command line.
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const built = resolve(import.meta.dirname, '../out/main');

export type Ended = { code: number | null; stdout: string; stderr: string };

/** Runs `glossa` with these arguments to its end. */
export function runCli(args: string[], env: NodeJS.ProcessEnv = process.env): Promise<Ended> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(built, 'cli.js'), ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk) => (stdout += String(chunk)));
    child.stderr.on('data', (chunk) => (stderr += String(chunk)));
    child.once('close', (code) => done({ code, stdout, stderr }));
  });
}

/** A running web host on a library. */
export class WebHost {
  readonly libraryDir: string;
  /** Its address for programs, once started; what the browser is sent to is {@link origin}. */
  url = '';
  /** The origin of its page: a name of the library's own. */
  origin = '';
  /** The one-time link it printed. */
  link = '';
  #child: ChildProcess | null = null;
  #stderr = '';

  constructor(libraryDir: string) {
    this.libraryDir = libraryDir;
  }

  /** @param sample make the sample library where there is none. */
  async start({ sample = false } = {}): Promise<void> {
    const args = [join(built, 'serve.js'), '--library', this.libraryDir, '--no-open', ...(sample ? ['--sample'] : [])];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    child.stderr.on('data', (chunk) => (this.#stderr += String(chunk)));
    this.link = await new Promise((done, fail) => {
      let text = '';
      child.stdout.on('data', (chunk) => {
        text += String(chunk);
        const ready = /^Glossa is ready: (\S+)$/m.exec(text);
        if (ready) done(ready[1]!);
      });
      child.once('close', (code) => fail(new Error(`The host ended with ${code}: ${this.#stderr}`)));
    });
    this.origin = new URL(this.link).origin;
    this.url = `http://127.0.0.1:${new URL(this.link).port}`;
  }

  /** A fresh one-time link by number, for a client that knows no `*.localhost` names. */
  async newLink(): Promise<string> {
    const response = await fetch(`${this.url}/link`, { method: 'POST', headers: this.asCli(), body: '{}' });
    return ((await response.json()) as { plainUrl: string }).plainUrl;
  }

  /** Headers that let the command line in. */
  asCli(): Record<string, string> {
    const { token } = JSON.parse(readFileSync(join(this.libraryDir, 'lock.json'), 'utf8')) as { token: string };
    return { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  }

  /** What it has said on standard error so far. */
  get complaints(): string {
    return this.#stderr;
  }

  /** Asks it to end, as Ctrl-C does (or kills it), and waits. Gives its exit code. */
  async stop(signal: 'SIGINT' | 'SIGKILL' = 'SIGINT'): Promise<number | null> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const ended = new Promise<number | null>((done) => child.once('close', done));
    child.kill(signal);
    return ended;
  }
}
