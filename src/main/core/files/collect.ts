// From what the user pointed at to the PDFs in it, and what a file is by its first bytes.
import { constants } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '#shared/errors.ts';
import type { FileReason } from '#shared/files.ts';
import { sniffPdf } from './extract/sniff.ts';

/** A file to take in: where it is, and the name to show for it. */
export type Candidate = { path: string; name: string };

/** What cannot be taken in, and why, in words that name it. */
export type Problem = { name: string; message: string; reason: FileReason };

const because = (code: FileReason['code'], params: Record<string, string> = {}): FileReason => ({ code, params });

/** A folder holding more than this is not taken in at once. */
const MAX_FILES = 100_000;
/** pdf.js and PDFium find a header behind leading junk; so do we, this far. */
const SNIFF_BYTES = 65_536;

/**
 * PDFs of a path: itself when it is a file; when a folder, the .pdf files below it, by path. Links, pipes and devices
 * inside a folder are passed over. Throws `bad_input` for a path that is not there or a folder too large.
 */
export async function collect(
  path: string,
  name = path,
  signal?: AbortSignal,
): Promise<{ found: Candidate[]; problems: Problem[] }> {
  const info = await stat(path).catch(() => undefined);
  if (!info) throw new AppError('bad_input', `${name} is not there, or may not be looked at.`, { reason: 'missing' });
  if (!info.isDirectory()) return { found: [{ path, name }], problems: [] };
  const found: Candidate[] = [];
  const problems: Problem[] = [];
  const folders = [path];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    signal?.throwIfAborted();
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
    if (!entries)
      problems.push({
        name: folder,
        message: `${folder} may not be looked into. Check its permissions.`,
        reason: because('not-readable'),
      });
    for (const entry of entries ?? []) {
      const file = join(folder, entry.name);
      if (entry.isDirectory()) folders.push(file);
      else if (entry.isFile() && isPdfName(entry.name)) found.push({ path: file, name: file });
    }
    if (found.length > MAX_FILES)
      throw new AppError('bad_input', `${name} holds more than ${MAX_FILES} PDFs. Choose a smaller folder.`, {
        reason: 'too-many',
        params: { most: String(MAX_FILES) },
      });
  }
  if (found.length + problems.length === 0)
    problems.push({ name, message: `${name} holds no PDFs.`, reason: because('no-pdfs') });
  return { found: found.sort((a, b) => (a.path < b.path ? -1 : 1)), problems };
}

/** A PDF by its name; `._name.pdf` is what macOS keeps beside a file on foreign disks. */
const isPdfName = (name: string): boolean => /\.pdf$/i.test(name) && !name.startsWith('._');

/** Null when the file looks like a PDF, else why it is refused, in words and as a code. Opens without blocking on pipes and devices. */
export async function whyNotPdf({ path, name }: Candidate): Promise<Omit<Problem, 'name'> | null> {
  const label = basename(name);
  const info = await stat(path).catch(() => undefined);
  if (!info) return { message: `${label} is not there.`, reason: because('missing') };
  const irregular = { message: `${label} is not a regular file.`, reason: because('not-regular') };
  if (!info.isFile()) return irregular;
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch(() => undefined);
  const unreadable = (message: string) => ({ message, reason: because('not-readable') });
  if (!handle) return unreadable(`${label} may not be read. Check its permissions.`);
  try {
    // Once more of what was opened: the name may stand for something else by now.
    if (!(await handle.stat()).isFile()) return irregular;
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(SNIFF_BYTES), position: 0 });
    const sniffed = sniffPdf(buffer.subarray(0, bytesRead));
    return 'refused' in sniffed
      ? { message: `${label}: ${sniffed.refused}`, reason: because(sniffed.code, sniffed.params) }
      : null;
  } catch {
    return unreadable(`${label} could not be read.`);
  } finally {
    await handle.close();
  }
}
