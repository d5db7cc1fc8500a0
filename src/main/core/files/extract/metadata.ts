// What a PDF says of itself: its Info dictionary and its XMP packet. Nothing here judges whether it is true.

import { inflateSync } from 'node:zlib';
import type { DocumentInfo } from './protocol.ts';
import type { Pdfium } from './pdfium.ts';

const STANDARD = ['Title', 'Author', 'Subject', 'Keywords', 'Creator', 'Producer', 'CreationDate'];
const MAX_KEYS = 200;
const MAX_XMP = 1024 * 1024;
/** Metadata streams looked at in one file: some carry one for each picture. */
const MAX_STREAMS = 64;

/** Reads the Info dictionary through PDFium and looks for the XMP packet in the file's bytes. */
export function readInfo(pdfium: Pdfium, doc: number, bytes: Uint8Array): DocumentInfo {
  const { api } = pdfium;
  const text = (key: string): string => pdfium.utf16((buffer, size) => api.FPDF_GetMetaText(doc, key, buffer, size));
  const others: Record<string, string> = {};
  for (const key of customKeys(pdfium, doc)) {
    const value = STANDARD.includes(key) ? '' : text(key);
    if (value !== '') others[key] = value;
  }
  return {
    ...others,
    title: text('Title'),
    author: text('Author'),
    subject: text('Subject'),
    keywords: text('Keywords'),
    creator: text('Creator'),
    producer: text('Producer'),
    creationDate: text('CreationDate'),
    xmp: findXmp(bytes),
  };
}

function customKeys(pdfium: Pdfium, doc: number): string[] {
  const { api } = pdfium;
  const count = Math.min(api.EPDF_GetMetaKeyCount(doc, false), MAX_KEYS);
  const keys: string[] = [];
  for (let i = 0; i < count; i++) {
    const needed = api.EPDF_GetMetaKeyName(doc, i, false, 0, 0);
    if (needed <= 1 || needed > 1024) continue;
    const buffer = pdfium.allocate(needed);
    api.EPDF_GetMetaKeyName(doc, i, false, buffer, needed);
    keys.push(Buffer.from(pdfium.bytes.subarray(buffer, buffer + needed - 1)).toString('utf8'));
    pdfium.free(buffer);
  }
  return keys;
}

/**
 * The XMP packet of the document: the one that says most of a document (pictures and fonts have packets too), the last
 * of equals, since updates are appended. '' when there is none in the clear or deflated.
 */
export function findXmp(bytes: Uint8Array): string {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let best = '';
  let bestScore = -1;
  for (const packet of packets(file)) {
    const score = (packet.match(/<(?:dc|prism|pdf|pdfx|xmp|crossmark):\w+/gu) ?? []).length;
    if (score < bestScore) continue;
    best = packet;
    bestScore = score;
  }
  return best;
}

function* packets(file: Buffer): Generator<string> {
  let seen = 0;
  for (
    let at = file.indexOf('<x:xmpmeta');
    at >= 0 && seen < MAX_STREAMS;
    at = file.indexOf('<x:xmpmeta', at + 1), seen++
  ) {
    const end = file.indexOf('</x:xmpmeta>', at);
    if (end > at && end - at < MAX_XMP) yield file.toString('utf8', at, end + 12);
  }
  seen = 0;
  for (let at = file.indexOf('/Metadata'); at >= 0 && seen < MAX_STREAMS; at = file.indexOf('/Metadata', at + 1)) {
    // "/Type /Metadata" opens a stream's dictionary; "/Metadata 12 0 R" only points to one.
    const start = file.indexOf('stream', at);
    const head = start < 0 || start - at > 512 ? '' : file.toString('latin1', Math.max(0, at - 256), start);
    if (!/FlateDecode/u.test(head) || !/\/Subtype\s*\/XML/u.test(head)) continue;
    seen++;
    const data = start + (file[start + 6] === 0x0d ? 8 : 7);
    const packet = inflate(file.subarray(data, data + MAX_XMP));
    if (packet.includes('<x:xmpmeta')) yield packet;
  }
}

function inflate(data: Buffer): string {
  try {
    return inflateSync(data, { maxOutputLength: MAX_XMP, finishFlush: 2 }).toString('utf8');
  } catch {
    // Not deflated after all, encrypted, or larger than a packet may be: the document is read without it.
    return '';
  }
}
