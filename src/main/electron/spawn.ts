// Starts the extractor in Electron: a utility process, since the packaged app cannot run as plain Node.
import { join } from 'node:path';
import { utilityProcess } from 'electron';
import type { Spawn } from '../core/files/extract/spawn.ts';

/** @param folder where the built `extract.js` is. */
export function utilitySpawn(folder: string): Spawn {
  return (entry) => {
    const child = utilityProcess.fork(join(folder, `${entry}.js`), [], {
      serviceName: `glossa-${entry}`,
      stdio: 'ignore',
    });
    return {
      get pid() {
        return child.pid;
      },
      post: (message) => child.postMessage(message),
      onMessage: (f) => void child.on('message', f),
      onExit: (f) => void child.once('exit', f),
      kill: () => void child.kill(),
    };
  };
}
