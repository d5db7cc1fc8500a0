// `glossa backups` and `glossa restore`: also for a library that does not open any more.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { listBackups, readManifest, restoreLibrary } from '../../core/library/index.ts';
import { responseError } from '../../host/client.ts';
import { dataDir, defaultLibraryDir } from '../../host/library-dir.ts';
import { reachHolder } from '../connect.ts';
import type { Answer, Verb } from '../verb.ts';

export const backups: Verb = {
  name: 'backups',
  usage: '',
  help: 'List the backups of the library, the newest first.',
  positionals: [0, 0],
  options: [],
  runAlone(_args, { library }) {
    const dir = there(library);
    const found = listBackups(dir, outsideOf(dir));
    const text = found
      .map(({ name, at, bytes }) => `${name}  ${new Date(at).toISOString()}  ${bytes} bytes`)
      .join('\n');
    const json = found.map(({ name, at, bytes, why }) => ({ name, at, bytes, why }));
    return Promise.resolve({ json, text: text || 'There are no backups yet.' });
  },
};

export const restore: Verb = {
  name: 'restore',
  usage: 'NAME',
  help: 'Put a backup in the place of the database; what was there is set aside.',
  positionals: [1, 1],
  options: [],
  async runAlone({ positionals: [name = ''] }, { library }) {
    const dir = there(library);
    try {
      const { setAside } = restoreLibrary(dir, name, outsideOf(dir), Date.now());
      const aside = setAside === null ? '' : ` What was there is in ${setAside}.`;
      return { json: { name, setAside }, text: `Restored ${name}.${aside}` };
    } catch (error) {
      return askHolder(error, name);
    }
  },
};

/** A running Glossa that holds the library restores it itself, under its windows. */
async function askHolder(error: unknown, name: string): Promise<Answer> {
  const held = await reachHolder(error);
  if (!held) throw error;
  const response = await held.send(
    new Request(`${held.origin}/libraries/restore`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ name }),
    }),
  );
  if (!response.ok) throw await responseError(response);
  return { json: { name, setAside: null }, text: `Restored ${name} in the running Glossa.` };
}

function there(library: string | null): string {
  const dir = library ?? defaultLibraryDir();
  if (existsSync(join(dir, 'backups')) || existsSync(join(dir, 'glossa.json'))) return dir;
  throw new AppError('not_found', `There is no Glossa library in ${dir}.`);
}

function outsideOf(dir: string): string | null {
  try {
    const id = readManifest(dir)?.id;
    return id === undefined ? null : join(dataDir(), 'backups', id);
  } catch {
    return null; // A manifest that cannot be read names no library.
  }
}
