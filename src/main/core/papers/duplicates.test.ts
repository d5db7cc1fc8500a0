// Duplicates: what is proposed, why, and what never again.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestCore, type TestCore } from '../testing.ts';

let t: TestCore;
beforeEach(async () => {
  t = await openTestCore();
});
afterEach(async () => {
  expect(t.bugs).toEqual([]);
  await t.end();
});

const create = async (title: string, more: object = {}): Promise<string> =>
  (await t.client.papers.create({ title, ...more })).id;
const pairs = async () =>
  (await t.client.papers.duplicates({})).map(({ a, b, reasons }) => [
    [a.title, b.title].sort(),
    reasons.map(({ code }) => code),
  ]);
const lee = [{ family: 'Lee', given: 'Ann' }];

test('two spellings of one title by the same people are proposed, with the reasons', async () => {
  await create('Pre-training of deep transformers for reading', { authors: lee, year: 2020, doi: '10.5555/a' });
  await create('Pretraining of Deep Transformers for Reading.', {
    authors: [{ family: 'Lee', given: 'A.' }],
    year: 2020,
  });
  expect(await pairs()).toEqual([
    [
      ['Pre-training of deep transformers for reading', 'Pretraining of Deep Transformers for Reading.'],
      ['title', 'authors', 'year'],
    ],
  ]);
});

test('a slip of the pen is seen, parts and versions by number are not one work', async () => {
  await create('Retrieval models of marginal notes in survey reading', { authors: lee });
  await create('Retrieval model of marginal note in survey reading', { authors: lee });
  await create('A handbook of reading research, volume 1', { authors: lee });
  await create('A handbook of reading research, volume 2', { authors: lee });
  expect((await pairs()).map(([, codes]) => codes)).toEqual([['near-title', 'authors']]);
});

test('one work under its titles in two languages, its authors in hanzi and in pinyin', async () => {
  await create('双语旁注的排布方式', {
    titleSecondary: 'Layouts of bilingual glosses in the margin',
    authors: [{ family: '王', given: '小明' }],
  });
  await create('Layouts of Bilingual Glosses in the Margin', { authors: [{ family: 'Wang', given: 'Xiaoming' }] });
  expect((await pairs()).map(([, codes]) => codes)).toEqual([['other-language-title', 'authors']]);
});

test('other people under one title are another work', async () => {
  await create('Attention and reading in the margin', { authors: lee });
  await create('Attention and reading in the margin', { authors: [{ family: 'Okafor', given: 'Chidi' }] });
  expect(await pairs()).toEqual([]);
});

test('a refused pair is not proposed again, and comes back when the refusal is undone', async () => {
  const ids = [
    await create('Glosses at the margin of surveys', { authors: lee }),
    await create('Glosses at the Margin of Surveys', { authors: lee }),
  ] as const;
  expect(await pairs()).toHaveLength(1);
  await t.client.papers.setDistinct({ ids: [ids[1], ids[0]] });
  expect(await pairs()).toEqual([]);
  await t.client.history.undo({});
  expect(await pairs()).toHaveLength(1);
  await t.client.papers.relate({ id: ids[0], otherId: ids[1], kind: 'preprint' });
  expect(await pairs()).toEqual([]);
});

test('what was merged is one, and not proposed with itself', async () => {
  const [a, b] = [
    await create('Glosses at the margin of surveys', { authors: lee }),
    await create('Glosses at the Margin of Surveys', { authors: lee }),
  ];
  await t.client.papers.merge({ id: a, otherId: b });
  expect(await pairs()).toEqual([]);
});
