// Images of notes: what is let in, how it is served, and that it stays.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { like, openTestCore, type TestCore } from '../testing.ts';
import { imageKind } from './images.ts';

let t: TestCore;
beforeAll(async () => {
  t = await openTestCore();
});
afterAll(async () => {
  expect(t.bugs).toEqual([]);
  await t.end();
});

/** A PNG that says it is of this size; its pixels need not be there. */
function png(width: number, height: number): Buffer {
  const head = Buffer.alloc(33);
  head.write('\x89PNG\r\n\x1a\n', 'latin1');
  head.writeUInt32BE(13, 8);
  head.write('IHDR', 12, 'latin1');
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return Buffer.concat([head, deflateSync(Buffer.alloc(8))]);
}
const source = async (name: string, bytes: Buffer) => {
  const response = await t.fetch(`/upload?name=${name}`, { method: 'POST', body: new Uint8Array(bytes) });
  return ((await response.json()) as { source: string }).source;
};

test('an image is kept under its hash and served as what it is, never as a document, also after a restart', async () => {
  const bytes = png(3, 2);
  const first = await t.client.notes.addImage({ source: await source('a.svg', bytes) });
  const again = await t.client.notes.addImage({ source: await source('b.png', bytes) });
  expect(first).toEqual(again);
  expect(first).toMatchObject({ type: 'image/png', width: 3, height: 2 });
  t = await t.reopen();
  const response = await t.fetch(`/image/${first.sha256}`);
  expect(response.headers.get('content-type')).toBe('image/png');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
  expect((await t.fetch(`/image/${'0'.repeat(64)}`)).status).toBe(404);
  expect((await t.client.library.doctor({})).ok).toBe(true);
});

test.each([
  ['an SVG with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
  ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
  ['a cut-off PNG', png(3, 2).subarray(0, 20)],
  ['an image without a size', png(0, 2)],
  ['one too large to paint', png(30_000, 30_000)],
  ['nothing', Buffer.alloc(0)],
])('%s is refused by name', async (_what, bytes) => {
  await expect(t.client.notes.addImage({ source: await source('x.png', bytes) })).rejects.toMatchObject({
    code: 'refused',
    message: like(/x\.png/),
  });
});

test('a file above the limit is refused before it is read', async () => {
  const path = join(t.dir, '..', `${t.core.libraryId}.png`);
  writeFileSync(path, Buffer.concat([png(3, 2), Buffer.alloc(21 * 1024 * 1024)]));
  const [ticket = ''] = t.core.admit([path]);
  await expect(t.client.notes.addImage({ source: ticket })).rejects.toMatchObject({
    code: 'refused',
    message: like(/20 MB/),
  });
});

test('the four kinds are known by their bytes', () => {
  const gif = Buffer.from('GIF89a\x05\x00\x04\x00\x00\x00\x00\x00\x00', 'latin1');
  const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0001108000700090301', 'hex');
  const webp = Buffer.alloc(40);
  webp.write('RIFF\0\0\0\0WEBPVP8X', 'latin1');
  webp.writeUIntLE(10, 24, 3);
  webp.writeUIntLE(11, 27, 3);
  expect(imageKind(gif)).toEqual({ type: 'image/gif', width: 5, height: 4 });
  expect(imageKind(jpeg)).toEqual({ type: 'image/jpeg', width: 9, height: 7 });
  expect(imageKind(webp)).toEqual({ type: 'image/webp', width: 11, height: 12 });
  expect(imageKind(Buffer.from('ffd8ffe0ffff', 'hex'))).toBeUndefined();
});
