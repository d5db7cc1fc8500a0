// How much memory another process holds, asked from outside. Linux: /proc. Other Unix: ps. Windows: not known without
// a native module, so there the memory limit does not hold and the time limit alone ends a child that grows.

import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';

/** Pages of memory are 4 KiB on every system Node's Linux builds run on but some ARM kernels, where they are larger. */
const PAGE_BYTES = 4096;

/** Resident bytes of a process; undefined when it is gone or the system does not tell. */
export async function residentBytes(pid: number): Promise<number | undefined> {
  if (process.platform === 'win32') return undefined;
  if (process.platform !== 'linux') return residentByPs(pid);
  try {
    const fields = (await readFile(`/proc/${String(pid)}/statm`, 'latin1')).split(' ');
    const pages = Number(fields[1]);
    return Number.isFinite(pages) ? pages * PAGE_BYTES : undefined;
  } catch {
    // The process has ended between two looks.
    return undefined;
  }
}

function residentByPs(pid: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    execFile('ps', ['-o', 'rss=', '-p', String(pid)], (error, stdout) => {
      const kibibytes = Number(stdout.trim());
      resolve(error === null && kibibytes > 0 ? kibibytes * 1024 : undefined);
    });
  });
}
