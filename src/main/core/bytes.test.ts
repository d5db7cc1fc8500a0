import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDb } from './db/open.ts';
import { makePdf } from './files/extract/test-pdf.ts';
import { like, openTestCore, type TestCore } from './testing.ts';

const dir = mkdtempSync(join(tmpdir(), 'glossa-bytes-'));
const BYTES = makePdf({ pages: [{ pieces: [{ text: 'Words', x: 50, y: 700 }] }] });
let t: TestCore;
let url: string;
let sha256: string;
beforeAll(async () => {
  t = await openTestCore();
  writeFileSync(join(dir, 'a.pdf'), BYTES);
  sha256 = (await t.importPdfs([join(dir, 'a.pdf')]))[0]?.sha256 ?? '';
  url = `/file/${sha256}.pdf`;
});
afterAll(async () => {
  expect(t.bugs).toEqual([]);
  await t.end();
  rmSync(dir, { recursive: true });
});

const ask = (headers: Record<string, string>, method = 'GET') => t.fetch(url, { method, headers });

describe('a PDF', () => {
  test('is described by HEAD as GET would send it, without its body', async () => {
    const [head, get] = [await ask({}, 'HEAD'), await ask({})];
    expect(await head.text()).toBe('');
    expect([...head.headers]).toEqual([...get.headers]);
    expect(head.headers.get('content-length')).toBe(String(BYTES.length));
    const part = await ask({ range: 'bytes=0-3' }, 'HEAD');
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 0-3/${BYTES.length}`]);
    await get.body?.cancel();
  });

  test('is sent in part only where the caller’s copy is this one', async () => {
    const same = await ask({ range: 'bytes=0-3', 'if-range': `"${sha256}"` });
    expect([same.status, await same.text()]).toEqual([206, '%PDF']);
    for (const other of ['"another"', `W/"${sha256}"`, 'Wed, 21 Oct 2026 07:28:00 GMT']) {
      const whole = await ask({ range: 'bytes=0-3', 'if-range': other });
      expect([whole.status, (await whole.arrayBuffer()).byteLength]).toEqual([200, BYTES.length]);
    }
  });

  test('has no bytes behind its end: 416, with its size', async () => {
    const beyond = await ask({ range: `bytes=${BYTES.length}-` });
    expect([beyond.status, beyond.headers.get('content-range'), await beyond.text()]).toEqual([
      416,
      `bytes */${BYTES.length}`,
      '',
    ]);
  });

  test('gone from the disk is 404, not an error', async () => {
    const path = join(t.dir, 'files', sha256.slice(0, 2), `${sha256}.pdf`);
    const kept = readFileSync(path);
    rmSync(path);
    expect((await ask({})).status).toBe(404);
    writeFileSync(path, kept);
    chmodSync(path, 0o444);
  });
});

test('a page’s text comes again from the PDF when the cache is lost or damaged while open', async () => {
  const text = async () => ((await (await t.fetch(`/text/${sha256}/1`)).json()) as { text: string }).text;
  expect(await text()).toBe('Words');
  const cache = openDb(join(t.dir, 'cache', 'cache.sqlite'));
  cache.run('UPDATE page SET model = ?', Buffer.from('no deflate stream'));
  expect(await text()).toBe('Words');
  cache.exec('DELETE FROM page');
  cache.close();
  const [first, second] = await Promise.all([text(), text()]);
  expect([first, second]).toEqual(['Words', 'Words']);
});

test('the words of a whole document come in one answer, in order, also where the cache has lost them; each page has a picture', async () => {
  const path = join(dir, 'three.pdf');
  writeFileSync(
    path,
    makePdf({ pages: ['One', 'Two', 'Three'].map((text) => ({ pieces: [{ text, x: 50, y: 700 }] })) }),
  );
  const hash = (await t.importPdfs([path]))[0]?.sha256 ?? '';
  const words = async () =>
    ((await (await t.fetch(`/words/${hash}`)).json()) as { page: number; text: string }[]).map(
      ({ page, text }) => `${String(page)} ${text}`,
    );
  expect(await words()).toEqual(['1 One', '2 Two', '3 Three']);
  const cache = openDb(join(t.dir, 'cache', 'cache.sqlite'));
  cache.run('DELETE FROM words WHERE page = 2');
  expect(await words()).toEqual(['1 One', '2 Two', '3 Three']);
  cache.exec('DELETE FROM words; DELETE FROM page');
  cache.close();
  expect(await words()).toEqual(['1 One', '2 Two', '3 Three']);
  expect((await t.fetch(`/words/${'0'.repeat(64)}`)).status).toBe(404);
  const thumb = async (page: number) => {
    const answer = await t.fetch(`/thumb/${hash}/${String(page)}`);
    return [answer.status, (await answer.bytes()).length > 100];
  };
  expect([await thumb(1), await thumb(3), await thumb(3), await thumb(4)]).toEqual([
    [200, true],
    [200, true],
    [200, true],
    [404, false],
  ]);
});

test('a broken upload leaves nothing behind and says what to do', async () => {
  const broken = new ReadableStream({
    pull: (controller) => controller.error(new Error('connection reset')),
  });
  const answer = await t.fetch('/upload?name=half.pdf', {
    method: 'POST',
    body: broken,
    duplex: 'half',
  } as RequestInit);
  expect([answer.status, await answer.json()]).toMatchObject([400, { code: 'bad_input', message: like(/^half\.pdf/) }]);
  expect(readdirSync(join(t.dir, 'uploads'))).toEqual(['tickets.json']);
});
