// The PDF store: bytes under their SHA-256, written once, never changed.
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, readdirSync, rmSync } from 'node:fs';
import { chmod, link, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '#shared/errors.ts';

/** Files above this are refused (RELIABILITY 3). */
const MAX_BYTES = 2 * 1024 ** 3;
/** How the name of a file begins while it is being copied in. */
const INCOMING = '.incoming-';

/** `isNew` is false where the same bytes were there already. */
export type Stored = { sha256: string; byteSize: number; isNew: boolean };

export type Store = {
  /** Where the file of this hash is, or would be: `files/ab/abcd….pdf`. */
  pathOf(sha256: string): string;
  has(sha256: string): boolean;
  /**
   * Copies a file in: temporary file, fsync, link, fsync of the folder; a damaged copy of it is replaced.
   * Throws `refused` (not a file, too large, changing while it is read), `bad_input` (unreadable), `storage`.
   */
  add(path: string, signal?: AbortSignal): Promise<Stored>;
  /** SHA-256 of the stored bytes, to compare with the name. */
  hash(sha256: string): Promise<string>;
};

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder; its rename is durable without it.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** Puts a finished file in its place without ever replacing one; disks that know no links (exFAT, some shares) rename. */
async function place(temporary: string, target: string): Promise<void> {
  try {
    await link(temporary, target);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST') return;
    if (!['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK'].includes(code)) throw error;
    await rename(temporary, target);
  }
}

/** Copies the file to `temporary`, flushed, and answers its hash; undefined when it changed meanwhile. */
async function copyIn(
  path: string,
  temporary: string,
  signal?: AbortSignal,
): Promise<Omit<Stored, 'isNew'> | undefined> {
  const before = await stat(path);
  if (!before.isFile()) throw new AppError('refused', `${path} is not a regular file.`, { reason: 'not-regular' });
  if (before.size > MAX_BYTES) throw new AppError('refused', `${path} is larger than 2 GiB.`, { reason: 'too-large' });
  const hash = createHash('sha256');
  let byteSize = 0;
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      byteSize += chunk.length;
      done(null, chunk);
    },
  });
  const out = createWriteStream(temporary, { flags: 'w', flush: true });
  await pipeline(createReadStream(path), counter, out, signal ? { signal } : {});
  const after = await stat(path);
  const isSame = after.size === byteSize && before.size === byteSize && before.mtimeMs === after.mtimeMs;
  return isSame ? { sha256: hash.digest('hex'), byteSize } : undefined;
}

/** The store of the library in `libraryDir`. What a crash left half copied is cleared away. */
export function makeStore(libraryDir: string, isReadOnly = false): Store {
  const root = join(libraryDir, 'files');
  const pathOf = (sha256: string): string => join(root, sha256.slice(0, 2), `${sha256}.pdf`);
  for (const name of existsSync(root) && !isReadOnly ? readdirSync(root) : []) {
    if (name.startsWith(INCOMING)) rmSync(join(root, name), { force: true });
  }

  const add: Store['add'] = async (path, signal) => {
    const temporary = join(root, INCOMING + randomUUID());
    try {
      await mkdir(root, { recursive: true });
      const copied = (await copyIn(path, temporary, signal)) ?? (await copyIn(path, temporary, signal));
      if (!copied)
        throw new AppError('refused', `${path} changes while it is read. Add it again when it is complete.`, {
          reason: 'changing',
        });
      const target = pathOf(copied.sha256);
      if (existsSync(target)) {
        if ((await hashOf(target)) === copied.sha256) return { ...copied, isNew: false };
        // What stands there is no longer what it was: set it aside and let the sound copy in.
        await rename(target, `${target}.damaged-${randomUUID()}`);
      }
      if (await mkdir(dirname(target), { recursive: true })) await syncFolder(root);
      await chmod(temporary, 0o444);
      await place(temporary, target);
      await syncFolder(dirname(target));
      return { ...copied, isNew: true };
    } catch (error) {
      throw asStorageError(error, path);
    } finally {
      await rm(temporary, { force: true });
    }
  };

  return {
    pathOf,
    has: (sha256) => existsSync(pathOf(sha256)),
    add,
    hash: (sha256) => hashOf(pathOf(sha256)),
  };
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** Failures of the file system in the words of the user: the file's own are `bad_input`, the library's `storage`. */
function asStorageError(error: unknown, path: string): unknown {
  const code = codeOf(error);
  if (error instanceof AppError || !(error instanceof Error && 'syscall' in error)) return error;
  if ('path' in error && error.path === path && code !== 'EMFILE') {
    return new AppError('bad_input', `${path} could not be read (${code}). Check that it is there and may be read.`, {
      reason: 'not-readable',
    });
  }
  return new AppError(
    'storage',
    `${path} could not be stored (${code}). Check the disk and permissions of the library.`,
  );
}
