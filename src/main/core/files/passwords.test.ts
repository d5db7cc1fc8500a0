import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openTestCore } from '../testing.ts';
import { makePdf } from './extract/test-pdf.ts';

const dir = mkdtempSync(join(tmpdir(), 'glossa-locked-'));
afterAll(() => rmSync(dir, { recursive: true }));

test('a locked file opens with its password until the library is closed; it is remembered only when that is asked for', async () => {
  let t = await openTestCore();
  const path = join(dir, 'locked.pdf');
  const piece = (text: string) => ({ pieces: [{ text, x: 50, y: 700 }] });
  writeFileSync(path, makePdf({ pages: [piece('Secret words'), piece('More of them')], password: 'sesame' }));
  const [file] = await t.importPdfs([path]);
  const sha256 = file?.sha256 ?? '';
  const status = async (url: string) => (await t.fetch(url)).status;
  expect(file?.status).toBe('locked');
  expect(await t.client.files.password({ sha256 })).toBeNull();
  expect(await status(`/text/${sha256}/1`)).toBe(404);
  expect(await status(`/words/${sha256}`)).toBe(404);

  expect(await t.client.files.unlock({ sha256, password: 'wrong' })).toEqual({ isRight: false });
  expect(await t.client.files.password({ sha256 })).toBeNull();
  expect(await status(`/text/${sha256}/1`)).toBe(404);

  expect(await t.client.files.unlock({ sha256, password: 'sesame' })).toEqual({ isRight: true });
  const text = (await (await t.fetch(`/text/${sha256}/2`)).json()) as { text: string };
  expect(text.text).toBe('More of them');
  expect(await status(`/thumb/${sha256}/2`)).toBe(200);
  const mark = await t.client.annotations.create({
    sha256,
    ranges: [{ page: 2, start: 0, end: 4 }],
    kind: 'highlight',
    color: 'yellow',
  });
  expect(mark.anchor.quote).toBe('More');

  t = await t.reopen();
  expect(await t.client.files.password({ sha256 })).toBeNull();
  await t.client.files.unlock({ sha256, password: 'sesame' });
  await t.client.files.rememberPassword({ sha256, isWanted: true });
  expect(Object.keys(await t.client.settings.all({}))).toEqual([]);
  t = await t.reopen();
  expect(await t.client.files.password({ sha256 })).toBe('sesame');
  await t.client.files.rememberPassword({ sha256, isWanted: false });
  t = await t.reopen();
  expect(await t.client.files.password({ sha256 })).toBeNull();
  expect(t.bugs).toEqual([]);
  await t.end();
});
