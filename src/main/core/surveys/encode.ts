// Text back into bytes of a survey's encoding, and where a UTF-16 offset of its text lies in its bytes. Together they
// let a stretch of text be replaced in the file without touching any other byte, damaged ones included.
import type { Encoding } from './decode.ts';

/** A survey's bytes with what was read from them. `text` is without byte order mark. */
export type Source = { bytes: Uint8Array; encoding: Encoding; text: string };

/** A stretch of `text` (UTF-16, half-open) and what is to stand there instead. */
export type TextEdit = { start: number; end: number; insert: string };

/** The bytes with some stretches replaced; edits in order and apart from each other. All other bytes stay. */
export function spliceBytes(
  { bytes, encoding }: Pick<Source, 'bytes' | 'encoding'>,
  edits: readonly TextEdit[],
): Buffer {
  const offsets = byteOffsets(
    bytes,
    encoding,
    edits.flatMap(({ start, end }) => [start, end]),
  );
  const pieces: Uint8Array[] = [];
  let from = 0;
  for (const [i, { insert }] of edits.entries()) {
    pieces.push(bytes.subarray(from, offsets[2 * i]), encode(insert, encoding));
    from = offsets[2 * i + 1] ?? bytes.length;
  }
  return Buffer.concat([...pieces, bytes.subarray(from)]);
}

/** The text with the same edits. */
export function spliceText(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let from = 0;
  for (const { start, end, insert } of edits) {
    result += text.slice(from, start) + insert;
    from = end;
  }
  return result + text.slice(from);
}

/** A text's bytes in an encoding, without byte order mark. */
export function encode(text: string, encoding: Encoding): Buffer {
  switch (encoding) {
    case 'utf-8':
    case 'utf-8-bom':
      return Buffer.from(text, 'utf8');
    case 'utf-16le':
      return Buffer.from(text, 'utf16le');
    case 'utf-16be':
      return Buffer.from(text, 'utf16le').swap16();
    case 'gb18030':
      return encodeGb18030(text);
  }
}

/** Byte offsets of rising text offsets. */
function byteOffsets(bytes: Uint8Array, encoding: Encoding, offsets: readonly number[]): number[] {
  const mark = markLength(bytes, encoding);
  if (encoding === 'utf-16le' || encoding === 'utf-16be')
    return offsets.map((offset) => Math.min(bytes.length, mark + offset * 2));
  const step = encoding === 'gb18030' ? stepGb18030 : stepUtf8;
  const found: number[] = [];
  let [at, units] = [mark, 0];
  for (const offset of offsets) {
    while (units < offset && at < bytes.length) {
      const { length, width } = step(bytes, at);
      at += length;
      units += width;
    }
    found.push(at);
  }
  return found;
}

function markLength(bytes: Uint8Array, encoding: Encoding): number {
  if (encoding === 'utf-8-bom') return 3;
  const isMarked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return isMarked && (encoding === 'utf-16le' || encoding === 'utf-16be') ? 2 : 0;
}

/** What is read at one place: how many bytes, and how many UTF-16 units they give. */
type Step = { length: number; width: number };

/** One character of UTF-8, or one replacement character for a maximal part of a broken one (WHATWG Encoding, 8.1.1). */
function stepUtf8(bytes: Uint8Array, at: number): Step {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return { length: 1, width: 1 };
  const needed =
    lead >= 0xc2 && lead <= 0xdf ? 1 : lead >= 0xe0 && lead <= 0xef ? 2 : lead >= 0xf0 && lead <= 0xf4 ? 3 : 0;
  let [low, high] = [
    lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80,
    lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf,
  ];
  for (let i = 1; i <= needed; i += 1) {
    const next = bytes[at + i] ?? 0;
    if (next < low || next > high) return { length: i, width: 1 };
    [low, high] = [0x80, 0xbf];
  }
  return { length: needed + 1, width: needed === 3 ? 2 : 1 };
}

function stepGb18030(bytes: Uint8Array, at: number): Step {
  const lead = bytes[at] ?? 0;
  if (lead <= 0x80 || lead === 0xff) return { length: 1, width: 1 };
  const second = bytes[at + 1] ?? 0;
  if (second < 0x30 || second > 0x39) return { length: 2, width: 1 };
  return { length: 4, width: lead >= 0x90 ? 2 : 1 };
}

let table: Map<number, number[]> | undefined;

/** The bytes of every character of the Basic Multilingual Plane, found by reading all there are. */
function gb18030Table(): Map<number, number[]> {
  if (table) return table;
  table = new Map();
  const decoder = new TextDecoder('gb18030');
  const add = (...bytes: number[]): void => {
    const text = decoder.decode(Uint8Array.from(bytes));
    const code = text.codePointAt(0) ?? 0xfffd;
    if (code < 0x10000 && code !== 0xfffd && text.length === 1 && !table?.has(code)) table?.set(code, bytes);
  };
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) if (trail !== 0x7f) add(lead, trail);
  for (let a = 0x81; a <= 0x84; a += 1)
    for (let b = 0x30; b <= 0x39; b += 1)
      for (let c = 0x81; c <= 0xfe; c += 1) for (let d = 0x30; d <= 0x39; d += 1) add(a, b, c, d);
  return table;
}

function encodeGb18030(text: string): Buffer {
  const bytes: number[] = [];
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x10000) bytes.push(...(gb18030Table().get(code) ?? [0x3f]));
    else {
      // Planes above the first stand in order (GB 18030-2022, four-byte area 0x90308130 and on).
      let rest = code - 0x10000 + 189_000;
      const last = 0x30 + (rest % 10);
      rest = Math.floor(rest / 10);
      const third = 0x81 + (rest % 126);
      rest = Math.floor(rest / 126);
      bytes.push(0x81 + Math.floor(rest / 10), 0x30 + (rest % 10), third, last);
    }
  }
  return Buffer.from(bytes);
}
