// What a survey lacks, its file on disk, and imports set right before they are written.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { column, makePdf } from '../files/extract/test-pdf.ts';
import { openTestCore, type TestCore } from '../testing.ts';

const POST = `# Reading slides

## Sparse clicks
> Paper: [Dense labels from sparse clicks](https://arxiv.org/pdf/1901.00001)

The authors show that, as others do [2] and [9],
- sparse clicks suffice.

## Silent
> Paper: [A work that no list has](https://www.nature.com/articles/nature99998)

As [a talk](https://openreview.net/forum?id=abc) says.

## Reference
1. Ren, Qi. ["Dense labels from sparse clicks."](https://arxiv.org/pdf/1901.00001) IEEE Transactions on Labels 33.6 (2019): 1200-1211.
2. Foster, Ada. "Reader-level grading of moles." Nature 611.7 (2017): 115. https://doi.org/10.1038/nature99999
3. Ren, Qi. ["Dense labels from sparse clicks."](https://arxiv.org/abs/1901.00001) arXiv preprint (2019).
4. ???
5. Hill, Bo. "Margins matter a lot." Journal of Margins 3.1 (2012): 1-9.
`;

let t: TestCore;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'glossa-care-'));
  t = await openTestCore();
});
afterEach(async () => {
  expect(t.bugs).toEqual([]);
  await t.end();
  rmSync(folder, { recursive: true, force: true });
});

const place = (): string => join(folder, 'post.md');
const ticket = (content: string): string => {
  writeFileSync(place(), content);
  return t.core.admit([place()])[0] ?? '';
};
const take = (content: string) => t.client.surveys.import({ source: ticket(content) });
const lint = async (id: string) => (await t.client.surveys.lint({ id })).map(({ rule, line }) => `${line} ${rule}`);

describe('lint', () => {
  test('names each gap with its line and what it is about, in the order of the text', async () => {
    const { surveyId, papers, findings } = await take(POST);
    expect(await lint(surveyId)).toEqual([
      '4 paper-without-pdf',
      '6 number-without-reference',
      '7 finding-without-evidence',
      '7 side-missing',
      '10 paper-without-pdf',
      '10 discussed-not-cited',
      '12 discussed-not-cited',
      '12 side-missing',
      '15 reference-never-numbered',
      '16 paper-without-pdf',
      '17 reference-duplicate',
      '17 reference-never-numbered',
      '18 reference-dead',
      '18 reference-never-numbered',
      '19 paper-without-pdf',
      '19 cited-not-discussed',
      '19 reference-never-numbered',
    ]);
    const found = await t.client.surveys.lint({ id: surveyId });
    expect(found[0]).toMatchObject({ paperId: papers[0]?.id, params: { title: 'Dense labels from sparse clicks' } });
    expect(found[2]).toMatchObject({ findingId: findings[0]?.id });
    expect(found.find(({ rule }) => rule === 'reference-duplicate')?.params).toMatchObject({ other: 15 });
  });

  test('lets go of what was cured: a PDF, evidence, the other language, a reference', async () => {
    const { surveyId, papers, findings } = await take(POST);
    const pdf = join(folder, 'a.pdf');
    writeFileSync(
      pdf,
      makePdf({ pages: [{ pieces: column(['Sparse clicks suffice for most.', 'Notes do too.'], 50, 700) }] }),
    );
    const [file] = await t.importPdfs([pdf], papers[0]?.id);
    expect(await lint(surveyId)).toContain('4 paper-unread');
    const [findingId, sha256] = [findings[0]?.id ?? '', file?.sha256 ?? ''];
    const mark = await t.client.annotations.createFromQuote({ sha256, page: 1, quote: 'Sparse clicks suffice' });
    await t.client.findings.link({ findingId, annotationId: mark.id });
    await t.client.findings.edit({ id: findingId, side: 'secondary', text: '少量点击就够了' });
    await t.client.surveys.addReference({ id: surveyId, paperId: papers[1]?.id ?? '' });
    const now = await lint(surveyId);
    for (const gone of [
      '4 paper-unread',
      '4 paper-without-pdf',
      '7 finding-without-evidence',
      '7 side-missing',
      '10 discussed-not-cited',
    ])
      expect(now).not.toContain(gone);
  });
});

describe('a linked file', () => {
  const state = async (id: string) => (await t.client.surveys.file({ id }))?.state;
  const findingOf = async (surveyId: string) => (await t.client.findings.list({ surveyId }))[0]?.id ?? '';

  test('changed outside is set side by side, taken in, and written back; neither side is overwritten unseen', async () => {
    const { surveyId } = await take(POST);
    await t.client.surveys.link({ id: surveyId, source: ticket(POST) });
    expect(await state(surveyId)).toBe('same');
    const id = await findingOf(surveyId);
    await t.client.findings.edit({ id, side: 'primary', text: 'sparse clicks are enough.' });
    expect(await state(surveyId)).toBe('here');
    const outside = POST.replace('## Silent', '## Silent now').replace('As [a talk]', 'As [the talk]');
    writeFileSync(place(), outside);
    const file = await t.client.surveys.file({ id: surveyId });
    expect(file?.state).toBe('both');
    expect(
      file?.chunks.filter(({ kind }) => kind !== 'same').map(({ kind, mine, theirs }) => [kind, mine, theirs]),
    ).toEqual([
      ['mine', '- sparse clicks are enough.\n', '- sparse clicks suffice.\n'],
      ['theirs', '## Silent\n', '## Silent now\n'],
      [
        'theirs',
        'As [a talk](https://openreview.net/forum?id=abc) says.\n',
        'As [the talk](https://openreview.net/forum?id=abc) says.\n',
      ],
    ]);
    const { revision } = await t.client.surveys.get({ id: surveyId });
    const seen = file?.seen ?? '';
    await expect(t.client.surveys.push({ id: surveyId, revision, seen })).rejects.toMatchObject({ code: 'conflict' });
    expect(readFileSync(place(), 'utf8')).toBe(outside);
    const text = (file?.chunks ?? []).map(({ kind, mine, theirs }) => (kind === 'theirs' ? theirs : mine)).join('');
    const pulled = await t.client.surveys.pull({ id: surveyId, revision, seen, text });
    const both = outside.replace('sparse clicks suffice.', 'sparse clicks are enough.');
    expect(pulled.text).toBe(both);
    expect(await findingOf(surveyId)).toBe(id);
    expect(await state(surveyId)).toBe('here');
    await t.client.surveys.push({ id: surveyId, revision: pulled.revision, seen });
    expect(readFileSync(place(), 'utf8')).toBe(both);
    expect(await state(surveyId)).toBe('same');
  });

  test('that changed since it was looked at is not written over, and one that is gone is said to be gone', async () => {
    const { surveyId } = await take(POST);
    await t.client.surveys.link({ id: surveyId, source: ticket(POST) });
    await t.client.findings.edit({ id: await findingOf(surveyId), side: 'primary', text: 'other words here.' });
    const { revision } = await t.client.surveys.get({ id: surveyId });
    const seen = (await t.client.surveys.file({ id: surveyId }))?.seen ?? '';
    writeFileSync(place(), `${POST}more\n`);
    await expect(t.client.surveys.push({ id: surveyId, revision, seen })).rejects.toMatchObject({ code: 'conflict' });
    rmSync(place());
    expect(await state(surveyId)).toBe('gone');
    await expect(t.client.surveys.push({ id: surveyId, revision, seen })).rejects.toMatchObject({ code: 'not_found' });
    expect(existsSync(place())).toBe(false);
  });

  test('is never an upload', async () => {
    const { surveyId } = await take(POST);
    const response = await t.fetch('/upload?name=post.md', { method: 'POST', body: POST });
    const { source } = (await response.json()) as { source: string };
    await expect(t.client.surveys.link({ id: surveyId, source })).rejects.toMatchObject({ code: 'refused' });
  });

  test('imported again is recognised, with what was edited here kept', async () => {
    const { surveyId } = await take(POST);
    await t.client.surveys.link({ id: surveyId, source: ticket(POST) });
    const id = await findingOf(surveyId);
    await t.client.findings.edit({ id, side: 'primary', text: 'sparse clicks are enough.' });
    const again = await take(
      POST.replace('# Reading slides', '# Quite another title').replace('1200-1211', '1200-1212'),
    );
    expect(again).toMatchObject({ surveyId, revisionOf: { by: 'file', conflicts: 0 } });
    expect(again.findings).toMatchObject([{ id, primary: 'sparse clicks are enough.' }]);
    const [paper] = await t.client.papers.list({ surveyId });
    expect((await t.client.papers.get({ id: paper?.id ?? '' })).pages).toBe('1200-1212');
  });
});

describe('an import set right', () => {
  const LIST = `# List

## One
> Paper: [Learning to read margins with networks](https://a.org/1)

Some words about it.

- a claim

## References
1. Hill, Bo. "Learning to read margins with networks." Notes 1 (2020): 1-2.
2. Hill, Bo. "Learning to read the margins with networks." Notes 1 (2021): 1-2.
`;

  test('drops a wrong merge and takes a proposed one', async () => {
    const source = ticket(LIST);
    const first = await t.client.surveys.preview({ source });
    expect(first.merged).toMatchObject([{ lines: [4, 11], by: ['title'] }]);
    expect(first.proposals).toMatchObject([{ line: 12, why: 'near-title' }]);
    const corrections = [
      { do: 'split' as const, line: 4 },
      { do: 'join' as const, line: 12, withLine: 11 },
    ];
    const next = await t.client.surveys.preview({ source, corrections });
    expect(next.papers.map(({ lines }) => lines)).toEqual([[4], [11, 12]]);
    expect(next.merged).toMatchObject([{ lines: [11, 12], by: ['user'] }]);
    expect(next.proposals).toEqual([]);
    await t.client.surveys.import({ source, corrections });
    expect(await t.client.papers.list({})).toHaveLength(2);
    // And stays so when the text is read again.
    const [survey] = await t.client.surveys.list({});
    const { text, revision } = await t.client.surveys.get({ id: survey?.id ?? '' });
    await t.client.surveys.edit({ id: survey?.id ?? '', revision, text: text.replace('Some words', 'Few words') });
    expect(await t.client.papers.list({})).toHaveLength(2);
  });

  test('changes what a line is', async () => {
    const source = ticket(
      LIST.replace('Some words about it.', 'Some words about it.\n\nAnother title that is a paper of its own'),
    );
    const corrections = [
      { do: 'as' as const, line: 6, kind: 'finding' as const },
      { do: 'as' as const, line: 8, kind: 'paper' as const },
      { do: 'as' as const, line: 10, kind: 'none' as const },
    ];
    const found = await t.client.surveys.import({ source, corrections });
    expect(found.findings.map(({ primary }) => primary)).toEqual(['Some words about it.']);
    expect(found.papers.map(({ title }) => title)).toContain('Another title that is a paper of its own');
    expect(found.blocks.find(({ line }) => line === 6)?.as).toBe('finding');
  });

  test('a library’s paper of nearly the same title is proposed, and can be taken', async () => {
    const known = await t.client.papers.create({ title: 'Learning to read margin with networks' });
    const source = ticket(LIST);
    const [proposal] = (await t.client.surveys.preview({ source })).proposals.filter(({ paperId }) => paperId !== null);
    expect(proposal).toMatchObject({ paperId: known.id, why: 'near-title' });
    const found = await t.client.surveys.import({
      source,
      corrections: [{ do: 'join', line: proposal?.line ?? 0, paperId: known.id }],
    });
    expect(found.papers[0]).toMatchObject({ id: known.id, created: false });
  });
});
