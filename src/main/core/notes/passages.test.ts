// Splitting, joining, moving between notes, the margin, the trash, earlier versions, drafts: each one undo step.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { like, openTestCore, type TestCore } from '../testing.ts';

const PDF = join(import.meta.dirname, '../../../../resources/sample/papers/glosses-at-the-margin.pdf');
const DAY = 24 * 3_600_000;

let t: TestCore;
let now = 1_800_000_000_000;
beforeAll(async () => {
  t = await openTestCore({ clock: () => now });
});
afterAll(async () => {
  expect(t.bugs).toEqual([]);
  await t.end();
});

const newPaper = async () => (await t.client.papers.create({ title: 'Noted' })).id;
const add = (paperId: string, primary: string, secondary = '') =>
  t.client.notes.addPassage({ paperId, primary, secondary });
const sides = async (paperId: string) =>
  ((await t.client.notes.ofPaper({ paperId }))?.passages ?? []).map(({ primary, secondary }) => [primary, secondary]);
const undo = async () => (await t.client.history.undo({})).step?.label;

describe('splitting', () => {
  test('cuts both languages where their sentences correspond, and one undo makes it whole', async () => {
    const paperId = await newPaper();
    const { id } = await add(
      paperId,
      'Readers gloss. They return later. They remember.',
      '读者作旁注。他们之后会回来。他们记得。',
    );
    const { first, second } = await t.client.notes.splitPassage({ id, side: 'primary', at: 15 });
    expect([first.primary, first.secondary]).toEqual(['Readers gloss.', '读者作旁注。']);
    expect([second.primary, second.secondary]).toEqual([
      'They return later. They remember.',
      '他们之后会回来。他们记得。',
    ]);
    await t.client.notes.splitPassage({ id: second.id, side: 'secondary', at: 8 });
    expect(await sides(paperId)).toEqual([
      ['Readers gloss.', '读者作旁注。'],
      ['They return later.', '他们之后会回来。'],
      ['They remember.', '他们记得。'],
    ]);
    expect(await undo()).toBe('passage.split');
    expect(await undo()).toBe('passage.split');
    expect(await sides(paperId)).toEqual([
      ['Readers gloss. They return later. They remember.', '读者作旁注。他们之后会回来。他们记得。'],
    ]);
  });

  test('takes the other side where the caller says, and refuses places outside the text', async () => {
    const paperId = await newPaper();
    const { id } = await add(paperId, 'ab', '甲乙');
    await expect(t.client.notes.splitPassage({ id, side: 'primary', at: 3 })).rejects.toMatchObject({
      code: 'bad_input',
      message: like(/at:/),
    });
    await t.client.notes.splitPassage({ id, side: 'primary', at: 1, otherAt: 2 });
    expect(await sides(paperId)).toEqual([
      ['a', '甲乙'],
      ['b', ''],
    ]);
  });
});

describe('joining', () => {
  test('brings two passages and their links together, each language by its own way of running on', async () => {
    const [file] = await t.importPdfs([PDF]);
    const paperId = file?.paperId ?? '';
    const mark = await t.client.annotations.createFromQuote({ sha256: file?.sha256 ?? '', page: 1, quote: 'readers' });
    const { id } = await add(paperId, 'One.', '一。');
    await t.client.notes.addPassage({ paperId, primary: 'Two.', secondary: '二。', annotationIds: [mark.id] });
    const joined = await t.client.notes.joinPassages({ id });
    expect(joined).toMatchObject({ primary: 'One. Two.', secondary: '一。二。', annotationIds: [mark.id] });
    expect(await sides(paperId)).toHaveLength(1);
    await expect(t.client.notes.joinPassages({ id })).rejects.toMatchObject({ code: 'conflict' });
    expect(await undo()).toBe('passage.join');
    expect(await sides(paperId)).toEqual([
      ['One.', '一。'],
      ['Two.', '二。'],
    ]);
  });

  test('keeps lists and formulas on lines of their own', async () => {
    const paperId = await newPaper();
    const { id } = await add(paperId, '- a\n- b', '');
    await add(paperId, 'Then.', '然后。');
    expect(await t.client.notes.joinPassages({ id })).toMatchObject({
      primary: '- a\n- b\n\nThen.',
      secondary: '然后。',
    });
  });
});

test('several pasted passages come in one step, in their order, where they were put', async () => {
  const paperId = await newPaper();
  const { id: a } = await add(paperId, 'a');
  await add(paperId, 'd');
  await t.client.notes.addPassages({
    paperId,
    afterId: a,
    passages: [
      { primary: 'b', secondary: '乙' },
      { primary: 'c', secondary: '丙' },
    ],
  });
  expect((await sides(paperId)).map(([primary]) => primary).join('')).toBe('abcd');
  await undo();
  expect((await sides(paperId)).map(([primary]) => primary).join('')).toBe('ad');
});

test('a passage moves to the note of another paper, of a survey, or to a free one, and back by undo', async () => {
  const [one, two] = [await newPaper(), await newPaper()];
  const { id } = await add(one, 'moving');
  await t.client.notes.movePassage({ id, paperId: two });
  expect([await sides(one), await sides(two)]).toEqual([[], [['moving', '']]]);
  const free = await t.client.notes.create({ title: 'Ideas', titleSecondary: '想法' });
  await t.client.notes.movePassage({ id, noteId: free.id, afterId: null });
  expect((await t.client.notes.get({ id: free.id })).passages.map(({ primary }) => primary)).toEqual(['moving']);
  await expect(t.client.notes.movePassage({ id, paperId: one, noteId: free.id })).rejects.toMatchObject({
    code: 'bad_input',
  });
  await undo();
  expect(await undo()).toBe('note.create');
  expect(await sides(two)).toEqual([['moving', '']]);
  await undo();
  expect(await sides(one)).toEqual([['moving', '']]);
});

test('notes on surveys and free notes are kept, listed, renamed, removed and restored', async () => {
  const [source = ''] = t.core.admit([join(import.meta.dirname, '../../../../resources/sample/survey.md')]);
  const { surveyId } = await t.client.surveys.import({ source });
  await t.client.notes.addPassage({ surveyId, primary: 'On the survey' });
  await t.client.notes.addPassage({ surveyId, primary: 'once more' });
  const own = await t.client.notes.ofSurvey({ surveyId });
  expect(own?.passages.map(({ primary }) => primary)).toEqual(['On the survey', 'once more']);
  expect((await t.client.notes.list({ surveyId })).some(({ id }) => id === own?.id)).toBe(true);
  await expect(t.client.notes.remove({ id: own?.id ?? '' })).rejects.toMatchObject({ code: 'bad_input' });
  await expect(t.client.notes.addPassage({ primary: 'nowhere' })).rejects.toMatchObject({ code: 'bad_input' });

  const free = await t.client.notes.create({ title: 'Loose' });
  await t.client.notes.rename({ id: free.id, side: 'secondary', text: '零散' });
  await t.client.notes.addPassage({ noteId: free.id, primary: 'thought' });
  await t.client.notes.remove({ id: free.id });
  expect((await t.client.notes.free({})).some(({ id }) => id === free.id)).toBe(false);
  expect((await t.client.notes.free({ trashed: true })).find(({ id }) => id === free.id)).toMatchObject({
    titleSecondary: '零散',
  });
  await expect(t.client.notes.addPassage({ noteId: free.id, primary: 'late' })).rejects.toMatchObject({
    code: 'not_found',
  });
  expect(await t.client.notes.restore({ id: free.id })).toMatchObject({ passages: [{ primary: 'thought' }] });
});

test('words marked and noted in one call are one undo step', async () => {
  const [file] = await t.importPdfs([PDF]);
  const { sha256 = '', paperId = '' } = { sha256: file?.sha256 ?? '', paperId: file?.paperId ?? '' };
  const before = (await t.client.annotations.list({ sha256 })).length;
  const ranges = [{ page: 1, start: 0, end: 12 }];
  const passage = await t.client.notes.addPassage({ paperId, mark: { sha256, ranges, color: 'green' } });
  expect(passage.annotationIds).toHaveLength(1);
  expect((await t.client.annotations.list({ sha256 })).length).toBe(before + 1);
  expect(await undo()).toBe('passage.add');
  expect((await t.client.annotations.list({ sha256 })).length).toBe(before);
});

test('a passage stands in the margin without a highlight, moves there, and leaves it', async () => {
  const [file] = await t.importPdfs([PDF]);
  const { sha256 = '', paperId = '' } = { sha256: file?.sha256 ?? '', paperId: file?.paperId ?? '' };
  const spot = { sha256, page: 2, x: 30.5, y: 700.25 };
  const { id } = await t.client.notes.addPassage({ paperId, primary: 'Here!', spot });
  t = await t.reopen();
  const there = async () =>
    (await t.client.notes.ofPaper({ paperId }))?.passages.find((passage) => passage.id === id)?.spot;
  expect(await there()).toEqual(spot);
  await t.client.notes.placePassage({ id, spot: { ...spot, y: 10 } });
  await t.client.notes.placePassage({ id, spot: null });
  expect(await there()).toBeNull();
  await undo();
  expect(await there()).toMatchObject({ y: 10 });
});

test('a removed passage waits in the trash with the name of its place, and comes back from there', async () => {
  const paperId = await newPaper();
  const { id } = await add(paperId, 'gone');
  await t.client.notes.removePassage({ id });
  const [trashed] = await t.client.notes.trashedPassages({});
  expect(trashed).toMatchObject({ id, paperId, primary: 'gone' });
  await t.client.notes.restorePassage({ id });
  expect(await sides(paperId)).toEqual([['gone', '']]);
  expect((await t.client.notes.trashedPassages({})).some((passage) => passage.id === id)).toBe(false);
});

test('a text written over something else than is there is refused with what is there, and nothing is lost', async () => {
  const paperId = await newPaper();
  const { id } = await add(paperId, 'base');
  await t.client.notes.editPassage({ id, side: 'primary', text: 'theirs', base: 'base' });
  await expect(t.client.notes.editPassage({ id, side: 'primary', text: 'mine', base: 'base' })).rejects.toMatchObject({
    code: 'conflict',
  });
  expect(await sides(paperId)).toEqual([['theirs', '']]);
  // The same words from both windows are no conflict.
  await t.client.notes.editPassage({ id, side: 'primary', text: 'theirs', base: 'base' });
});

test('the stale side learns what changed since it was right; earlier versions are kept, each once', async () => {
  const paperId = await newPaper();
  const { id } = await add(paperId, 'The effect is small.', '效应很小。');
  const edit = async (text: string, side: 'primary' | 'secondary' = 'primary') => {
    now += DAY;
    await t.client.notes.editPassage({ id, side, text });
  };
  expect(await t.client.notes.changedSince({ id })).toBeNull();
  await edit('The effect is very small.');
  await edit('The effect is very small and fades.');
  expect(await t.client.notes.changedSince({ id })).toMatchObject({
    side: 'primary',
    before: 'The effect is small.',
    after: 'The effect is very small and fades.',
  });
  expect((await t.client.notes.versions({ id, side: 'primary' })).map(({ text }) => text)).toEqual([
    'The effect is very small.',
    'The effect is small.',
  ]);
  await t.client.notes.confirmPassage({ id });
  expect(await t.client.notes.changedSince({ id })).toBeNull();
  await edit('The effect fades.');
  expect(await t.client.notes.changedSince({ id })).toMatchObject({ before: 'The effect is very small and fades.' });
  await edit('效应会消退。', 'secondary');
  expect(await t.client.notes.changedSince({ id })).toBeNull();
});

test('a draft goes on an empty side only, is marked until it is touched, and undo takes it away', async () => {
  const paperId = await newPaper();
  const { id } = await add(paperId, 'Original.');
  const by = 'A machine';
  await expect(t.client.notes.draftPassage({ id, side: 'primary', text: 'x', by })).rejects.toMatchObject({
    code: 'conflict',
  });
  expect(await t.client.notes.draftPassage({ id, side: 'secondary', text: '草稿。', by })).toMatchObject({
    secondary: '草稿。',
    draftedBy: { primary: '', secondary: by },
    stale: null,
  });
  await t.client.notes.editPassage({ id, side: 'primary', text: 'Original!' });
  const drafted = async () => (await t.client.notes.ofPaper({ paperId }))?.passages[0]?.draftedBy.secondary;
  expect(await drafted()).toBe(by);
  await t.client.notes.editPassage({ id, side: 'secondary', text: '原文。' });
  expect(await drafted()).toBe('');
  await undo();
  expect(await drafted()).toBe(by);
  await undo();
  expect(await undo()).toBe('passage.draft');
  expect(await sides(paperId)).toEqual([['Original.', '']]);
});
