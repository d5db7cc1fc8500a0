// One writer per library: an exclusive lock the operating system releases when the process dies, and a readable
// note beside it saying who holds the library and how to reach them.
import { readFileSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { writeAtomically } from '../atomic.ts';
import { holdExclusive } from '../db/open.ts';

/**
 * How to talk to the program that holds a library: a web host's address, or the path of a private socket (a named pipe
 * on Windows), and the bearer token.
 */
export type Address = { token: string } & ({ url: string } | { socket: string });

export type Lock = {
  /** Publishes an address for the command line and for a second start. */
  announce(address: Address): void;
  release(): void;
};

type Holder = { pid: number; host: string; since: number; token?: string; url?: string; socket?: string };

/** Takes the library in `dir`. Throws `busy` with `details: Holder` when another process has it. */
export function lockLibrary(dir: string, now: number): Lock {
  const note = join(dir, 'lock.json');
  const holder: Holder = { pid: process.pid, host: hostname(), since: now };
  let letGo: () => void;
  try {
    letGo = holdExclusive(join(dir, 'lock.sqlite'));
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'busy') throw error;
    const found = readHolder(note);
    const who = found ? `process ${found.pid} on ${found.host}` : 'another process';
    throw new AppError('busy', `The library ${dir} is open in ${who}. Close it there, or use that one.`, found ?? {});
  }
  // The address lets the command line in: for this user's eyes alone.
  const write = (value: Holder): void => writeAtomically(note, JSON.stringify(value), 0o600);
  try {
    write(holder);
  } catch {
    letGo();
    throw new AppError('storage', `${note} cannot be written. Check the free space and permissions of ${dir}.`);
  }
  return {
    announce: (address) => write({ ...holder, ...address }),
    release: () => {
      rmSync(note, { force: true });
      letGo();
    },
  };
}

function readHolder(note: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(note, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}
