// Steps as the user meets them: what joins, what stays apart, and taking a whole day back.
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestCore, type TestCore } from '../testing.ts';

const SAMPLE = join(import.meta.dirname, '../../../../resources/sample');

let t: TestCore;
let now: number;
beforeEach(async () => {
  now = 1_800_000_000_000;
  t = await openTestCore({ clock: () => now });
});
afterEach(async () => {
  expect(t.bugs).toEqual([]);
  await t.end();
});

const passage = async () => {
  const { id: paperId } = await t.client.papers.create({ title: 'P' });
  const { id } = await t.client.notes.addPassage({ paperId });
  return {
    id,
    type: (text: string, side: 'primary' | 'secondary' = 'primary') => t.client.notes.editPassage({ id, side, text }),
    read: async () => (await t.client.notes.ofPaper({ paperId }))?.passages[0],
  };
};
const undo = async () => (await t.client.history.undo({})).step?.label;

test('typing joins while it goes on, however long it takes as a whole', async () => {
  const { type, read } = await passage();
  for (let i = 1; i <= 20; i += 1) {
    now += 9000;
    await type('x'.repeat(i));
  }
  expect(await undo()).toBe('passage.edit');
  expect((await read())?.primary).toBe('');
});

test('typing on the other side, or in another passage, is another step', async () => {
  const { type, read } = await passage();
  await type('one');
  await type('一', 'secondary');
  await type('one more');
  await undo();
  expect(await read()).toMatchObject({ primary: 'one', secondary: '一' });
  await undo();
  expect(await read()).toMatchObject({ primary: 'one', secondary: '' });
});

test('typing does not join what was undone or what something else came after', async () => {
  const { type, read } = await passage();
  await type('a');
  await t.client.papers.create({ title: 'Between' });
  await type('ab');
  await undo();
  expect((await read())?.primary).toBe('a');
  await type('ac');
  await undo();
  expect((await read())?.primary).toBe('a');
  expect(await undo()).toBe('paper.create');
  expect(await undo()).toBe('passage.edit');
});

test('a step redone is not joined by later typing', async () => {
  const { type, read } = await passage();
  await type('a');
  await t.client.history.undo({});
  await t.client.history.redo({});
  await type('ab');
  await undo();
  expect((await read())?.primary).toBe('a');
});

test('a day’s work is taken back step by step to the empty library, and done again, over a restart', async () => {
  const [source = ''] = t.core.admit([join(SAMPLE, 'survey.md')]);
  const survey = await t.client.surveys.import({ source });
  const [file] = await t.importPdfs([join(SAMPLE, 'papers/glosses-at-the-margin.pdf')]);
  const paperId = file?.paperId ?? '';
  const finding = await t.client.findings.create({ paperId, surveyId: survey.surveyId, primary: 'Mine' });
  const mark = await t.client.annotations.createFromQuote({
    sha256: file?.sha256 ?? '',
    page: 1,
    quote: 'second-language readers',
    finding: { id: finding.id, stance: 'supports' },
  });
  const note = await t.client.notes.addPassage({ paperId, primary: 'N', annotationIds: [mark.id] });
  await t.client.annotations.remove({ id: mark.id });
  await t.client.annotations.restore({ id: mark.id });
  await t.client.notes.movePassage({ id: note.id, afterId: null });
  await t.client.papers.update({ id: paperId, fields: { year: 1999, authors: [] } });
  await t.client.papers.remove({ id: paperId });
  await t.client.surveys.remove({ id: survey.surveyId });

  const everything = async () => ({
    papers: [await t.client.papers.list({}), await t.client.papers.list({ trashed: true })],
    findings: await t.client.findings.list({ paperId }),
    annotations: await t.client.annotations.list({ paperId }),
    notes: await t.client.notes.ofPaper({ paperId }).catch(() => null),
    surveys: [await t.client.surveys.list({}), await t.client.surveys.list({ trashed: true })],
    counts: (await t.client.library.info({})).counts,
  });
  const full = await everything();
  const labels: string[] = [];
  for (let label = await undo(); label !== undefined; label = await undo()) {
    labels.push(label);
    if (labels.length === 4) t = await t.reopen();
  }
  expect(labels.at(-1)).toBe('survey.import');
  expect(Object.values((await everything()).counts).every((count) => count === 0)).toBe(true);
  expect(await t.client.library.doctor({})).toMatchObject({ ok: true });
  t = await t.reopen();
  for (const label of labels.toReversed()) expect((await t.client.history.redo({})).step?.label).toBe(label);
  expect(await everything()).toEqual(full);
});

test('sealed history offers nothing to undo', async () => {
  await t.client.papers.create({ title: 'Sample' });
  t.core.seal();
  expect(await t.client.history.state({})).toEqual({ undo: null, redo: null });
  expect(await undo()).toBeUndefined();
});
