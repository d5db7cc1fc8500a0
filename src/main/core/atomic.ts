// Small files that are whole or not there: written beside their place, flushed, and renamed over it.
import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';

/** What a write cut off by a crash leaves beside `file`; the next write takes it over, so that it never adds up. */
const UNFINISHED = '.new';

/** Writes `text` to `file`, which keeps its former content until all of it is on disk. Only one writer at a time. */
export function writeAtomically(file: string, text: string | Uint8Array, mode = 0o666): void {
  const temporary = file + UNFINISHED;
  const handle = openSync(temporary, 'w', mode);
  try {
    writeFileSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(temporary, file);
}
