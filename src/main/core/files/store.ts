// The PDF store: bytes under their SHA-256, written once, never changed.
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, link, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '#shared/errors.ts';

/** Files above this are refused (RELIABILITY 3). */
const MAX_BYTES = 2 * 1024 ** 3;

export type Store = {
  /** Where the file of this hash is, or would be: `files/ab/abcd….pdf`. */
  pathOf(sha256: string): string;
  has(sha256: string): boolean;
  /** Copies a file in: temporary file, fsync, link, fsync of the folder; a damaged copy of it is replaced. Throws `refused`, `storage`, `bad_input`. */
  add(path: string, signal?: AbortSignal): Promise<{ sha256: string; byteSize: number; isNew: boolean }>;
  /** SHA-256 of the stored bytes, to compare with the name. */
  hash(sha256: string): Promise<string>;
};

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder; its rename is durable without it.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** The store of the library in `libraryDir`. */
export function makeStore(libraryDir: string): Store {
  const root = join(libraryDir, 'files');
  const pathOf = (sha256: string): string => join(root, sha256.slice(0, 2), `${sha256}.pdf`);

  const add: Store['add'] = async (path, signal) => {
    const before = await stat(path);
    if (!before.isFile()) throw new AppError('refused', `${path} is not a regular file.`);
    if (before.size > MAX_BYTES) throw new AppError('refused', `${path} is larger than 2 GiB.`);
    await mkdir(root, { recursive: true });
    const temporary = join(root, `.incoming-${randomUUID()}`);
    const hash = createHash('sha256');
    let byteSize = 0;
    const counter = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        byteSize += chunk.length;
        done(null, chunk);
      },
    });
    try {
      const out = createWriteStream(temporary, { flags: 'wx', flush: true });
      await pipeline(createReadStream(path), counter, out, signal ? { signal } : {});
      const sha256 = hash.digest('hex');
      const target = pathOf(sha256);
      if (existsSync(target)) {
        if ((await hashOf(target)) === sha256) return { sha256, byteSize, isNew: false };
        // What stands there is no longer what it was: set it aside and let the sound copy in.
        await rename(target, `${target}.damaged-${randomUUID()}`);
      }
      await mkdir(dirname(target), { recursive: true });
      await chmod(temporary, 0o444);
      // A link instead of a rename: it fails rather than replace a file that appeared meanwhile.
      await link(temporary, target);
      await syncFolder(dirname(target));
      return { sha256, byteSize, isNew: true };
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

/** Disk and permission failures in the words of the user; others as they are. */
function asStorageError(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EMFILE'].includes(code)) {
    return new AppError(
      'storage',
      `${path} could not be stored (${code}). Check the free space of the library's disk.`,
    );
  }
  if (['ENOENT', 'EACCES', 'EPERM', 'EISDIR'].includes(code)) {
    return new AppError('bad_input', `${path} could not be read (${code}). Check that it is there and may be read.`);
  }
  return error;
}
