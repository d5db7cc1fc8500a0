// The libraries that were open lately, the newest first: a small file in the user's data folder.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { writeAtomically } from '../core/atomic.ts';

const MOST = 12;

const Recent = z.object({ dir: z.string(), at: z.number() });
type Recent = z.infer<typeof Recent>;

/** What a window may know of a library: a name, and a ticket that stands for its folder. Never the path. */
export type RecentLibrary = { ticket: string; name: string; isThere: boolean };

export type Recents = {
  list(): RecentLibrary[];
  /** Puts a library's folder first. */
  add(dir: string): void;
  /** The folder behind a ticket; undefined for an unknown one. */
  find(ticket: string): string | undefined;
};

const ticketOf = (dir: string): string => createHash('sha256').update(dir).digest('hex').slice(0, 16);

/** Reads and writes `<folder>/recent.json`; one that cannot be read counts as empty, one that cannot be written is let be. */
export function makeRecents(folder: string, clock: () => number = Date.now): Recents {
  const file = join(folder, 'recent.json');
  const read = (): Recent[] => {
    try {
      return z.array(Recent).parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch {
      return [];
    }
  };
  return {
    list: () =>
      read().map(({ dir }) => ({
        ticket: ticketOf(dir),
        name: basename(dir) === 'library' ? `${basename(dirname(dir))}/library` : basename(dir),
        isThere: existsSync(join(dir, 'glossa.json')),
      })),
    add: (dir) => {
      const others = read().filter((one) => one.dir !== dir);
      try {
        mkdirSync(folder, { recursive: true });
        writeAtomically(file, JSON.stringify([{ dir, at: clock() }, ...others].slice(0, MOST)), 0o600);
      } catch {
        // The list is a convenience: a library opens without it.
      }
    },
    find: (ticket) => read().find(({ dir }) => ticketOf(dir) === ticket)?.dir,
  };
}
