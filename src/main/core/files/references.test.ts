// Reference lists read out of PDFs, looked up in the library, and who cites whom.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestCore, type TestCore } from '../testing.ts';
import { column, makePdf, type TestPage } from './extract/test-pdf.ts';

let t: TestCore;
let dir: string;
beforeEach(async () => {
  t = await openTestCore();
  dir = mkdtempSync(join(tmpdir(), 'glossa-refs-'));
});
afterEach(async () => {
  expect(t.bugs).toEqual([]);
  await t.end();
  rmSync(dir, { recursive: true, force: true });
});

async function bring(name: string, pages: TestPage[]): Promise<{ sha256: string; paperId: string }> {
  const path = join(dir, `${name}.pdf`);
  writeFileSync(path, makePdf({ pages }));
  const [file] = await t.importPdfs([path]);
  return { sha256: file?.sha256 ?? '', paperId: file?.paperId ?? '' };
}

const heading = (text: string, y: number) => ({ text, x: 60, y, size: 14, font: 'F2' as const });
const page = (title: string, ...lines: string[]): TestPage => ({
  pieces: [
    { text: title, x: 60, y: 760, size: 20, font: 'F2' },
    ...column(['Some words of the text go here, as they must.'], 60, 700),
    heading('References', 600),
    ...column(lines, 60, 580),
  ],
});
const NUMBERED = [
  '[1] A. Lee and B. Chan. Glosses at the margin of surveys. Journal of',
  'Notes, 12(3):45-67, 2019.',
  '[2] C. Okafor. Reading in two languages. In NOTES, 2020. doi:10.5555/two',
  '[3] D. Weber. A long history of marginalia. Press, 1999.',
];

test('a numbered list is cut into entries, each read into its fields, with its place on the page', async () => {
  const { sha256 } = await bring('a', [page('A study of glosses', ...NUMBERED)]);
  const found = await t.client.files.references({ sha256 });
  expect(
    found.map(({ label, fields, rects, page: at }) => [label, fields.title, fields.year, rects.length, at]),
  ).toEqual([
    ['1', 'Glosses at the margin of surveys', 2019, 2, 1],
    ['2', 'Reading in two languages', 2020, 1, 1],
    ['3', 'A long history of marginalia', 1999, 1, 1],
  ]);
  expect(found[1]?.fields.doi).toBe('10.5555/two');
});

test('entries by a hanging indent go on over the page, and end at the appendix', async () => {
  const hang = (y: number, first: string, ...rest: string[]) => [
    { text: first, x: 60, y, size: 10 },
    ...rest.map((text, at) => ({ text, x: 80, y: y - 12 * (at + 1), size: 10 })),
  ];
  const { sha256 } = await bring('b', [
    {
      pieces: [
        heading('References', 700),
        ...hang(680, 'Chan, B. (2018). Margins and their readers in the', 'long run. Notes, 3, 1-9.'),
        ...hang(650, 'Lee, A. (2019). Glosses at the margin of', 'surveys. Notes, 4, 10-19.'),
      ],
    },
    {
      pieces: [
        ...hang(740, 'Okafor, C. (2020). Reading in two languages at', 'once. Notes, 5, 20-29.'),
        heading('Appendix A', 600),
        ...column(['Anything may stand here, even in 2021.'], 60, 580),
      ],
    },
  ]);
  const found = await t.client.files.references({ sha256 });
  expect(found.map(({ fields, page: at }) => [fields.year, at])).toEqual([
    [2018, 1],
    [2019, 1],
    [2020, 2],
  ]);
  expect(found[2]?.raw).toMatch(/^Okafor.*20-29\.$/);
});

test('a document without a list has none, and a chapter that is merely called so is none', async () => {
  const { sha256 } = await bring('c', [
    page('A manual of styles', 'Changes of the style follow here.', 'A second line without a date.', 'And a third.'),
  ]);
  expect(await t.client.files.references({ sha256 })).toEqual([]);
});

test('entries find their papers as they come, the paper knows who cites it, and an entry becomes a paper', async () => {
  const citing = await bring('a', [page('A study of glosses', ...NUMBERED)]);
  const owners = async () => (await t.client.files.references({ sha256: citing.sha256 })).map(({ paperId }) => paperId);
  expect(await owners()).toEqual([null, null, null]);
  const known = await t.client.papers.create({ title: 'Glosses at the Margin of Surveys' });
  const two = await t.client.papers.create({ title: 'Under another name', doi: '10.5555/TWO' });
  expect(await owners()).toEqual([known.id, two.id, null]);
  const made = await t.client.files.addReference({ sha256: citing.sha256, index: 2 });
  expect(made).toMatchObject({ title: 'A long history of marginalia', year: 1999 });
  expect(await owners()).toEqual([known.id, two.id, made.id]);
  expect((await t.client.files.addReference({ sha256: citing.sha256, index: 2 })).id).toBe(made.id);
  for (const id of [known.id, two.id, made.id]) {
    expect(await t.client.files.citedBy({ paperId: id })).toMatchObject([
      { paperId: citing.paperId, sha256: citing.sha256 },
    ]);
  }
  expect(await t.client.files.citedBy({ paperId: citing.paperId })).toEqual([]);
});
