// Files that mean harm, or are simply broken: taken in whole, said in a clear word, and never waited for.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestCore, type TestCore } from '../testing.ts';

let t: TestCore;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'glossa-hostile-'));
  t = await openTestCore();
});
afterAll(async () => {
  expect(t.bugs).toEqual([]);
  await t.end();
  rmSync(folder, { recursive: true, force: true });
});

const BODY =
  '# After\n\n> Paper: [A title of some length](https://arxiv.org/abs/2001.00001)\n\n- a claim stands here\n';
const bomb = (levels: number): string =>
  [
    'a: &a0 [x, x]',
    ...Array.from(
      { length: levels },
      (_, i) => `b${i}: &a${i + 1} [*a${i}, *a${i}, *a${i}, *a${i}, *a${i}, *a${i}, *a${i}, *a${i}, *a${i}]`,
    ),
  ].join('\n');

const take = async (content: string | Uint8Array, name = 'post.md') => {
  const path = join(folder, name);
  writeFileSync(path, content);
  const found = await t.client.surveys.import({ source: t.core.admit([path])[0] ?? '', as: 'new' });
  const response = await t.fetch(`/survey/${found.surveyId}.md`);
  expect(Buffer.from(await response.arrayBuffer()).equals(Buffer.from(content))).toBe(true);
  return found;
};
const codes = ({ warnings }: Awaited<ReturnType<typeof take>>): string[] => warnings.map(({ code }) => code);

describe('front matter', () => {
  test.each([
    ['an alias bomb', `---\n${bomb(12)}\n---\n`, 'front-matter-unread'],
    ['a cyclic alias', '---\na: &a [*a]\ntitle: *a\n---\n', null],
    ['a tag that names a function', '---\ntitle: !!js/function "function(){ return process.exit(1) }"\n---\n', null],
    ['JavaScript', '---js\nprocess.exit(1)\n---\n', 'front-matter-format'],
    ['tabs and an open bracket', '---\ntitle: [a\n\tb: {\n---\n', 'front-matter-unread'],
    ['broken TOML', '+++\ntitle = "open\n+++\n', 'front-matter-unread'],
    ['a block of 70 kB', `---\ntitle: t\nx: ${'y'.repeat(70_000)}\n---\n`, 'front-matter-too-long'],
  ])('%s leaves the body as it is, and nothing of it runs', async (_name, front, code) => {
    const found = await take(front + BODY);
    if (code) expect(codes(found)).toContain(code);
    expect(found.papers.map(({ title }) => title)).toEqual(['A title of some length']);
    expect(found.findings).toHaveLength(1);
  });

  test('of Hugo gives title and place, by TOML’s own rules', async () => {
    const front = `+++\ntitle = 'Notes: a "survey"'\ndate = 2024-05-01T10:00:00Z\ntags = [\n  "x", # first\n  "y",\n]\n[params]\ntitle = "not this"\n+++\n`;
    expect((await take(front + BODY)).title).toBe('Notes: a "survey"');
  });
});

describe('a body', () => {
  test.each([
    ['quotes nested ten million deep', '> '.repeat(5_000_000), ['not-read']],
    ['lists nested deep', Array.from({ length: 3000 }, (_, i) => `${' '.repeat(i * 2)}- x`).join('\n'), ['not-read']],
    ['brackets', '['.repeat(300_000), ['not-read']],
    ['emphasis marks', '*a _b '.repeat(200_000), ['not-read']],
    ['one line of ten megabytes', 'word '.repeat(2_000_000), ['not-read']],
    ['a fence that is not closed', `${BODY}\n\`\`\`\nnever closed`, ['open-fence']],
    ['null bytes', `${BODY}\u0000\u0000`, []],
  ])('of %s is kept, with a word why', async (_name, text, expected) => {
    expect(codes(await take(text))).toEqual(expected);
  });

  test('with bytes that are no UTF-8 is read around them', async () => {
    const found = await take(
      Buffer.concat([Buffer.from(`${BODY}汉字汉字\n`), Buffer.from([0xff, 0xc3, 0x28]), Buffer.from('\nend\n')]),
    );
    expect(found.warnings).toMatchObject([{ code: 'bad-bytes', line: 7, params: { encoding: 'UTF-8', lines: 1 } }]);
  });
});

describe('what is no text', () => {
  test('is refused with a reason the window has words for', async () => {
    const path = join(folder, 'binary.md');
    writeFileSync(path, Buffer.from(Array.from({ length: 6000 }, (_, i) => (i * 37) % 256)));
    await expect(t.client.surveys.preview({ source: t.core.admit([path])[0] ?? '' })).rejects.toMatchObject({
      code: 'refused',
      data: { reason: 'survey-binary', name: 'binary.md' },
    });
  });
});
