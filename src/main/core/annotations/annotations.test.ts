// Marks in the core: kinds with a shape, changes as single steps, long lists, former comments. On a shipped sample paper.
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Annotation } from '#shared/annotation.ts';
import { quoteBlock } from '#shared/live-quotes.ts';
import type { PageText } from '#shared/text/model.ts';
import { like, openTestCore, type TestCore } from '../testing.ts';

const PAPER = join(import.meta.dirname, '../../../../resources/sample/papers/glosses-at-the-margin.pdf');

let t: TestCore;
let sha256: string;
let paperId: string;
let now = Date.now();
beforeAll(async () => {
  t = await openTestCore({ clock: () => now });
  const [imported] = await t.importPdfs([PAPER]);
  sha256 = imported?.sha256 ?? '';
  paperId = imported?.paperId ?? '';
}, 60_000);
afterAll(async () => {
  expect(t.bugs).toEqual([]);
  await t.end();
});

const pageText = async (page: number): Promise<PageText> =>
  (await (await t.fetch(`/text/${sha256}/${page}`)).json()) as PageText;
const mark = (page: number, start: number, end: number): Promise<Annotation> =>
  t.client.annotations.create({ sha256, ranges: [{ page, start, end }] });
const clear = async (): Promise<void> => {
  const ids = await t.client.annotations.ids({ paperId });
  if (ids.length > 0) await t.client.annotations.removeMany({ ids });
};
const undo = async () => (await t.client.history.undo({})).step?.label;

test('an area keeps its bounds, the words in it and the words it stands by, and comes in reading order', async () => {
  const page = await pageText(2);
  const block = page.blocks.find(({ role }) => role === 'text');
  const line = page.lines.find(({ start }) => start >= (block?.start ?? 0) + 300);
  const [x1, y1, x2, y2] = line?.rect ?? [0, 0, 0, 0];
  const area = await t.client.annotations.draw({
    sha256,
    kind: 'area',
    color: 'blue',
    shape: { page: 2, rect: [x2 + 1, y2 + 1, x1 - 1, y1 - 1] },
  });
  expect(area.anchor.shape?.rect).toEqual([x1 - 1, y1 - 1, x2 + 1, y2 + 1].map((n) => Math.round(n * 1000) / 1000));
  expect(area.anchor.quote).toBe(page.text.slice(line?.start, line?.end).trim());
  expect(area.anchor.shape?.near?.quote.length).toBeGreaterThan(20);
  const before = await mark(2, 0, 20);
  const after = await mark(2, (line?.end ?? 0) + 40, (line?.end ?? 0) + 60);
  expect(await t.client.annotations.ids({ paperId })).toEqual([before.id, area.id, after.id]);
  await clear();
});

test('ink, a sticky note and text on the page are kept as drawn, and undone by one step each', async () => {
  const stroke = [100, 500, 120.12345, 510, 140, 500];
  const ink = await t.client.annotations.draw({ sha256, kind: 'ink', shape: { page: 1, strokes: [stroke] } });
  expect(ink.anchor.shape).toMatchObject({ strokes: [[100, 500, 120.123, 510, 140, 500]], rect: [100, 500, 140, 510] });
  const note = await t.client.annotations.draw({
    sha256,
    kind: 'note',
    shape: { page: 1, rect: [300, 400, 300, 400] },
  });
  expect(note.anchor.shape?.rect).toEqual([300, 382, 318, 400]);
  await t.client.annotations.draw({
    sha256,
    kind: 'text',
    commentPrimary: 'Why *so* few?',
    shape: { page: 1, rect: [50, 50, 200, 80], sizePt: 12 },
  });
  const marks = await t.client.annotations.onPages({ sha256, from: 1, to: 1 });
  expect(marks.map(({ kind, text }) => `${kind} ${text}`)).toEqual(['ink ', 'note ', 'text Why *so* few?']);
  expect([await undo(), await undo(), await undo()]).toEqual(Array(3).fill('annotation.create'));
  expect(await t.client.annotations.onPages({ sha256, from: 1, to: 1 })).toEqual([]);
});

test('a shape off its page, without extent or of the wrong kind is refused by its field', async () => {
  const draw = (kind: 'area' | 'ink', rect: [number, number, number, number] | undefined) =>
    t.client.annotations.draw({ sha256, kind, shape: { page: 1, ...(rect && { rect }) } });
  const bad = (message: RegExp) => ({ code: 'bad_input', message: like(message) });
  await expect(draw('area', [2000, 10, 2100, 20])).rejects.toMatchObject(bad(/outside page 1/));
  await expect(draw('area', [10, 10, 11, 11])).rejects.toMatchObject(bad(/too small/));
  await expect(draw('ink', undefined)).rejects.toMatchObject(bad(/strokes/));
  const words = await mark(1, 0, 30);
  await expect(t.client.annotations.update({ id: words.id, kind: 'area' })).rejects.toMatchObject(bad(/kind/));
  await clear();
});

test('a new range is a new anchor; the one before is kept, and undo goes back to it', async () => {
  const first = await mark(1, 100, 160);
  const moved = await t.client.annotations.place({ id: first.id, ranges: [{ page: 1, start: 90, end: 200 }] });
  expect(moved.anchor.quote).toContain(first.anchor.quote);
  expect(moved.earlierAnchors).toBe(1);
  expect((await t.client.annotations.anchors({ id: first.id })).map(({ quote }) => quote)).toEqual([
    moved.anchor.quote,
    first.anchor.quote,
  ]);
  expect((await t.client.annotations.onPages({ sha256, from: 1, to: 9 })).map(({ ranges }) => ranges)).toEqual([
    moved.anchor.ranges,
  ]);
  expect(await undo()).toBe('annotation.place');
  expect(await t.client.annotations.get({ id: first.id })).toEqual(first);
  await clear();
});

test('merged marks have all their words, comments and findings; split gives the two back', async () => {
  const [a, b, c] = [await mark(1, 300, 360), await mark(1, 340, 400), await mark(2, 10, 50)];
  const finding = await t.client.findings.create({ paperId, primary: 'Glosses help.' });
  await t.client.findings.link({ findingId: finding.id, annotationId: c.id, stance: 'qualifies' });
  await t.client.annotations.update({ id: a.id, commentPrimary: 'one' });
  await t.client.annotations.update({ id: b.id, commentPrimary: 'two', commentSecondary: '二' });
  const merged = await t.client.annotations.merge({ ids: [c.id, a.id, b.id] });
  expect(merged.id).toBe(a.id);
  expect(merged.anchor.ranges.map(({ page, start, end }) => [page, start, end])).toEqual([
    [1, 300, 400],
    [2, 10, 50],
  ]);
  expect(merged).toMatchObject({ commentPrimary: 'one\n\ntwo', commentSecondary: '二' });
  expect(merged.evidence).toMatchObject([{ findingId: finding.id, stance: 'qualifies' }]);
  expect(await t.client.annotations.ids({ paperId })).toEqual([a.id]);
  const { first, second } = await t.client.annotations.split({ id: a.id, at: { page: 1, offset: 350 } });
  const page = await pageText(1);
  expect(first.anchor.quote).toBe(page.text.slice(300, 350).trimEnd());
  expect(second.anchor.quote.startsWith(page.text.slice(350, 400).trimStart().slice(0, 40))).toBe(true);
  expect(second.evidence).toHaveLength(1);
  expect([await undo(), await undo()]).toEqual(['annotation.split', 'annotation.merge']);
  expect(await t.client.annotations.ids({ paperId })).toEqual([a.id, b.id, c.id]);
  await clear();
});

test('several marks are recoloured, tagged and removed in one step each', async () => {
  const ids = [(await mark(1, 10, 20)).id, (await mark(1, 30, 40)).id, (await mark(1, 50, 60)).id];
  expect(await t.client.annotations.updateMany({ ids, color: 'teal', kind: 'underline' })).toEqual({ changed: 3 });
  const tag = await t.client.tags.add({ name: '重要', kind: 'annotation', targetIds: ids.slice(1) });
  expect(await t.client.annotations.ids({ paperId, tagIds: [tag.id] })).toEqual(ids.slice(1));
  await t.client.annotations.removeMany({ ids });
  expect(await t.client.annotations.ids({ paperId })).toEqual([]);
  expect([await undo(), await undo(), await undo()]).toEqual([
    'annotation.removeMany',
    'tag.add',
    'annotation.editMany',
  ]);
  const colors = (await t.client.annotations.list({ paperId })).map(({ color, kind }) => `${color} ${kind}`);
  expect(colors).toEqual(Array(3).fill('yellow highlight'));
  await clear();
});

test('a list is filtered, grouped and cut as asked, and says what there is to filter by', async () => {
  await t.client.settings.set({
    key: 'marks.palette',
    value: [
      { color: 'red', primary: 'Question', secondary: '问题' },
      { color: 'yellow', primary: 'Result', secondary: '结果' },
    ],
  });
  const made: Annotation[] = [];
  for (let i = 0; i < 6; i++) {
    made.push(
      await t.client.annotations.create({
        sha256,
        color: i % 2 ? 'red' : 'yellow',
        ranges: [{ page: 1 + (i % 3), start: 200 + i * 30, end: 225 + i * 30 }],
      }),
    );
  }
  await t.client.annotations.update({ id: made[4]?.id ?? '', commentSecondary: '与基线相比' });
  const inOrder = made.toSorted((a, b) => (a.sortKey < b.sortKey ? -1 : 1)).map(({ id }) => id);
  expect(await t.client.annotations.ids({ paperId })).toEqual(inOrder);
  const byColor = await t.client.annotations.lines({ paperId, group: 'color', offset: 2, limit: 3 });
  expect(byColor).toMatchObject({
    total: 6,
    groups: [
      { key: 'red', count: 3 },
      { key: 'yellow', count: 3 },
    ],
  });
  expect(byColor.lines.map(({ color }) => color)).toEqual(['red', 'yellow', 'yellow']);
  expect((await t.client.annotations.lines({ words: '基线', group: 'paper' })).groups).toMatchObject([
    { key: paperId, count: 1 },
  ]);
  expect(await t.client.annotations.ids({ hasComment: true, colors: ['yellow'] })).toEqual([made[4]?.id]);
  expect(await t.client.annotations.facets({ paperId })).toEqual({
    total: 6,
    colors: [
      { value: 'red', count: 3 },
      { value: 'yellow', count: 3 },
    ],
    kinds: [{ value: 'highlight', count: 6 }],
    authors: [{ value: '', count: 6 }],
    withFinding: 0,
    withComment: 1,
  });
  const sections = (await t.client.annotations.lines({ paperId, group: 'section' })).groups.map(({ label }) => label);
  expect(sections.length).toBeGreaterThan(1);
  await clear();
});

test('former comments can be read, the latest first, and typing in one go is one of them', async () => {
  const { id } = await mark(1, 500, 540);
  for (const commentPrimary of ['a', 'ab', 'abc']) await t.client.annotations.update({ id, commentPrimary });
  now += 60_000;
  await t.client.annotations.update({ id, commentPrimary: 'abc, but' });
  now += 60_000;
  await t.client.annotations.update({ id, commentPrimary: 'no' });
  const versions = await t.client.annotations.versions({ id });
  expect(versions.map(({ commentPrimary }) => commentPrimary)).toEqual(['abc, but', 'abc', '']);
  await t.client.annotations.update({ id, commentPrimary: versions[1]?.commentPrimary ?? '', isStep: true });
  expect((await t.client.annotations.versions({ id })).map((one) => one.commentPrimary)).toEqual([
    'no',
    'abc, but',
    '',
  ]);
  await clear();
});

test('the quotes of a note say where a mark has other words by now, and where it is gone', async () => {
  const first = await mark(1, 100, 160);
  const text = `Look:\n\n${quoteBlock(first.id, first.anchor.quote)}\n`;
  expect(await t.client.annotations.quotes({ text })).toMatchObject([{ annotationId: first.id, state: 'same' }]);
  const wider = await t.client.annotations.place({ id: first.id, ranges: [{ page: 1, start: 90, end: 200 }] });
  expect(await t.client.annotations.quotes({ text })).toMatchObject([{ state: 'marked', marked: wider.anchor.quote }]);
  await t.client.annotations.remove({ id: first.id });
  expect(await t.client.annotations.quotes({ text })).toMatchObject([{ state: 'gone', marked: '' }]);
});
