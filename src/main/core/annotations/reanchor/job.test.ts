// A paper gets another version of its file: its marks go over, what cannot is asked, and nothing of before is lost.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReanchorReport } from '#shared/annotation-moves.ts';
import type { PageText } from '#shared/text/model.ts';
import { findQuote } from '#shared/text/find.ts';
import { like, openTestCore, type TestCore } from '../../testing.ts';
import { typeset, type Setting } from '../../files/extract/test-typeset.ts';

const TEXT = [
  'Notes at the margin help readers remember what they read, and they help most where the text is hard to follow.',
  'We asked sixty readers to write one short note beside each paragraph of an article about the history of maps.',
  'Half of them wrote in their first language and half in their second, and none was told that a test would follow.',
  'After one week those who had written notes in their second language remembered twice as much as all the others.',
  'The gain was largest for the paragraphs that the readers themselves had called difficult before they read them.',
  'Writing slowly may be what matters, since nobody can write in a new language as fast as in the first one learned.',
  'We do not know yet whether the same holds for longer texts, or for notes that are typed and not written by hand.',
];
const REMOVED = 4;
const VERSION = TEXT.filter((_, index) => index !== REMOVED).map((text) =>
  text.replace('twice as much as all the others', 'twice as much as all of the others'),
);

let t: TestCore;
let dir: string;
beforeAll(() => void (dir = mkdtempSync(join(tmpdir(), 'glossa-versions-'))));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const pdf = (name: string, paragraphs: string[], setting: Setting): string => {
  const path = join(dir, `${name}.pdf`);
  writeFileSync(path, typeset(paragraphs, setting));
  return path;
};
const markQuote = (sha256: string, quote: string) => t.client.annotations.createFromQuote({ sha256, page: 1, quote });
const pageText = async (sha256: string): Promise<PageText> =>
  (await (await t.fetch(`/text/${sha256}/1`)).json()) as PageText;
/** The report of the latest re-anchoring, once it is done. */
const report = async (): Promise<ReanchorReport> => {
  const latest = (await t.client.jobs.list({})).find(({ call }) => call === 'annotations.reanchor');
  return (await t.client.jobs.wait({ id: latest?.id ?? '' })).result as ReanchorReport;
};

test('another version takes the marks over, keeps their old anchors, and asks about what it has no place for', async () => {
  t = await openTestCore();
  const [first] = await t.importPdfs([pdf('v1', TEXT, { columns: 1 })]);
  const { sha256: v1 = '', paperId = '' } = { sha256: first?.sha256 ?? '', paperId: first?.paperId ?? '' };
  const kept = await markQuote(v1, 'write one short note beside each paragraph');
  const revised = await markQuote(v1, 'remembered twice as much as all the others');
  const gone = await markQuote(v1, 'the paragraphs that the readers themselves had called difficult');
  const trashed = await markQuote(v1, 'Writing slowly may be what matters');
  await t.client.annotations.remove({ id: trashed.id });
  const page = await pageText(v1);
  const last = page.text.indexOf('We do not know yet');
  const line = page.lines.find(({ start }) => start >= last)?.rect ?? [0, 0, 0, 0];
  const ink = await t.client.annotations.draw({
    sha256: v1,
    kind: 'ink',
    shape: { page: 1, strokes: [[line[0], line[1] - 2, line[0] + 80, line[1] - 2]] },
  });
  const [second] = await t.importPdfs([pdf('v2', VERSION, { columns: 2, hyphenate: true })], paperId);
  const v2 = second?.sha256 ?? '';
  const told = await report();
  expect(told).toMatchObject({ paperId, to: v2, total: 4, placed: 3, newly: 4, isOther: false });
  expect(told.fuzzy).toMatchObject([{ id: revised.id, now: like(/^remembered twice as much as all of the others$/) }]);
  expect(told.moved).toMatchObject([{ id: ink.id }]);
  expect(told.review).toMatchObject([{ id: gone.id }]);

  const now = await t.client.annotations.get({ id: kept.id });
  expect(now).toMatchObject({ sha256: v2, earlierAnchors: 1, anchor: { quote: kept.anchor.quote, how: 'position' } });
  expect((await t.client.annotations.anchors({ id: kept.id })).map((anchor) => anchor.sha256)).toEqual([v2, v1]);
  // In the earlier version it is still seen where it was.
  const before = await t.client.annotations.onPages({ sha256: v1, from: 1, to: 1 });
  expect(before.find(({ id }) => id === kept.id)?.ranges).toEqual(kept.anchor.ranges);
  expect(told.moved[0]?.with).toMatch(/^We do not know/);
  const moved = await t.client.annotations.get({ id: ink.id });
  const near = moved.anchor.shape?.near;
  expect(moved.anchor.shape?.strokes[0]?.[1]).toBeLessThan(near?.rect[3] ?? 0);
  expect(near?.quote.replace(/\s/g, '').slice(0, 20)).toBe(
    ink.anchor.shape?.near?.quote.replace(/\s/g, '').slice(0, 20),
  );
  expect(await t.client.annotations.get({ id: trashed.id })).toMatchObject({ sha256: v2 });

  // The one that is asked about: it stays, can be given a place by hand, and all of it can be taken back.
  const [asked, ...others] = await t.client.annotations.reviews({ paperId });
  expect(others).toEqual([]);
  expect(asked).toMatchObject({ annotation: { id: gone.id, sha256: v1 }, sha256: v2 });
  const [words] = findQuote(await pageText(v2), 'Writing slowly');
  const picked = await t.client.annotations.place({ id: gone.id, sha256: v2, ranges: [{ page: 1, ...words! }] });
  expect(picked).toMatchObject({ sha256: v2, anchor: { how: 'picked', quote: 'Writing slowly' } });
  expect(await t.client.annotations.reviews({ paperId })).toEqual([]);
  await t.client.history.undo({});
  expect(await t.client.annotations.reviews({ paperId })).toHaveLength(1);
  await t.client.annotations.settle({ id: asked?.id ?? '', take: 'leave' });
  expect(await t.client.annotations.reviews({ paperId })).toEqual([]);
  await t.client.history.undo({});
  expect((await t.client.history.undo({})).step?.label).toBe('annotation.reanchor');
  expect(await t.client.annotations.get({ id: kept.id })).toEqual(kept);
  expect(await t.client.annotations.reviews({ paperId })).toEqual([]);
  expect(t.bugs).toEqual([]);
  await t.end();
});

test('a supplement with another text takes no marks and asks nothing, but does when told to', async () => {
  t = await openTestCore();
  const [first] = await t.importPdfs([pdf('paper', TEXT, { columns: 1 })]);
  const mark = await markQuote(first?.sha256 ?? '', 'none was told that a test would follow');
  const tables = Array.from(
    { length: 30 },
    (_, i) => `Participant ${i} scored ${i * 7} points on the first day of May.`,
  );
  const paperId = first?.paperId ?? '';
  const [second] = await t.importPdfs([pdf('supplement', tables, { columns: 1 })], paperId);
  expect(await report()).toMatchObject({ isOther: true, total: 1, placed: 0, review: [] });
  expect(await t.client.annotations.get({ id: mark.id })).toEqual(mark);
  const { jobId } = await t.client.annotations.reanchor({ paperId, to: second?.sha256 ?? '' });
  const told = (await t.client.jobs.wait({ id: jobId })).result as ReanchorReport;
  expect(told).toMatchObject({ isOther: false, placed: 0, review: [{ id: mark.id }] });
  expect(t.bugs).toEqual([]);
  await t.end();
});

test('a file that is another paper’s is refused', async () => {
  t = await openTestCore();
  const [first, other] = await t.importPdfs([
    pdf('one', TEXT, { columns: 1 }),
    pdf('two', ['A wholly different paper about the weather'], { columns: 2 }),
  ]);
  const { jobId } = await t.client.annotations.reanchor({ paperId: other?.paperId ?? '', to: first?.sha256 ?? '' });
  expect(await t.client.jobs.wait({ id: jobId })).toMatchObject({ state: 'failed', error: { code: 'not_found' } });
  await t.end();
});
