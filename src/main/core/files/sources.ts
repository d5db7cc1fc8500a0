// Sources: tickets for local files a host has let in, so that no window ever names a path.
import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AppError } from '#shared/errors.ts';

/** Tickets of one open library. They die with the process; uploads are removed when used or at close. */
export type Sources = {
  /** Lets local paths in; one ticket each. */
  admit(paths: string[]): string[];
  /** Path to write an upload to, and the ticket it will have. `name` is shown to the user, never used as a path. */
  reserve(name: string): { source: string; path: string };
  /** What a ticket stands for. `bad_input` for an unknown one. */
  resolve(source: string): Admitted;
  /** Deletes an upload's bytes; a picked path is left alone. */
  release(source: string): void;
  close(): void;
};

export type Admitted = { path: string; name: string; isUpload: boolean };

/** Keeps uploads in `<libraryDir>/uploads`, emptied at open and at close. */
export function makeSources(libraryDir: string): Sources {
  const uploads = join(libraryDir, 'uploads');
  const tickets = new Map<string, Admitted>();
  rmSync(uploads, { recursive: true, force: true });
  const add = (admitted: Admitted): string => {
    const source = randomUUID();
    tickets.set(source, admitted);
    return source;
  };
  return {
    admit: (paths) => paths.map((path) => add({ path: resolve(path), name: path, isUpload: false })),
    reserve: (name) => {
      mkdirSync(uploads, { recursive: true });
      const path = join(uploads, randomUUID());
      return { path, source: add({ path, name, isUpload: true }) };
    },
    resolve: (source) => {
      const found = tickets.get(source);
      if (!found) throw new AppError('bad_input', 'This file is no longer at hand. Choose it again.');
      return found;
    },
    release: (source) => {
      const found = tickets.get(source);
      tickets.delete(source);
      if (found?.isUpload) rmSync(found.path, { force: true });
    },
    close: () => rmSync(uploads, { recursive: true, force: true }),
  };
}
