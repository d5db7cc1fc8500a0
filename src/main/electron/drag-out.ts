// A PDF dragged out of the window: the stored file under a name a person can read, in a temporary folder.
import { copyFileSync, linkSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Characters some system does not take in a name, and what could turn a name around or hide in it. */
const UNFIT = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"/\\|?*]+/gu;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const LONGEST_BYTES = 200;

/** A file name for a title: safe on every system, never empty, ending in `.pdf`. */
export function fileNameFor(title: string): string {
  let name = title
    .normalize('NFC')
    .replace(UNFIT, ' ')
    .replace(/\s+/g, ' ')
    .replace(/\.pdf$/i, '')
    .trim();
  name = name.replace(/^\.+|[. ]+$/g, '');
  while (Buffer.byteLength(name) > LONGEST_BYTES) name = [...name].slice(0, -1).join('');
  return `${name === '' || RESERVED.test(name) ? `paper ${name}`.trim() : name}.pdf`;
}

/** A file of that name with the bytes of `stored`: a link where the disk allows it. */
export function namedCopy(stored: string, title: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'glossa-drag-')), fileNameFor(title));
  try {
    linkSync(stored, file);
  } catch {
    copyFileSync(stored, file);
  }
  return file;
}
