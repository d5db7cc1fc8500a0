// A child process under plain Node: what the web host, the command line and the tests hand to the core as `Spawn`.

import { fork } from 'node:child_process';
import type { Child } from './spawn.ts';

/** Starts a script (`out/main/extract.js`, or the source itself) as a child that talks over Node's IPC channel. */
export function forkChild(path: string): Child {
  // Structured clone carries the many numbers of a page at an eighth of the cost of JSON.
  const child = fork(path, [], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [],
    serialization: 'advanced',
  });
  let isOver = false;
  const exits: ((code: number | null) => void)[] = [];
  const end = (code: number | null): void => {
    if (isOver) return;
    isOver = true;
    for (const listener of exits) listener(code);
  };
  child.on('exit', end);
  child.on('error', () => {
    child.kill('SIGKILL');
    end(null);
  });
  return {
    pid: child.pid,
    // A message to a child that has just gone is lost on purpose: its end is told by onExit.
    post: (message) => void (child.connected && child.send(message as object, () => undefined)),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void exits.push(listener),
    kill: () => void child.kill('SIGKILL'),
  };
}
