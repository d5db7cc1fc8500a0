// The survey's text and the library, each following the other.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Encoding } from './decode.ts';
import { encode } from './encode.ts';
import { openTestCore, type TestCore } from '../testing.ts';

const POST = `---
title: Reading slides
---
## Sparse clicks
> Paper: [Dense labels from sparse clicks](https://arxiv.org/pdf/1901.00001v2.pdf)

The authors show that
1. sparse clicks suffice for most organs; and
2. dense labels add little beyond 2% of Dice,
   even for the liver.

总的来说，这篇文章用很少的标注就得到了不错的结果。  

## Silent
> Paper: [Reader-level grading of moles](https://www.nature.com/articles/nature99999)

Nothing here is a list.

## Reference
1. Ren, Qi, et al. ["Dense labels from sparse clicks."](https://arxiv.org/pdf/1901.00001) IEEE Transactions on Labels 33.6 (2019): 1200-1211.
2. Foster, Ada, et al. ["Reader-level grading of moles."](https://www.nature.com/articles/nature99999) Nature 611.7 (2017): 115.
`;

let t: TestCore;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'glossa-two-way-'));
  t = await openTestCore();
});
afterEach(async () => {
  expect(t.bugs).toEqual([]);
  await t.end();
  rmSync(folder, { recursive: true, force: true });
});

const ticket = (content: string | Uint8Array): string => {
  const path = join(folder, 'post.md');
  writeFileSync(path, content);
  return t.core.admit([path])[0] ?? '';
};
const take = (content: string | Uint8Array) => t.client.surveys.import({ source: ticket(content), as: 'new' });
const bytesOf = async (id: string): Promise<Buffer> =>
  Buffer.from(await (await t.fetch(`/survey/${id}.md`)).arrayBuffer());
const textOf = async (id: string): Promise<string> => (await bytesOf(id)).toString();
const edit = async (id: string, change: (text: string) => string) => {
  const { text, revision } = await t.client.surveys.get({ id });
  return t.client.surveys.edit({ id, revision, text: change(text) });
};

describe('an edit in the library', () => {
  test('of a finding changes its stretch and nothing else, over several lines too', async () => {
    const { surveyId, findings } = await take(POST);
    await t.client.findings.edit({ id: findings[0]?.id ?? '', side: 'primary', text: 'few clicks suffice; and' });
    await t.client.findings.edit({
      id: findings[1]?.id ?? '',
      side: 'primary',
      text: 'dense labels add little beyond 2% of Dice,\neven for the spleen.\nA third line.',
    });
    expect(await textOf(surveyId)).toBe(
      POST.replace('sparse clicks suffice for most organs; and', 'few clicks suffice; and').replace(
        'even for the liver.',
        'even for the spleen.\n   A third line.',
      ),
    );
    await t.client.history.undo({});
    await t.client.history.undo({});
    expect(await textOf(surveyId)).toBe(POST);
  });

  test('of the other language stays out of the text; of a passage goes in', async () => {
    const { surveyId, findings, passages } = await take(POST);
    await t.client.findings.edit({ id: findings[0]?.id ?? '', side: 'secondary', text: '少量点击就够了；' });
    expect(await textOf(surveyId)).toBe(POST);
    await t.client.notes.editPassage({ id: passages[0]?.id ?? '', side: 'secondary', text: '很好。' });
    const expected = POST.replace('总的来说，这篇文章用很少的标注就得到了不错的结果。', '很好。');
    expect(await textOf(surveyId)).toBe(expected);
    const { text, blocks } = await t.client.surveys.get({ id: surveyId });
    expect(text).toBe(expected);
    expect(blocks.map(({ kind, start, end }) => [kind, text.slice(start, end).slice(0, 12)])).toContainEqual([
      'passage',
      '很好。',
    ]);
    expect(blocks.at(-1)).toMatchObject({ kind: 'reference', line: expected.trimEnd().split('\n').length });
  });

  test('of a paper’s fields changes what the stretches say of them', async () => {
    const { surveyId, papers } = await take(POST);
    const [dense, moles] = papers;
    await t.client.papers.update({
      id: dense?.id ?? '',
      fields: { title: 'Dense labels from few clicks', year: 2020, pages: '1200-1212', container: 'Labels' },
    });
    await t.client.papers.update({ id: moles?.id ?? '', fields: { authors: [{ family: 'Foster', given: 'Adele' }] } });
    expect(await textOf(surveyId)).toBe(
      POST.replaceAll('Dense labels from sparse clicks', 'Dense labels from few clicks')
        .replace('IEEE Transactions on Labels 33.6 (2019): 1200-1211', 'Labels 33.6 (2020): 1200-1212')
        .replace('Foster, Ada', 'Foster, Adele'),
    );
  });

  test('a paper merged into another changes no text: nobody edited what it says', async () => {
    const { surveyId, papers } = await take(POST);
    const kept = await t.client.papers.create({ title: 'Dense Labels, from Sparse Clicks', year: 1999 });
    await t.client.papers.merge({ id: kept.id, otherId: papers[0]?.id ?? '' });
    expect(await textOf(surveyId)).toBe(POST);
    expect((await t.client.papers.list({ surveyId })).map(({ id }) => id)).toContain(kept.id);
  });

  test('a new finding goes behind its siblings in their style; a removed one leaves no line', async () => {
    const { surveyId, findings, papers } = await take(POST);
    const paperId = papers[0]?.id ?? '';
    await t.client.findings.create({ paperId, surveyId, primary: 'clicks are cheap.' });
    await t.client.findings.create({ paperId, surveyId, primary: 'two lines\nof one.' });
    const grown = POST.replace(
      '   even for the liver.\n',
      '   even for the liver.\n3. clicks are cheap.\n4. two lines\n   of one.\n',
    );
    expect(await textOf(surveyId)).toBe(grown);
    await t.client.findings.remove({ id: findings[0]?.id ?? '' });
    expect(await textOf(surveyId)).toBe(grown.replace('1. sparse clicks suffice for most organs; and\n', ''));
    await t.client.findings.restore({ id: findings[0]?.id ?? '' });
    expect(await textOf(surveyId)).toBe(grown);
    await t.client.findings.create({ paperId: papers[1]?.id ?? '', surveyId, primary: 'moles can be graded.' });
    expect(await textOf(surveyId)).toBe(grown.replace('is a list.\n', 'is a list.\n\n- moles can be graded.\n'));
  });

  test('a finding made while reading is named as a gap, and put into the text when told to', async () => {
    const { surveyId, papers } = await take(POST);
    const made = await t.client.findings.create({ paperId: papers[0]?.id ?? '', primary: 'clicks are cheap.' });
    expect(await textOf(surveyId)).toBe(POST);
    expect(
      (await t.client.surveys.lint({ id: surveyId })).find(({ rule }) => rule === 'finding-not-in-text'),
    ).toMatchObject({ findingId: made.id, params: { place: 1 } });
    const { text } = await t.client.surveys.addFinding({ id: surveyId, findingId: made.id });
    expect(text).toBe(POST.replace('liver.\n', 'liver.\n3. clicks are cheap.\n'));
  });

  test('a new reference comes last, in the list’s own style', async () => {
    const { surveyId } = await take(POST);
    const { id } = await t.client.papers.create({
      title: 'Margins matter',
      authors: [{ family: 'Hill', given: 'Bo' }],
      year: 2012,
      container: 'Journal of Margins',
      volume: '3',
      issue: '1',
      pages: '1-9',
      doi: '10.1000/margins',
    });
    const { text } = await t.client.surveys.addReference({ id: surveyId, paperId: id });
    expect(text).toBe(
      `${POST}3. Hill, Bo. ["Margins matter."](https://doi.org/10.1000/margins) Journal of Margins 3.1 (2012): 1-9.\n`,
    );
    expect((await t.client.surveys.get({ id: surveyId })).blocks.at(-1)).toMatchObject({
      kind: 'reference',
      entityId: id,
    });
  });
});

describe('edit locality', () => {
  const ENDS = ['\n', '\r\n'] as const;
  const ENCODINGS: Encoding[] = ['utf-8', 'utf-8-bom', 'utf-16le', 'gb18030'];
  const MARKS: Partial<Record<Encoding, number[]>> = { 'utf-8-bom': [0xef, 0xbb, 0xbf], 'utf-16le': [0xff, 0xfe] };
  const words = fc.array(fc.constantFrom('alpha', 'beta', '伽马', 'x_1', '**delta**', '$e$'), {
    minLength: 1,
    maxLength: 6,
  });

  test('a change to one finding leaves all other bytes, in every encoding and with either line end', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...ENCODINGS),
        fc.constantFrom(...ENDS),
        fc.nat({ max: 1 }),
        fc.array(words, { minLength: 1, maxLength: 3 }),
        async (encoding, end, which, lines) => {
          const text = POST.replaceAll('\n', end);
          const bytes = Buffer.concat([Buffer.from(MARKS[encoding] ?? []), encode(text, encoding)]);
          const { surveyId, findings } = await take(bytes);
          expect((await bytesOf(surveyId)).equals(bytes)).toBe(true);
          const next = lines.map((line) => line.join(' ')).join('\n');
          await t.client.findings.edit({ id: findings[which]?.id ?? '', side: 'primary', text: next });
          const block = (
            [
              'sparse clicks suffice for most organs; and',
              `dense labels add little beyond 2% of Dice,${end}   even for the liver.`,
            ] as const
          )[which];
          const wanted = text.replace(block ?? '', () => next.split('\n').join(`${end}   `));
          expect(
            (await bytesOf(surveyId)).equals(
              Buffer.concat([Buffer.from(MARKS[encoding] ?? []), encode(wanted, encoding)]),
            ),
          ).toBe(true);
          await t.client.findings.edit({
            id: findings[which]?.id ?? '',
            side: 'primary',
            text: findings[which]?.primary ?? '',
          });
          expect((await bytesOf(surveyId)).equals(bytes)).toBe(true);
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('an edit of the Markdown', () => {
  test('keeps what is the same, follows what is alike, and puts what is gone into the trash', async () => {
    const { surveyId, findings, papers, passages } = await take(POST);
    const ids = findings.map(({ id }) => id);
    await t.client.findings.edit({ id: ids[0] ?? '', side: 'secondary', text: '少量点击就够了' });
    await edit(surveyId, (text) =>
      text
        .replace('## Sparse clicks\n', '## Sparse clicks\n\nAn opening.\n\n')
        .replace('sparse clicks suffice for most organs; and', 'sparse clicks suffice for nearly all organs.')
        .replace('2. dense labels add little beyond 2% of Dice,\n   even for the liver.\n', '')
        .replace('33.6 (2019)', '33.6 (2020)'),
    );
    const now = await t.client.findings.list({ surveyId });
    expect(now).toMatchObject([
      { id: ids[0], primary: 'sparse clicks suffice for nearly all organs.', secondary: '少量点击就够了' },
    ]);
    expect(await t.client.findings.list({ surveyId, trashed: true })).toMatchObject([{ id: ids[1] }]);
    expect((await t.client.papers.list({ surveyId })).map(({ id, year }) => [id, year])).toEqual([
      [papers[0]?.id, 2020],
      [papers[1]?.id, 2017],
    ]);
    expect((await t.client.notes.list({ surveyId }))[0]?.passages.map(({ id }) => id)).toContain(passages[0]?.id);
    await t.client.history.undo({});
    expect((await t.client.findings.list({ surveyId })).map(({ id }) => id)).toEqual(ids);
    expect(await textOf(surveyId)).toBe(POST);
  });

  test('is refused when the text changed meanwhile', async () => {
    const { surveyId, findings } = await take(POST);
    const { revision, text } = await t.client.surveys.get({ id: surveyId });
    await t.client.findings.edit({ id: findings[0]?.id ?? '', side: 'primary', text: 'other words' });
    await expect(t.client.surveys.edit({ id: surveyId, revision, text: `${text}x` })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  test('keeps the line ends of lines it leaves, and gives new ones the usual', async () => {
    const mixed = POST.replace('## Silent\n', '## Silent\r\n').replace('is a list.\n', 'is a list.\r\n');
    const { surveyId } = await take(mixed);
    await edit(
      surveyId,
      (text) => `${text.replaceAll('\r\n', '\n').replace('## Silent', '## Silent now')}A last line.\n`,
    );
    expect(await textOf(surveyId)).toBe(`${mixed.replace('## Silent', '## Silent now')}A last line.\n`);
  });

  test('after any run of edits, text and bindings are those of a fresh reading, and no finding is lost', async () => {
    const pieces = POST.split('\n');
    const change = fc.record({
      at: fc.nat({ max: pieces.length }),
      drop: fc.nat({ max: 2 }),
      put: fc.array(
        fc.constantFrom(
          '',
          '- a new claim of its own.',
          '1. another claim here',
          '一段新的评论，说明这篇文章。',
          '## Section',
          'Plain words.',
          '> quoted',
        ),
        { maxLength: 3 },
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const { surveyId } = await take(POST);
        const before = (await t.client.findings.list({})).map(({ id }) => id);
        for (const { at, drop, put } of changes)
          await edit(surveyId, (text) =>
            text
              .split('\n')
              .toSpliced(at, drop, ...put)
              .join('\n'),
          );
        const { text, blocks } = await t.client.surveys.get({ id: surveyId });
        expect(await textOf(surveyId)).toBe(text);
        const all = new Map(
          [...(await t.client.findings.list({})), ...(await t.client.findings.list({ trashed: true }))].map((each) => [
            each.id,
            each,
          ]),
        );
        for (const id of before) expect(all.has(id)).toBe(true);
        for (const { kind, entityId, start, end } of blocks) {
          if (kind !== 'finding') continue;
          const finding = all.get(entityId ?? '');
          expect(finding?.deletedAt).toBeNull();
          const said = text.slice(start, end).replace(/\s+/g, ' ').trim();
          expect([finding?.primary, finding?.secondary].map((side) => side?.replace(/\s+/g, ' '))).toContain(said);
        }
        await t.client.surveys.remove({ id: surveyId });
      }),
      { numRuns: 20 },
    );
  });
});
