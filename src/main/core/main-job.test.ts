// The main job in the core: survey in, PDFs in, mark, link, write, restart, undo. On the shipped sample papers.
import { appendFileSync, chmodSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SurveyImport } from '#shared/surveys.ts';
import { rectsOf } from '#shared/text/rects.ts';
import type { PageText } from '#shared/text/model.ts';
import { like, openTestCore, type TestCore } from './testing.ts';

const SAMPLE = join(import.meta.dirname, '../../../resources/sample');
const QUOTE = 'The advantage was twice as large for second-language readers as for first-language readers.';

let t: TestCore;
let survey: SurveyImport;
let sha256: string;
let paperId: string;

beforeAll(async () => {
  t = await openTestCore();
  const [source = ''] = t.core.admit([join(SAMPLE, 'survey.md')]);
  survey = await t.client.surveys.import({ source });
  const imported = await t.importPdfs([join(SAMPLE, 'papers')]);
  expect(imported.map(({ status, matchedBy }) => `${status} ${matchedBy}`).toSorted()).toEqual([
    'added arxiv',
    'added doi',
    'added doi',
    'added title',
  ]);
  const glosses = imported.find(({ path }) => path.includes('glosses-at-the-margin'));
  sha256 = glosses?.sha256 ?? '';
  paperId = glosses?.paperId ?? '';
}, 60_000);
afterAll(async () => {
  expect(t.bugs).toEqual([]);
  await t.end();
});

const page = async (number: number): Promise<PageText> =>
  (await (await t.fetch(`/text/${sha256}/${number}`)).json()) as PageText;

test('the PDFs went to the papers the survey names; none was made anew', async () => {
  const papers = await t.client.papers.list({ surveyId: survey.surveyId });
  expect(papers.filter((paper) => paper.files.length === 1)).toHaveLength(4);
  expect(await t.client.papers.list({})).toHaveLength(papers.length);
});

test('the survey comes out as it went in, byte for byte', async () => {
  const answer = await t.fetch(`/survey/${survey.surveyId}.md`);
  expect(Buffer.from(await answer.arrayBuffer()).equals(readFileSync(join(SAMPLE, 'survey.md')))).toBe(true);
});

test('the same PDF under another name is known by its bytes', async () => {
  const again = await t.importPdfs([join(SAMPLE, 'papers/glosses-at-the-margin.pdf')]);
  expect(again).toMatchObject([{ status: 'already', sha256, paperId }]);
});

test('a highlight linked to a finding keeps its full anchor through a restart', async () => {
  const finding = (await t.client.findings.list({ surveyId: survey.surveyId })).find(
    ({ primary }) => primary === QUOTE,
  );
  const made = await t.client.annotations.createFromQuote({
    sha256,
    page: 1,
    quote: QUOTE,
    finding: { id: finding?.id ?? '', stance: 'supports' },
  });
  t = await t.reopen();
  const kept = await t.client.annotations.get({ id: made.id });
  expect(kept).toEqual(made);
  const [range] = kept.anchor.ranges;
  const model = await page(1);
  expect(model.text.slice(range?.start, range?.end)).toBe(QUOTE);
  expect(range?.rects).toEqual(rectsOf(model, { start: range?.start ?? 0, end: range?.end ?? 0 }));
  expect(kept.anchor.prefix.length).toBeGreaterThanOrEqual(32);
  expect(kept.anchor.suffix.length).toBeGreaterThanOrEqual(32);
  expect(kept.anchor).toMatchObject({ quote: QUOTE, pageLabel: model.label, sha256 });
  expect((await t.client.findings.get({ id: finding?.id ?? '' })).evidence).toMatchObject([
    { annotationId: made.id, stance: 'supports', quote: QUOTE, page: 1, paperId },
  ]);
});

test('a mark in the trash takes its evidence along and brings it back', async () => {
  const [annotation] = await t.client.annotations.list({ paperId });
  const findingId = annotation?.evidence[0]?.findingId ?? '';
  const id = annotation?.id ?? '';
  await t.client.annotations.remove({ id });
  expect((await t.client.findings.get({ id: findingId })).evidence).toEqual([]);
  expect((await t.client.annotations.list({ trashed: true })).map((one) => one.id)).toContain(id);
  await t.client.annotations.restore({ id });
  expect((await t.client.findings.get({ id: findingId })).evidence).toHaveLength(1);
});

test('a range outside the text, empty or out of order is refused by its field', async () => {
  const mark = (ranges: { page: number; start: number; end: number }[]) =>
    t.client.annotations.create({ sha256, ranges });
  await expect(mark([{ page: 99, start: 0, end: 5 }])).rejects.toMatchObject({
    code: 'bad_input',
    message: like(/page/),
  });
  await expect(mark([{ page: 1, start: 5, end: 5 }])).rejects.toMatchObject({
    code: 'bad_input',
    message: like(/ranges\.0/),
  });
  await expect(mark([{ page: 1, start: 0, end: 9_999_999 }])).rejects.toMatchObject({
    code: 'bad_input',
    message: like(/ranges\.0/),
  });
  const backwards = [
    { page: 2, start: 0, end: 5 },
    { page: 1, start: 0, end: 5 },
  ];
  await expect(mark(backwards)).rejects.toMatchObject({ code: 'bad_input', message: like(/ranges\.1/) });
  await expect(
    t.client.annotations.createFromQuote({ sha256, page: 1, quote: 'words that are not there' }),
  ).rejects.toMatchObject({ code: 'not_found' });
});

test('a passage in two languages marks the side that lags behind, until it is confirmed', async () => {
  let now = Date.now();
  const own = await openTestCore({ clock: () => now });
  const { id: paper } = await own.client.papers.create({ title: 'P' });
  const { id } = await own.client.notes.addPassage({ paperId: paper, primary: 'One', secondary: '一' });
  now += 3_600_000;
  expect(await own.client.notes.editPassage({ id, side: 'primary', text: 'Two' })).toMatchObject({
    stale: 'secondary',
  });
  expect(await own.client.notes.confirmPassage({ id })).toMatchObject({ stale: null });
  now += 3_600_000;
  await own.client.notes.editPassage({ id, side: 'secondary', text: '三' });
  now += 60_000;
  expect(await own.client.notes.editPassage({ id, side: 'primary', text: 'Three' })).toMatchObject({ stale: null });
  await own.end();
});

test('passages keep their order when moved, and are linked to marks', async () => {
  const [annotation] = await t.client.annotations.list({ paperId });
  const { id: paper } = await t.client.papers.create({ title: 'Ordered' });
  const add = async (primary: string) => (await t.client.notes.addPassage({ paperId: paper, primary })).id;
  const [a, b, c] = [await add('a'), await add('b'), await add('c')];
  const order = async () =>
    (await t.client.notes.ofPaper({ paperId: paper }))?.passages.map((passage) => passage.primary).join('');
  await t.client.notes.movePassage({ id: c, afterId: null });
  expect(await order()).toBe('cab');
  await t.client.notes.movePassage({ id: c, afterId: a });
  expect(await order()).toBe('acb');
  await t.client.notes.linkPassage({ id: b, annotationId: annotation?.id ?? '' });
  expect((await t.client.annotations.get({ id: annotation?.id ?? '' })).passageIds).toEqual([b]);
  await t.client.history.undo({});
  expect((await t.client.annotations.get({ id: annotation?.id ?? '' })).passageIds).toEqual([]);
});

test("a survey's notes are those of its papers", async () => {
  const all = await t.client.notes.list({});
  const ofSurvey = await t.client.notes.list({ surveyId: survey.surveyId });
  expect(ofSurvey.length).toBeGreaterThan(0);
  expect(ofSurvey.length).toBe(all.filter((note) => survey.papers.some((paper) => paper.id === note.paperId)).length);
  expect(ofSurvey.flatMap((note) => note.passages).map((passage) => passage.id)).toEqual(
    expect.arrayContaining(survey.passages.map((passage) => passage.id)),
  );
});

test('a PDF is sent in byte ranges and whole', async () => {
  const bytes = readFileSync(join(SAMPLE, 'papers/glosses-at-the-margin.pdf'));
  const part = await t.fetch(`/file/${sha256}.pdf`, { headers: { range: 'bytes=5-9' } });
  expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 5-9/${bytes.length}`]);
  expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(5, 10));
  const whole = await t.fetch(`/file/${sha256}.pdf`);
  expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true);
  const beyond = await t.fetch(`/file/${sha256}.pdf`, { headers: { range: `bytes=${bytes.length}-` } });
  expect(beyond.status).toBe(416);
});

test('a stored file that goes missing or changes is named by the doctor, and adding it again mends it', async () => {
  const path = join(t.dir, 'files', sha256.slice(0, 2), `${sha256}.pdf`);
  const names = async () =>
    (await t.client.library.doctor({})).checks.filter((check) => !check.ok).map((check) => check.name);
  expect(await names()).toEqual([]);
  rmSync(path);
  expect(await names()).toEqual([`file ${sha256.slice(0, 12)}`]);
  await t.importPdfs([join(SAMPLE, 'papers/glosses-at-the-margin.pdf')]);
  expect(await names()).toEqual([]);
  chmodSync(path, 0o644);
  appendFileSync(path, 'one byte too many');
  expect(await names()).toEqual([`file ${sha256.slice(0, 12)}`]);
  await t.importPdfs([join(SAMPLE, 'papers/glosses-at-the-margin.pdf')]);
  expect(await names()).toEqual([]);
  expect(readdirSync(dirname(path)).some((name) => name.includes('.damaged-'))).toBe(true);
});

test('the first page has a cover picture', async () => {
  const cover = await t.fetch(`/thumb/${sha256}/1`);
  expect(
    Buffer.from(await cover.arrayBuffer())
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
  expect((await t.fetch(`/thumb/${'0'.repeat(64)}/1`)).status).toBe(404);
});

test('an import cut off by the end of the program is taken up again at the next start', async () => {
  let own = await openTestCore();
  const bytes = readFileSync(join(SAMPLE, 'papers/glosses-at-the-margin.pdf'));
  const upload = await own.fetch('/upload?name=uploaded.pdf', { method: 'POST', body: bytes });
  const { source } = (await upload.json()) as { source: string };
  const { jobId } = await own.client.files.import({ sources: [...own.core.admit([join(SAMPLE, 'papers')]), source] });
  own = await own.reopen();
  const job = await own.client.jobs.wait({ id: jobId });
  expect(job.state).toBe('done');
  const statuses = (job.result as { status: string }[]).map(({ status }) => status);
  expect(statuses.toSorted()).toEqual(['added', 'added', 'added', 'added', 'already']);
  expect(await own.client.papers.list({})).toHaveLength(4);
  expect(readdirSync(own.dir)).toContain('files');
  own = await own.reopen();
  expect(readdirSync(own.dir)).not.toContain('uploads');
  await own.end();
}, 60_000);
