// Searching a real library: the sample papers, PDFs made here, and what is written about them.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Hit, SearchResult } from '#shared/search.ts';
import { rectsOf } from '#shared/text/rects.ts';
import type { PageText } from '#shared/text/model.ts';
import { makePdf } from '../files/extract/test-pdf.ts';
import { openTestCore, type TestCore } from '../testing.ts';

const SAMPLE = join(import.meta.dirname, '../../../../resources/sample');
const ENGLISH = [
  'We use fine-tuning of a large network for retrieval.',
  'ResNet50 is the backbone. The study was naive.',
  'Our results show that pneumonia is found.',
];
const CHINESE = ['本文提出基于CNN模型的肺炎检测方法。', '深度学习在医学影像中应用广泛。', '的研究。'];

let t: TestCore;
let root: string;
let english: { paperId: string; sha256: string };
let chinese: { paperId: string; sha256: string };

async function bringIn(name: string, lines: string[], font: 'F1' | 'F5', fields: object) {
  const path = join(root, `${name}.pdf`);
  const pieces = lines.map((text, i) => ({ text, x: 60, y: 700 - i * 40, size: 12, font }));
  writeFileSync(path, makePdf({ pages: [{ pieces: pieces.slice(0, 2) }, { pieces: pieces.slice(2) }] }));
  const paper = await t.client.papers.create({ title: name, ...fields });
  const [file] = await t.importPdfs([path], paper.id);
  return { paperId: paper.id, sha256: file?.sha256 ?? '' };
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'glossa-search-'));
  t = await openTestCore();
  const [source = ''] = t.core.admit([join(SAMPLE, 'survey.md')]);
  await t.client.surveys.import({ source });
  await t.importPdfs([join(SAMPLE, 'papers')]);
  english = await bringIn('Adapting networks', ENGLISH, 'F1', {
    year: 2017,
    authors: [{ family: 'Müller', given: 'Jörg' }],
  });
  chinese = await bringIn('深度学习肺炎检测综述', CHINESE, 'F5', {
    year: 2021,
    authors: [{ family: '王', given: '晓松' }],
  });
}, 60_000);
afterAll(async () => {
  expect(t.bugs).toEqual([]);
  await t.end();
  rmSync(root, { recursive: true, force: true });
});

const search = (query: string, more: object = {}): Promise<SearchResult> =>
  t.client.search.query({ query, wait: true, ...more });
const pages = async (query: string, more: object = {}): Promise<string[]> =>
  (await search(query, { kinds: ['page'], limit: 200, ...more })).hits.map((hit) => hit.id).toSorted();
const at = (file: { sha256: string }, page: number): string => `${file.sha256}/${page}`;

describe('what is found on pages', () => {
  test('a word, whatever its case and accents, and not as part of another', async () => {
    expect(await pages('NAÏVE')).toEqual([at(english, 1)]);
    expect(await pages('neumonia')).toEqual([]);
    expect(await pages('pneumon*')).toContain(at(english, 2));
  });

  test('terms that mix scripts, as wholes', async () => {
    expect(await pages('CNN模型')).toEqual([at(chinese, 1)]);
    expect(await pages('ResNet50')).toEqual([at(english, 1)]);
    expect(await pages('CNN模')).toEqual([at(chinese, 1)]);
    expect(await pages('CNN方法')).toEqual([]);
  });

  test('Chinese of any length, traditional or simplified, full or half width', async () => {
    expect(await pages('的 author:王晓松')).toEqual([at(chinese, 1), at(chinese, 2)].toSorted());
    expect(await pages('松')).toEqual([]);
    expect(await pages('深度學習')).toEqual([at(chinese, 1)]);
    expect(await pages('ＣＮＮ')).toEqual([at(chinese, 1)]);
    expect(await pages('学习在医学影像中应用')).toEqual([at(chinese, 1)]);
    expect(await pages('习深')).toEqual([]);
  });

  test('phrases, what is refused, one or the other, groups', async () => {
    expect(await pages('"results show that pneumonia"')).toEqual([at(english, 2)]);
    expect(await pages('"show results"')).toEqual([]);
    expect(await pages('ResNet50 -naive')).toEqual([]);
    expect(await pages('ResNet50 OR 肺炎', { across: false })).toEqual([at(english, 1), at(chinese, 1)].toSorted());
    expect(await pages('(ResNet50 OR 肺炎) -CNN', { across: false })).toEqual([at(english, 1)]);
  });

  test('fields narrow it to papers, in either language', async () => {
    expect(await pages('network author:muller')).toEqual([at(english, 1)]);
    expect(await pages('network year:2018..')).not.toContain(at(english, 1));
    expect(await pages('检测 作者：王晓松')).toEqual([at(chinese, 1)]);
    expect(await pages('检测 author:wxs')).toEqual([at(chinese, 1)]);
    expect(await pages('ResNet50 lang:zh')).toEqual([]);
  });

  test('the rectangles of a hit are those of its words on the page', async () => {
    const [hit] = (await search('医学影像', { rects: true, kinds: ['page'] })).hits;
    const model = (await (await t.fetch(`/text/${chinese.sha256}/1`)).json()) as PageText;
    const start = model.text.indexOf('医学影像');
    expect(hit?.ranges).toEqual([[start, start + 4]]);
    expect(hit?.rects).toEqual(rectsOf(model, { start, end: start + 4 }));
    expect(hit?.rects).toHaveLength(1);
    expect(hit?.snippet.slice(...(hit.marks[0] ?? [0, 0]))).toBe('医学影像');
  });
});

describe('what is found besides pages', () => {
  const kinds = (result: SearchResult): string[] => [...new Set(result.hits.map((hit) => hit.kind))];

  test('papers by title and author, by their initials in pinyin too', async () => {
    const ids = async (query: string) => (await search(query, { kinds: ['paper'] })).hits.map((hit) => hit.paperId);
    expect(await ids('sdxxfy')).toEqual([chinese.paperId]);
    expect(await ids('shenduxuexi')).toEqual([chinese.paperId]);
    expect(await ids('jorg muller')).toEqual([english.paperId]);
    expect(await ids('王晓松')).toEqual([chinese.paperId]);
    expect(await ids('year:2021')).toContain(chinese.paperId);
  });

  test('findings, notes, marks with their comments, surveys by section, terms', async () => {
    const finding = await t.client.findings.create({
      paperId: english.paperId,
      primary: 'Zebrafish swim',
      secondary: '斑马鱼会游泳',
    });
    const mark = await t.client.annotations.createFromQuote({
      sha256: english.sha256,
      page: 1,
      quote: 'backbone',
      color: 'red',
      finding: { id: finding.id, stance: 'contradicts' },
    });
    await t.client.annotations.update({ id: mark.id, commentPrimary: 'Zebrafish here as well' });
    await t.client.notes.addPassage({ paperId: english.paperId, primary: 'A note on **zebrafish**', secondary: '' });
    await t.client.terms.create({ primary: 'zebrafish', secondary: '斑马鱼' });
    const found = await search('zebrafish');
    expect(kinds(found).toSorted()).toEqual(['annotation', 'finding', 'note', 'term']);
    expect(found.hits.find((hit) => hit.kind === 'note')?.snippet).toBe('A note on zebrafish');
    expect(found.facets.kind).toContainEqual({ value: 'finding', count: 1 });
    expect((await search('zebrafish color:red')).hits.map((hit) => hit.id)).toEqual([mark.id]);
    const stanced = await search('zebrafish stance:contradicts');
    expect(stanced.hits.map((hit) => hit.id).toSorted()).toEqual([finding.id, mark.id].toSorted());
    expect((await search('标注 颜色：红色 kind:annotation')).total).toBe(0);
    expect((await search('kind:term')).hits.map((hit) => hit.title)).toEqual(['zebrafish · 斑马鱼']);
    const survey = (await search('kind:survey margin*')).hits[0];
    expect(survey?.surveyId).not.toBeNull();
  });

  test('titles and own words come before pages that only say it', async () => {
    const order = (await search('肺炎检测', { across: false })).hits.map((hit) => hit.kind);
    expect(order).toEqual(['paper', 'page']);
  });

  test('grouped by paper, each with its best hits and the number of all', async () => {
    const { groups, hits, allGroups } = await search('肺炎 OR ResNet50', { grouped: true, perGroup: 1, across: false });
    expect(allGroups).toBe(2);
    expect(hits).toHaveLength(2);
    const of = (paperId: string) => groups.find((group) => group.paperId === paperId);
    expect(of(chinese.paperId)).toMatchObject({ total: 2, hits: 1, title: '深度学习肺炎检测综述' });
    expect(of(english.paperId)).toMatchObject({ total: 1 });
  });
});

describe('across languages', () => {
  const acrossHits = (result: SearchResult): Hit[] => result.hits.filter((hit) => hit.via !== null);

  test('a term of the term base finds the pages that say it in the other language, and says so', async () => {
    await t.client.terms.create({ primary: 'fine-tuning', secondary: '微调' });
    const found = acrossHits(await search('微調', { kinds: ['page'] }));
    expect(found.map((hit) => hit.id)).toContain(at(english, 1));
    const hit = found.find((each) => each.id === at(english, 1));
    expect(hit?.via).toMatchObject({ asked: '微調', found: 'fine-tuning', from: 'term' });
    expect(hit?.snippet.slice(...(hit.marks[0] ?? [0, 0]))).toBe('fine-tuning');
    expect(await pages('微调', { across: false })).toEqual([]);
  });

  test('pairs that agree on a word teach it', async () => {
    for (const [primary, secondary] of [
      ['A large backbone helps', '较大的骨干网络有帮助'],
      ['The backbone is frozen', '骨干网络被冻结'],
    ] as const)
      await t.client.findings.create({ paperId: chinese.paperId, primary, secondary });
    const result = await search('骨干网络', { kinds: ['page'] });
    expect(result.across).toMatchObject([{ asked: '骨干网络', found: 'backbone', from: 'finding' }]);
    expect(acrossHits(result).map((hit) => hit.id)).toEqual([at(english, 1)]);
  });

  test('a finding leads to the highlighted words that are its evidence', async () => {
    const finding = await t.client.findings.create({
      paperId: english.paperId,
      primary: 'It works',
      secondary: '效果显著',
    });
    const mark = await t.client.annotations.createFromQuote({
      sha256: english.sha256,
      page: 2,
      quote: 'pneumonia is found',
      finding: { id: finding.id, stance: 'supports' },
    });
    const hits = (await search('效果显著')).hits;
    expect(hits.map((hit) => hit.id)).toEqual([finding.id, mark.id]);
    expect(hits[1]?.via).toEqual({ asked: '效果显著', found: '', from: 'finding', id: finding.id });
  });
});

describe('keeping up', () => {
  const titles = async (query: string) =>
    (await t.client.search.query({ query, kinds: ['finding'] })).hits.map((hit) => hit.snippet);

  test('what was written a moment ago is found, edited, undone, removed and restored', async () => {
    const { id } = await t.client.findings.create({ primary: 'Quokkas smile' });
    expect(await titles('quokkas')).toEqual(['Quokkas smile']);
    await t.client.findings.edit({ id, side: 'primary', text: 'Wombats smile' });
    expect(await titles('quokkas')).toEqual([]);
    expect(await titles('wombats')).toEqual(['Wombats smile']);
    await t.client.findings.remove({ id });
    expect(await titles('wombats')).toEqual([]);
    await t.client.history.undo({});
    expect(await titles('wombats')).toEqual(['Wombats smile']);
  });

  test('a paper in the trash takes its pages and findings with it, and brings them back', async () => {
    const { total } = await search('ResNet50 OR zebrafish');
    expect(total).toBeGreaterThan(2);
    await t.client.papers.remove({ id: english.paperId });
    expect((await search('ResNet50')).total).toBe(0);
    expect((await search('zebrafish')).hits.map((hit) => hit.kind)).toEqual(['term']);
    await t.client.papers.restore({ id: english.paperId });
    expect((await search('ResNet50 OR zebrafish')).total).toBe(total);
  });

  test('an author, a tag or a survey changed later filters at once', async () => {
    await t.client.tags.add({ name: 'to read', kind: 'paper', targetIds: [english.paperId] });
    expect(await pages('ResNet50 tag:"to read"')).toEqual([at(english, 1)]);
    await t.client.papers.update({
      id: english.paperId,
      fields: { authors: [{ family: 'Kowalski', given: 'Łukasz' }] },
    });
    expect(await pages('ResNet50 author:lukasz')).toEqual([at(english, 1)]);
    expect(await pages('ResNet50 author:muller')).toEqual([]);
    await t.client.history.undo({});
    expect(await pages('ResNet50 author:muller')).toEqual([at(english, 1)]);
  });

  test('another spelling is taken only where nothing is found', async () => {
    const wrong = await search('pnuemonia', { kinds: ['page'] });
    expect(wrong.corrected).toBe('pneumonia');
    expect(wrong.hits.map((hit) => hit.id)).toContain(at(english, 2));
    expect((await search('pneumonia')).corrected).toBeNull();
  });

  test('a rebuilt index gives what it gave before', async () => {
    const before = await search('pneumonia OR 肺炎 OR reader*', { limit: 100 });
    const { jobId } = await t.client.search.rebuild({});
    const job = await t.client.jobs.wait({ id: jobId });
    expect(job.result).toMatchObject({ state: 'ready' });
    const after = await search('pneumonia OR 肺炎 OR reader*', { limit: 100 });
    expect(after.hits.map((hit) => hit.id).toSorted()).toEqual(before.hits.map((hit) => hit.id).toSorted());
    expect(after.total).toBe(before.total);
  });

  test('saved searches are kept by name, and can be taken back', async () => {
    await t.client.search.save({ name: 'Lungs', query: '肺炎 OR pneumonia' });
    const { id } = await t.client.search.save({ name: 'Lungs', query: '肺炎' });
    expect(await t.client.search.saved({})).toMatchObject([{ id, name: 'Lungs', query: '肺炎' }]);
    await t.client.search.unsave({ id });
    expect(await t.client.search.saved({})).toEqual([]);
    await t.client.history.undo({});
    expect(await t.client.search.saved({})).toHaveLength(1);
  });
});
