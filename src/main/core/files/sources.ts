// Sources: tickets for local files a host has let in, so that no window ever names a path.
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { writeAtomically } from '../atomic.ts';

/** Tickets of a library. Those a job still needs outlive a crash; all others die with the process. */
export type Sources = {
  /** Lets local paths in; one ticket each. */
  admit(paths: string[]): string[];
  /** Path to write an upload to, and the ticket it will have. `name` is shown to the user, never used as a path. */
  reserve(name: string): { source: string; path: string };
  /** What a ticket stands for. `bad_input` for an unknown one. */
  resolve(source: string): Admitted;
  /** Ends tickets and deletes the bytes of uploads among them; picked paths are left alone. */
  release(...sources: string[]): void;
  /** Forgets every ticket but these, and deletes the uploads behind the forgotten ones. */
  keepOnly(needed: ReadonlySet<string>): void;
};

export type Admitted = { path: string; name: string; isUpload: boolean };

/** Keeps uploads, and the list of tickets, in `<libraryDir>/uploads`. */
export function makeSources(libraryDir: string): Sources {
  const folder = join(libraryDir, 'uploads');
  const list = join(folder, 'tickets.json');
  const tickets = new Map(readTickets(list));
  const save = (): void => {
    mkdirSync(folder, { recursive: true });
    writeAtomically(list, JSON.stringify([...tickets]));
  };
  const add = (admitted: Admitted[]): string[] => {
    const sources = admitted.map(() => randomUUID());
    admitted.forEach((each, index) => tickets.set(sources[index] ?? '', each));
    save();
    return sources;
  };
  return {
    admit: (paths) => add(paths.map((path) => ({ path: resolve(path), name: path, isUpload: false }))),
    reserve: (name) => {
      mkdirSync(folder, { recursive: true });
      const path = join(folder, randomUUID());
      const [source = ''] = add([{ path, name, isUpload: true }]);
      return { path, source };
    },
    resolve: (source) => {
      const found = tickets.get(source);
      if (!found)
        throw new AppError('bad_input', 'This file is no longer at hand. Choose it again.', { reason: 'ticket' });
      return found;
    },
    release: (...sources) => {
      const ended = sources.flatMap((source) => tickets.get(source) ?? []);
      if (ended.length === 0) return;
      for (const source of sources) tickets.delete(source);
      save();
      for (const { path, isUpload } of ended) if (isUpload) rmSync(path, { force: true });
    },
    keepOnly: (needed) => {
      for (const source of tickets.keys()) if (!needed.has(source)) tickets.delete(source);
      const kept = new Set([...tickets.values()].map(({ path }) => path));
      if (kept.size === 0) return rmSync(folder, { recursive: true, force: true });
      save();
      for (const name of readdirSync(folder)) {
        const path = join(folder, name);
        if (path !== list && !kept.has(path)) rmSync(path, { force: true });
      }
    },
  };
}

/** Tickets left by the last run; none where the list cannot be read: the user then chooses the files again. */
function readTickets(list: string): [string, Admitted][] {
  try {
    return existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as [string, Admitted][]) : [];
  } catch {
    return [];
  }
}
