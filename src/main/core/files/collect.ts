// From what the user pointed at to the PDFs in it, and what a file is by its first bytes.
import { constants } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '#shared/errors.ts';

/** A file to take in: where it is, and the name to show for it. */
export type Candidate = { path: string; name: string };

/** A folder holding more than this is not taken in at once. */
const MAX_FILES = 100_000;
/** pdf.js and PDFium find a header behind leading junk; so do we, this far. */
const SNIFF_BYTES = 8192;

/** PDFs of a path: itself when it is a file; when a folder, the .pdf files below it. Links inside a folder are not followed. */
export async function collect(path: string, name = path): Promise<Candidate[]> {
  const info = await lstat(path).catch(() => undefined);
  if (!info) throw new AppError('bad_input', `${name} is not there.`);
  if (!info.isDirectory()) return [{ path, name }];
  const found: Candidate[] = [];
  for (const entry of await readdir(path, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.pdf$/i.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    found.push({ path: file, name: file });
    if (found.length > MAX_FILES)
      throw new AppError('bad_input', `${name} holds more than ${MAX_FILES} PDFs. Choose a smaller folder.`);
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Null when the file looks like a PDF, else why it is refused, in words. Opens without blocking on pipes and devices. */
export async function whyNotPdf({ path, name }: Candidate): Promise<string | null> {
  const label = basename(name);
  const info = await lstat(path).catch(() => undefined);
  if (!info) return `${label} is not there.`;
  if (!info.isFile() && !info.isSymbolicLink()) return `${label} is not a regular file.`;
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch(() => undefined);
  if (!handle) return `${label} may not be read. Check its permissions.`;
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) return `${label} is not a regular file.`;
    if (stat.size === 0) return `${label} is empty.`;
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(SNIFF_BYTES), position: 0 });
    const head = buffer.subarray(0, bytesRead).toString('latin1');
    if (head.includes('%PDF-')) return null;
    if (/^\s*(<!doctype html|<html|<\?xml)/i.test(head)) {
      return `${label} is a web page, not a PDF: the site may have wanted a log-in. Download it again in a browser.`;
    }
    const start = JSON.stringify(head.slice(0, 12).replace(/[^\x20-\x7e]/g, '.'));
    return `${label} is not a PDF (it starts with ${start}).`;
  } finally {
    await handle.close();
  }
}
