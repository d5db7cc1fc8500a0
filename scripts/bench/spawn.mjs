// Starts the built extractor for a benchmark, as the hosts do.
import { fork } from 'node:child_process';
import { fromRoot } from '../lib/paths.mjs';

/** The `spawn` the core asks for. */
export function spawn(entry) {
  const child = fork(fromRoot('out/main', `${entry}.js`), [], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [],
  });
  return {
    pid: child.pid,
    post: (message) => child.send(message, () => undefined),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('close', listener),
    kill: () => void child.kill('SIGKILL'),
  };
}
