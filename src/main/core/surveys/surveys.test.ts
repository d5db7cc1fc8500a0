import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SurveyImport } from '#shared/surveys.ts';
import { like, openTestCore, type TestCore } from '../testing.ts';

const POST = `---
title: "[CV] Reading Slides"
date: 2024-05-01 10:00:00
tags:
- Slides
---
## Introduction
本文收集一些论文。

## Sparse Clicks
> Paper: [Dense labels from sparse clicks](https://arxiv.org/pdf/1901.00001v2.pdf)

The authors show that
1. sparse clicks suffice for most organs; and
2. dense labels add little beyond 2% of Dice.

总的来说，这篇文章用很少的标注就得到了不错的结果。

## Silent
> Paper: [Reader-level grading of moles](https://www.nature.com/articles/nature99999.epdf?author_access_token=SECRET)

## Reference
1. Ren, Q., et al. ["Dense labels from sparse clicks."](https://arxiv.org/pdf/1901.00001) IEEE Transactions on Labels 33.6 (2019): 1200-1211.
2. Foster A, Bell R, et al. (2017) Reader-level grading of moles. Nature 611(7): 115-118. https://doi.org/10.1038/nature99999
3. Foster, Ada, et al. ["Reader-level grading of moles."](https://www.nature.com/articles/nature99999) Nature 611.7 (2017): 115.
4. Hill, Bo. "Margins matter." Journal of Margins 3.1 (2012): 1-9.
`;

let t: TestCore;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'glossa-survey-'));
  t = await openTestCore();
});
afterEach(async () => {
  expect(t.bugs).toEqual([]);
  await t.end();
  rmSync(folder, { recursive: true, force: true });
});

const ticket = (content: string | Uint8Array, name = 'post.md'): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return t.core.admit([path])[0] ?? '';
};
const take = (content: string | Uint8Array, name?: string): Promise<SurveyImport> =>
  t.client.surveys.import({ source: ticket(content, name) });
const exported = async (id: string): Promise<Buffer> =>
  Buffer.from(await (await t.fetch(`/survey/${id}.md`)).arrayBuffer());

describe('import', () => {
  test('gives works, findings, passages and references, merged by what they share', async () => {
    const found = await take(POST);
    expect(found).toMatchObject({ title: '[CV] Reading Slides', warnings: [] });
    expect(found.sections.map((section) => section.title)).toEqual([
      'Introduction',
      'Sparse Clicks',
      'Silent',
      'Reference',
    ]);
    expect(found.papers.map(({ title, created, lines }) => [title, created, lines])).toEqual([
      ['Dense labels from sparse clicks', true, [11, 23]],
      ['Reader-level grading of moles', true, [20, 24, 25]],
      ['Margins matter', true, [26]],
    ]);
    expect(found.merged).toEqual([
      { paperId: found.papers[0]?.id, lines: [11, 23], why: 'arxiv', by: ['arxiv'], inLibrary: null },
      { paperId: found.papers[1]?.id, lines: [20, 24, 25], why: 'doi', by: ['doi'], inLibrary: null },
    ]);
    expect(found.findings.map(({ paperId, primary, line }) => [paperId, primary, line])).toEqual([
      [found.papers[0]?.id, 'sparse clicks suffice for most organs; and', 14],
      [found.papers[0]?.id, 'dense labels add little beyond 2% of Dice.', 15],
    ]);
    expect(found.passages).toMatchObject([
      {
        paperId: found.papers[0]?.id,
        primary: '',
        secondary: '总的来说，这篇文章用很少的标注就得到了不错的结果。',
        line: 17,
      },
    ]);
    expect(found.references.map((reference) => reference.paperId)).toEqual(
      [0, 1, 1, 2].map((i) => found.papers[i]?.id),
    );
  });

  test('fills the papers from all their mentions', async () => {
    await take(POST);
    const papers = await t.client.papers.list({});
    expect(papers.map((paper) => paper.title)).toEqual([
      'Dense labels from sparse clicks',
      'Margins matter',
      'Reader-level grading of moles',
    ]);
    expect(papers[0]).toMatchObject({
      arxivId: '1901.00001',
      year: 2019,
      container: 'IEEE Transactions on Labels',
      citekey: 'renDenseLabelsSparse2019',
      findings: 2,
      passages: 1,
    });
    expect(await t.client.papers.get({ id: papers[0]?.id ?? '' })).toMatchObject({
      volume: '33',
      issue: '6',
      pages: '1200-1211',
    });
    expect(papers[2]).toMatchObject({
      doi: '10.1038/nature99999',
      authors: [
        { family: 'Foster', given: 'Ada' },
        { family: 'Bell', given: 'R' },
      ],
      year: 2017,
    });
    expect(papers[2]?.url).toContain('author_access_token=SECRET');
  });

  test('binds every stretch of the text to what it became', async () => {
    const { surveyId, findings, passages } = await take(POST);
    const { text, blocks } = await t.client.surveys.get({ id: surveyId });
    expect(text).toBe(POST);
    const slices = blocks.map((block) => [block.kind, block.line, text.slice(block.start, block.end).slice(0, 24)]);
    expect(slices).toEqual([
      ['paper', 11, 'Paper: [Dense labels fro'],
      ['finding', 14, 'sparse clicks suffice fo'],
      ['finding', 15, 'dense labels add little '],
      ['passage', 17, '总的来说，这篇文章用很少的标注就得到了不错的结果'],
      ['paper', 20, 'Paper: [Reader-level gra'],
      ['reference', 23, 'Ren, Q., et al. ["Dense '],
      ['reference', 24, 'Foster A, Bell R, et al.'],
      ['reference', 25, 'Foster, Ada, et al. ["Re'],
      ['reference', 26, 'Hill, Bo. "Margins matte'],
    ]);
    expect(blocks[1]?.entityId).toBe(findings[0]?.id);
    expect(blocks[3]?.entityId).toBe(passages[0]?.id);
  });

  test('keeps findings in the order of the text, with the words that lead in to them', async () => {
    const { surveyId } = await take(POST);
    const found = await t.client.findings.list({ surveyId });
    expect(found.map(({ primary, context, position }) => [primary.slice(0, 6), context, position])).toEqual([
      ['sparse', 'The authors show that', 1],
      ['dense ', 'The authors show that', 2],
    ]);
  });

  test('lists findings of several papers in the order of the text', async () => {
    const section = (n: number): string =>
      `## Part ${n}\n> Paper: [A long title of work number ${n}](https://a.org/${n})\n\n- Claim ${n} first.\n- Claim ${n} second.\n\n`;
    const { surveyId } = await take(section(1) + section(2) + section(3));
    const found = await t.client.findings.list({ surveyId });
    expect(found.map(({ primary }) => primary)).toEqual(
      [1, 2, 3].flatMap((n) => [`Claim ${n} first.`, `Claim ${n} second.`]),
    );
  });

  test('is one undo step, and can be done again', async () => {
    const { surveyId } = await take(POST);
    expect((await t.client.history.state({})).undo).toMatchObject({
      label: 'survey.import',
      subject: '[CV] Reading Slides',
      place: { surveyId },
    });
    await t.client.history.undo({});
    expect(await t.client.surveys.list({})).toEqual([]);
    expect(await t.client.papers.list({})).toEqual([]);
    expect(await t.client.findings.list({})).toEqual([]);
    expect(await t.client.notes.list({})).toEqual([]);
    await t.client.history.redo({});
    expect(await t.client.surveys.list({})).toMatchObject([{ id: surveyId, papers: 3, findings: 2 }]);
    expect((await exported(surveyId)).toString()).toBe(POST);
  });

  test('the very same bytes give the survey that is there, and write nothing', async () => {
    const first = await take(POST);
    const again = await take(POST, 'copy.md');
    expect(again).toEqual({ ...first, papers: first.papers.map((paper) => ({ ...paper, created: false })) });
    expect(await t.client.surveys.list({})).toHaveLength(1);
    expect(await t.client.papers.list({})).toHaveLength(3);
    await t.client.history.undo({});
    expect((await t.client.history.state({})).undo).toBeNull();
  });

  test('the same bytes bring a survey back from the trash', async () => {
    const { surveyId } = await take(POST);
    await t.client.surveys.remove({ id: surveyId });
    expect(await t.client.surveys.list({})).toEqual([]);
    expect(await t.client.surveys.list({ trashed: true })).toHaveLength(1);
    expect((await take(POST)).surveyId).toBe(surveyId);
    expect(await t.client.surveys.list({})).toHaveLength(1);
  });

  test('a later revision finds its papers, findings and passages again', async () => {
    const first = await take(POST);
    const later = await take(
      POST.replace('2024-05-01', '2024-06-01').replace('\n## Silent', '\n补充一点：代码已经开源。\n\n## Silent'),
    );
    expect(later.papers.map(({ id, created }) => [id, created])).toEqual(first.papers.map(({ id }) => [id, false]));
    expect(later.findings.map(({ id }) => id)).toEqual(first.findings.map(({ id }) => id));
    expect(later.passages[0]?.id).toBe(first.passages[0]?.id);
    expect(later.revisionOf).toMatchObject({ surveyId: first.surveyId, by: 'title', added: 1, changed: 0, removed: 0 });
    expect(later.surveyId).toBe(first.surveyId);
    expect(await t.client.surveys.list({})).toHaveLength(1);
    expect((await t.client.papers.list({})).length).toBe(3);
    expect((await t.client.notes.list({}))[0]?.passages).toHaveLength(2);
  });

  test('fills a paper of the library, but changes nothing the user wrote', async () => {
    await t.client.papers.create({
      title: 'Dense Labels from Sparse Clicks.',
      year: 2018,
      authors: [{ family: 'Ren', given: 'Qi' }],
    });
    await t.client.papers.create({ title: 'Something else entirely, by one', doi: '10.1038/nature99999' });
    const found = await take(POST);
    expect(found.papers.map(({ created }) => created)).toEqual([false, false, true]);
    const papers = await t.client.papers.list({});
    expect(papers).toHaveLength(3);
    expect(papers[0]).toMatchObject({
      title: 'Dense Labels from Sparse Clicks.',
      year: 2018,
      arxivId: '1901.00001',
    });
    expect((await t.client.papers.get({ id: papers[0]?.id ?? '' })).volume).toBe('33');
  });

  test('an identifier of another paper is left out with a warning, not fought over', async () => {
    const title = 'One work under two identifiers';
    await t.client.papers.create({ title, doi: '10.1000/one' });
    await t.client.papers.create({ title: 'Quite another thing', arxivId: '2001.00001' });
    const found = await take(
      `## Reference\n1. Lee, Ann. "${title}." Notes 1 (2020): 1-2. https://doi.org/10.1000/one arXiv:2001.00001\n`,
    );
    expect(found.warnings).toMatchObject([{ line: 2, message: like(/2001\.00001/) as string }]);
    expect(await t.client.papers.list({})).toMatchObject([
      { title, arxivId: null, doi: '10.1000/one' },
      { arxivId: '2001.00001' },
    ]);
  });
});

describe('preview', () => {
  test('says the same as the import and writes nothing', async () => {
    const source = ticket(POST);
    const preview = await t.client.surveys.preview({ source });
    expect(await t.client.papers.list({})).toEqual([]);
    expect((await t.client.history.state({})).undo).toBeNull();
    const found = await t.client.surveys.import({ source });
    const bare = (report: SurveyImport): unknown =>
      JSON.parse(JSON.stringify(report).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id'));
    expect(bare(preview)).toEqual(bare(found));
  });
});

describe('files', () => {
  test.each([
    ['a missing file', () => t.core.admit([join(folder, 'none.md')])[0] ?? '', 'bad_input', 'none.md'],
    ['a folder', () => t.core.admit([folder])[0] ?? '', 'bad_input', 'folder'],
    ['a PDF', () => ticket('%PDF-1.7 text', 'a.pdf'), 'refused', 'PDF'],
    [
      'an image',
      () =>
        ticket(
          new Uint8Array(4000).map((_, i) => (i * 31) % 9),
          'a.png',
        ),
      'refused',
      'not text',
    ],
    ['a used ticket', () => 'nothing', 'bad_input', 'no longer at hand'],
  ])('%s is refused in plain words', async (_name, source, code, words) => {
    await expect(t.client.surveys.import({ source: source() })).rejects.toMatchObject({
      code,
      message: expect.stringContaining(words) as string,
    });
    expect(await t.client.surveys.list({})).toEqual([]);
  });

  test('an empty file is a survey without anything', async () => {
    expect(await take('')).toMatchObject({ title: 'post', papers: [], findings: [], references: [] });
  });

  test('an upload is removed once it was taken in', async () => {
    const response = await t.fetch('/upload?name=%E7%BB%BC%E8%BF%B0.md', { method: 'POST', body: POST });
    const { source } = (await response.json()) as { source: string };
    const { surveyId } = await t.client.surveys.import({ source });
    expect(await t.client.surveys.get({ id: surveyId })).toMatchObject({ fileName: '综述.md' });
    await expect(t.client.surveys.preview({ source })).rejects.toMatchObject({ code: 'bad_input' });
  });
});

describe('export', () => {
  test('gives the bytes that came, whatever their encoding, line ends and trailing spaces', async () => {
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(POST.replaceAll('\n', '\r\n'), 'utf16le')]);
    const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(`${POST}\r\n \t\n\r`)]);
    const chinese = Buffer.concat([
      Buffer.from('# '),
      Buffer.from([0xd2, 0xbd, 0xd1, 0xa7, 0xcd, 0xbc, 0xcf, 0xf1]),
      Buffer.from(' \n'),
    ]);
    for (const bytes of [wide, marked, chinese, Buffer.from(`${POST}\u0000`)]) {
      const { surveyId } = await take(bytes);
      expect((await exported(surveyId)).equals(bytes)).toBe(true);
    }
    expect((await t.client.surveys.list({})).map(({ title }) => title)).toContain('医学图像');
  });

  test('gives any bytes back, after a restart too', async () => {
    const kept: [string, Buffer][] = [];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...POST.split('\n'), '\r', '```', '$$', '> ', '\t- x', '1) y'), { maxLength: 25 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        async (lines, end) => {
          const bytes = Buffer.from(lines.join(end));
          const { surveyId } = await t.client.surveys.import({ source: ticket(bytes), as: 'new' });
          kept.push([surveyId, bytes]);
        },
      ),
      { numRuns: 25 },
    );
    t = await t.reopen();
    for (const [id, bytes] of kept) expect((await exported(id)).equals(bytes)).toBe(true);
  });

  test('an unknown survey is not found', async () => {
    expect((await t.fetch('/survey/01a20671-02f1-7690-a7e2-724da1c507b3.md')).status).toBe(404);
    await expect(t.client.surveys.get({ id: '01a20671-02f1-7690-a7e2-724da1c507b3' })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
