// Starts the extractor under plain Node, for the web host and the command line. (The desktop uses utilityProcess.)
import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Spawn } from '../core/files/extract/spawn.ts';

/** @param folder where the built `extract.js` is. What a child prints is shown only when GLOSSA_DEBUG is set. */
export function nodeSpawn(folder: string): Spawn {
  return (entry) => {
    const noise = process.env['GLOSSA_DEBUG'] ? 'inherit' : 'ignore';
    const child = fork(join(folder, `${entry}.js`), [], {
      serialization: 'advanced',
      // Standard output may be carrying a command's answer: a child never writes there.
      stdio: ['ignore', 'ignore', noise, 'ipc'],
      execArgv: [],
    });
    // A child that cannot be started reports it as its exit.
    child.on('error', () => undefined);
    return {
      get pid() {
        return child.pid;
      },
      post: (message) => {
        if (child.connected) child.send(message as object, () => undefined);
      },
      onMessage: (f) => void child.on('message', f),
      onExit: (f) => void child.once('close', f),
      kill: () => void child.kill('SIGKILL'),
    };
  };
}
