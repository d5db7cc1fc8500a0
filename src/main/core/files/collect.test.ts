import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { makePdf } from './extract/test-pdf.ts';
import { collect, whyNotPdf } from './collect.ts';
import { like } from '../testing.ts';

const dir = mkdtempSync(join(tmpdir(), 'glossa-collect-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const PDF = makePdf({ pages: [{ pieces: [{ text: 'Words', x: 50, y: 700 }] }] });
const write = (name: string, bytes: Uint8Array | string): string => {
  const path = join(dir, name);
  writeFileSync(path, bytes);
  return path;
};
const why = async (path: string) => (await whyNotPdf({ path, name: path }))?.message ?? null;

describe('a file is refused in words that name it', () => {
  test.each([
    ['empty.pdf', '', /^empty\.pdf: .*empty/],
    ['login.pdf', '\n <!DOCTYPE html><html><body>Please log in</body></html>', /^login\.pdf: .*web page.*log-in/],
    ['sneaky.pdf', '<html><body>%PDF-1.7 is what you wanted</body></html>', /web page/],
    ['notes.pdf', 'Dear diary, this is text.', /^notes\.pdf: .*not a PDF.*"Dear diary/],
    ['binary.pdf', '\u0000\u0001\u0002', /not a PDF/],
  ])('%s', async (name, bytes, message) => {
    expect(await why(write(name, bytes))).toMatch(message);
  });

  test('what is not there', async () => expect(await why(join(dir, 'gone.pdf'))).toMatch(/^gone\.pdf is not there/));
  test('a folder under a PDF’s name', async () => {
    mkdirSync(join(dir, 'folder.pdf'));
    expect(await why(join(dir, 'folder.pdf'))).toMatch(/not a regular file/);
  });
});

describe('a file is a PDF by its content', () => {
  test('without the ending', async () => expect(await why(write('paper.txt', PDF))).toBeNull());
  test('with 2 KB of junk before the header', async () => {
    expect(await why(write('junk.pdf', Buffer.concat([Buffer.alloc(2048, 'x'), PDF])))).toBeNull();
  });
  test('behind a link the user pointed at', async () => {
    symlinkSync(write('real.pdf', PDF), join(dir, 'link.pdf'));
    expect(await why(join(dir, 'link.pdf'))).toBeNull();
  });
});

test.skipIf(process.platform === 'win32')(
  'a pipe or a device, pointed at or in a folder, never hangs the import',
  async () => {
    const folder = join(dir, 'traps');
    mkdirSync(folder);
    execFileSync('mkfifo', [join(folder, 'pipe.pdf')]);
    symlinkSync('/dev/zero', join(folder, 'zero.pdf'));
    symlinkSync(folder, join(folder, 'loop'));
    symlinkSync(join(folder, 'loop.pdf'), join(folder, 'loop.pdf'));
    writeFileSync(join(folder, 'true.pdf'), PDF);
    writeFileSync(join(folder, '._true.pdf'), 'what macOS keeps beside a file');
    const { found, problems } = await collect(folder);
    expect(found.map(({ path }) => basename(path))).toEqual(['true.pdf']);
    expect(problems).toEqual([]);
    expect(await why(join(folder, 'pipe.pdf'))).toMatch(/not a regular file/);
    expect(await why(join(folder, 'zero.pdf'))).toMatch(/not a regular file/);
    expect(await why(join(folder, 'loop.pdf'))).toMatch(/not there/);
  },
);

test('a folder gives the PDFs below it by path, whatever their names hold', async () => {
  const folder = join(dir, 'odd names');
  const names = ['a b.pdf', `it's "so".PDF`, '100%.pdf', '#1?.pdf', 'two\nlines.pdf', '📄论文.pdf', '\u202Efdp.pdf'];
  for (const name of names) {
    mkdirSync(join(folder, 'deep', 'deeper'), { recursive: true });
    writeFileSync(join(folder, 'deep', 'deeper', name), PDF);
  }
  writeFileSync(join(folder, 'readme.txt'), PDF);
  const { found } = await collect(folder);
  expect(found.map(({ path }) => basename(path)).toSorted()).toEqual(names.toSorted());
  expect(found.map(({ path }) => path)).toEqual(found.map(({ path }) => path).toSorted());
});

test('a folder pointed at through a link is looked into', async () => {
  const folder = join(dir, 'linked');
  mkdirSync(folder);
  writeFileSync(join(folder, 'in.pdf'), PDF);
  symlinkSync(folder, join(dir, 'to-linked'));
  expect((await collect(join(dir, 'to-linked'))).found).toHaveLength(1);
});

test('a path that is not there, and a folder without PDFs, are named', async () => {
  await expect(collect(join(dir, 'nowhere'))).rejects.toMatchObject({ code: 'bad_input', message: like(/nowhere/) });
  mkdirSync(join(dir, 'barren'));
  const { found, problems } = await collect(join(dir, 'barren'));
  expect(found).toEqual([]);
  expect(problems).toMatchObject([{ message: like(/barren holds no PDFs/) }]);
});

test('collecting stops when it is cancelled', async () => {
  await expect(collect(dir, dir, AbortSignal.abort())).rejects.toThrow(/abort/i);
});
