// The provider as stored: the library's own secret, never answered by a call and never logged.
import { basename } from 'node:path';
import { statSync } from 'node:fs';
import { AppError } from '#shared/errors.ts';
import type { Provider } from '#shared/translation.ts';
import type { Reader, Tx } from '../kinds.ts';

export type Service = { kind: 'openai' | 'libretranslate'; address: string; model: string; key: string };
export type Command = { kind: 'command'; path: string; args: string[] };
export type StoredProvider = Service | Command;

export type ProviderInput =
  | { kind: 'openai'; address: string; model: string; key?: string | undefined }
  | { kind: 'libretranslate'; address: string; key?: string | undefined }
  | { kind: 'command'; source: string; args: string[] };

/** One text to be drafted; languages are BCP 47. */
export type DraftRequest = { text: string; from: string; to: string };

/** Hidden from the settings calls by its first character. */
const KEY = '~translation';

/** The provider that is set up, with its secret; null while there is none. */
export function readProvider(db: Reader): StoredProvider | null {
  const row = db.get<{ value: string }>('SELECT value FROM setting WHERE key = ?', KEY);
  return row ? (JSON.parse(row.value) as StoredProvider) : null;
}

/** Stores a provider in place of any other. */
export function store(tx: Tx, provider: StoredProvider): void {
  tx.outside.run(
    'INSERT INTO setting VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    KEY,
    JSON.stringify(provider),
  );
}

export function forget(tx: Tx): void {
  tx.outside.run('DELETE FROM setting WHERE key = ?', KEY);
}

/** What is to be stored. A key is kept only for the host it was given for. */
export function nextProvider(tx: Tx, input: ProviderInput, before: StoredProvider | null): StoredProvider {
  if (input.kind === 'command') return { kind: 'command', path: programOf(tx, input.source), args: input.args };
  const { address } = input;
  const url = new URL(address);
  if (url.username || url.password) {
    throw new AppError('bad_input', 'address: it must not hold a user name or password. Give the key as the key.');
  }
  const kept = before && before.kind !== 'command' && new URL(before.address).host === url.host ? before.key : '';
  return {
    kind: input.kind,
    address: address.replace(/\/+$/u, ''),
    model: input.kind === 'openai' ? input.model : '',
    key: input.key ?? kept,
  };
}

/** A program the host has let in by its own dialog or command line; never something uploaded. */
function programOf({ sources }: Tx, source: string): string {
  const { path, name, isUpload } = sources.resolve(source);
  if (isUpload) {
    throw new AppError('refused', `${name} was uploaded. A program to be run is named on the command line of Glossa.`);
  }
  const isFile = statSync(path, { throwIfNoEntry: false })?.isFile() === true;
  if (!isFile) throw new AppError('bad_input', `${name} is no program. Choose the program’s file.`);
  sources.release(source);
  return path;
}

/** The provider without its secret. */
export function openProvider(stored: StoredProvider): Provider {
  if (stored.kind === 'command') {
    const program = basename(stored.path);
    return { kind: 'command', name: program, address: '', model: '', hasKey: false, program, args: stored.args };
  }
  const { kind, address, model, key } = stored;
  const { host } = new URL(address);
  return { kind, name: model ? `${model} (${host})` : host, address, model, hasKey: key !== '', program: '', args: [] };
}
