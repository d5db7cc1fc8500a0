// Images of notes: kept in the library under their hash, known by their bytes, never by their name.
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { AppError } from '#shared/errors.ts';
import type { NoteImage } from '#shared/notes.ts';
import type { Reader, Tx } from '../kinds.ts';

/** In bytes. */
const MAX_BYTES = 20 * 1024 * 1024;
/** Pixels a window can be asked to paint (about 400 MB unpacked). */
const MAX_PIXELS = 100_000_000;

export type ImageKind = { type: string; width: number; height: number };
type ImageRow = ImageKind & { bytes: Uint8Array };

/**
 * What an image is by its first bytes: PNG, JPEG, GIF or WebP with a size above zero, else undefined. SVG is a document
 * that may run scripts and is none of them.
 */
export function imageKind(bytes: Buffer): ImageKind | undefined {
  const kind = pngKind(bytes) ?? gifKind(bytes) ?? webpKind(bytes) ?? jpegKind(bytes);
  return kind && kind.width > 0 && kind.height > 0 ? kind : undefined;
}

function pngKind(bytes: Buffer): ImageKind | undefined {
  const isPng = bytes.length > 32 && bytes.readUInt32BE(0) === 0x89504e47 && bytes.readUInt32BE(4) === 0x0d0a1a0a;
  if (!isPng || bytes.toString('latin1', 12, 16) !== 'IHDR') return undefined;
  return { type: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

function gifKind(bytes: Buffer): ImageKind | undefined {
  if (bytes.length < 14 || !/^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6))) return undefined;
  return { type: 'image/gif', width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
}

function webpKind(bytes: Buffer): ImageKind | undefined {
  const isWebp =
    bytes.length > 30 && bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP';
  if (!isWebp) return undefined;
  const type = 'image/webp';
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8X':
      return { type, width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
    case 'VP8L': {
      const packed = bytes.readUInt32LE(21);
      return { type, width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8 ':
      return { type, width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
    default:
      return undefined;
  }
}

/** Walks the segments of a JPEG to its frame header (ITU T.81, B.2.2). */
function jpegKind(bytes: Buffer): ImageKind | undefined {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return undefined;
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { type: 'image/jpeg', height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += 2 + Math.max(2, bytes.readUInt16BE(at + 2));
  }
  return undefined;
}

/** Takes a file in as an image. `refused` when it is none of the four kinds, or too large. */
export function addImage(tx: Tx, source: string): NoteImage {
  const { path, name } = tx.sources.resolve(source);
  const bytes = readImage(path, name);
  const kind = imageKind(bytes);
  if (!kind)
    throw new AppError('refused', `${name} is not a PNG, JPEG, GIF or WebP image. Convert it to one of these.`);
  if (kind.width * kind.height > MAX_PIXELS) {
    throw new AppError('refused', `${name} is ${kind.width} × ${kind.height} pixels. Make it smaller first.`);
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  tx.outside.run(
    'INSERT INTO image VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (sha256) DO NOTHING',
    sha256,
    kind.type,
    kind.width,
    kind.height,
    bytes,
    tx.now,
  );
  tx.sources.release(source);
  return { sha256, ...kind };
}

function readImage(path: string, name: string): Buffer {
  try {
    if (statSync(path).size > MAX_BYTES) {
      throw new AppError('refused', `${name} is larger than 20 MB. Make it smaller first.`);
    }
    return readFileSync(path);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('bad_input', `${name} could not be read. Check that it is there and may be read.`);
  }
}

/** The bytes of an image, or undefined. */
export const imageRow = (db: Reader, sha256: string): ImageRow | undefined =>
  db.get<ImageRow>('SELECT type, width, height, bytes FROM image WHERE sha256 = ?', sha256);
