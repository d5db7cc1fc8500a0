// A PNG writer for page images: 8-bit RGB, one zlib stream, each row told as the difference to the one above.

import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** Encodes pixels of four bytes (R, G, B, and one that is left out), rows `stride` bytes apart, top row first. */
export function encodePng(rgba: Uint8Array, width: number, height: number, stride: number): Uint8Array {
  const row = 1 + width * 3;
  const filtered = new Uint8Array(row * height);
  for (let y = 0; y < height; y++) {
    filtered[y * row] = 2;
    for (let x = 0; x < width; x++) {
      for (let channel = 0; channel < 3; channel++) {
        const from = y * stride + x * 4 + channel;
        const above = y === 0 ? 0 : (rgba[from - stride] ?? 0);
        filtered[y * row + 1 + x * 3 + channel] = (rgba[from] ?? 0) - above;
      }
    }
  }
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header[8] = 8;
  header[9] = 2;
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(filtered)),
    chunk('IEND', new Uint8Array()),
  ]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}
