// Suggested evidence on PDFs made here: two columns, words cut at line ends.
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Suggestion } from '#shared/findings.ts';
import { makePdf, type TestPage } from '../../files/extract/test-pdf.ts';
import { openTestCore, type TestCore } from '../../testing.ts';
import { twoColumns } from './two-columns.ts';

const dir = mkdtempSync(join(tmpdir(), 'glossa-suggest-'));
afterAll(() => rmSync(dir, { recursive: true }));
let t: TestCore;
beforeEach(async () => {
  t = await openTestCore();
});
afterEach(async () => {
  expect(t.bugs).toEqual([]);
  await t.end();
});

const STATEMENTS = [
  'readers who kept a bilingual glossary understood unfamiliar terminology considerably faster than readers without one;',
  'the benefit of side-by-side translation disappeared whenever participants had to remember the original formulation;',
  'annotations written immediately after reading were remembered for approximately three weeks longer than later ones; and',
  'neither coloured highlighting nor underlining influenced comprehension among experienced researchers.',
];
/** The first two as they are, the others with small edits. */
const PRINTED = [
  ...STATEMENTS.slice(0, 2),
  'annotations that were written immediately after reading were remembered approximately three weeks longer than the later ones; and',
  'neither colored highlighting nor underlining had influenced comprehension among experienced researchers.',
];
const UNRELATED = [
  'The committee approved the budget for the renovation of the western greenhouse.',
  'Rainfall in the upper valley exceeded the seasonal average by a wide margin.',
  'Copper alloys were annealed under argon before the tensile measurements.',
  'Every household received a leaflet that explained the new recycling calendar.',
  'The orchestra rehearsed the second movement without the first violins.',
  'Migrating storks rest on the sandbanks north of the estuary.',
  'A pendulum clock loses time when the temperature of the room rises.',
  'The shipment of ceramic tiles was delayed at the northern harbour.',
  'Our bakery grinds the rye for its bread twice a week.',
  'Members voted to move the annual chess tournament to the old library.',
];
const FILLER =
  'This section describes the general setting of the investigation and the circumstances under which all of the material was gathered by the team.';

const paper = (statements: readonly string[]): TestPage[] =>
  twoColumns([
    FILLER,
    ...UNRELATED.slice(0, 5),
    ...statements.flatMap((statement, index) => [
      `Our experiments demonstrated that ${statement}`,
      UNRELATED[5 + index] ?? '',
    ]),
    FILLER,
    UNRELATED[9] ?? '',
  ]);

let serial = 0;
async function take(pages: TestPage[], paperId?: string): Promise<{ sha256: string; paperId: string }> {
  const path = join(dir, `${++serial}.pdf`);
  writeFileSync(path, makePdf({ pages }));
  const [file] = await t.importPdfs([path], paperId);
  return { sha256: file?.sha256 ?? '', paperId: file?.paperId ?? '' };
}

/** The letters of a text, in one case: what is left when line ends and hyphens do not matter. */
const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

/** The letters printed within the rectangles of a suggestion: Courier 10 is 6 points wide. */
const under = (pages: readonly TestPage[], { ranges }: Suggestion): string =>
  letters(
    ranges
      .flatMap(({ page, rects }) =>
        rects.map(([x1, y1, x2, y2]) => {
          const line = pages[page - 1]?.pieces.find(
            ({ x, y, text }) => y > y1 - 1 && y < y2 && x1 >= x - 1 && x2 <= x + text.length * 6 + 1,
          );
          return line ? line.text.slice(Math.round((x1 - line.x) / 6), Math.round((x2 - line.x) / 6)) : ' nothing ';
        }),
      )
      .join(''),
  );

function expectAtItsWords(pages: readonly TestPage[], found: Suggestion | undefined, printed: string): void {
  expect(found?.kind).toMatch(/exact|near/);
  if (found) expect(under(pages, found)).toBe(letters(printed));
}

const suggest = (findingId: string) => t.client.findings.suggest({ findingId });
const quotes = (found: readonly Suggestion[]): Suggestion[] => found.filter(({ kind }) => kind !== 'ranked');

test('four statements in two hyphenated columns are found at their words, and nothing unrelated is taken for a quote', async () => {
  const pages = paper(PRINTED);
  expect(pages.flatMap(({ pieces }) => pieces).filter(({ text }) => text.endsWith('-')).length).toBeGreaterThan(4);
  const { paperId, sha256 } = await take(pages);
  for (const [index, primary] of STATEMENTS.entries()) {
    const { id } = await t.client.findings.create({ paperId, primary });
    const found = await suggest(id);
    expect(quotes(found)).toHaveLength(1);
    expect(found[0]).toMatchObject({ kind: index < 2 ? 'exact' : 'near', sha256, paperId, side: 'primary' });
    expectAtItsWords(pages, found[0], PRINTED[index] ?? '');
    for (const { kind, score } of found.slice(1)) expect(kind === 'ranked' && score < 0.8).toBe(true);
  }
});

test('what only looks alike is no quote: another number, a negation, an opposite', async () => {
  const { paperId } = await take(
    twoColumns([
      'The treatment reduced the error rate by 24 percent in the second cohort of patients.',
      'Longer training did not improve the stability of the learned representation in practice.',
      'The accuracy was higher with pretraining than without it on every tested collection.',
    ]),
  );
  for (const primary of [
    'The treatment reduced the error rate by 42 percent in the second cohort of patients.',
    'Longer training did improve the stability of the learned representation in practice.',
    'The accuracy was lower with pretraining than without it on every tested collection.',
  ]) {
    const { id } = await t.client.findings.create({ paperId, primary });
    const found = await suggest(id);
    expect(quotes(found)).toEqual([]);
    expect(found[0]?.kind).toBe('ranked');
  }
});

test('ten unrelated claims find no quote', async () => {
  const { paperId } = await take(paper(PRINTED).slice(0, 1));
  const own =
    'A claim about glaciers, the price of wool, the tuning of pianos, the habits of bees or the rules of chess'
      .split(/, | or /)
      .flatMap((words) => [
        `${words} holds in general.`,
        `It was long believed that ${words.toLowerCase()} could change.`,
      ]);
  expect(own).toHaveLength(10);
  for (const primary of own) {
    const { id } = await t.client.findings.create({ paperId, primary });
    expect(quotes(await suggest(id))).toEqual([]);
  }
});

describe('a finding in one language', () => {
  test('finds passages in the other through its other side, and through the term base', async () => {
    const { paperId } = await take([
      {
        pieces: [
          '微调后的卷积网络在小样本上更加稳健。',
          '天气在周末变得十分炎热。',
          '图书馆从下周起改为九点开门。',
        ].map((text, index) => ({ text, x: 50, y: 700 - index * 40, font: 'F5' as const })),
      },
    ]);
    const both = await t.client.findings.create({
      paperId,
      primary: 'Fine-tuned networks are more robust with little data.',
      secondary: '微调后的卷积网络在小样本上更加稳健',
    });
    expect((await suggest(both.id))[0]).toMatchObject({ kind: 'exact', side: 'secondary' });
    const english = await t.client.findings.create({ paperId, primary: both.primary });
    expect(await suggest(english.id)).toEqual([]);
    await t.client.terms.create({ primary: 'fine-tuned', secondary: '微调' });
    await t.client.terms.create({
      primary: 'robust',
      secondary: '鲁棒',
      aliases: [{ side: 'secondary', text: '稳健', status: 'admitted' }],
    });
    const [found] = await suggest(english.id);
    expect(found).toMatchObject({ kind: 'ranked', quote: '微调后的卷积网络在小样本上更加稳健。' });
    expect(found?.via.toSorted()).toEqual(['微调', '稳健'].toSorted());
  });
});

test('a passage that was taken or turned down is not suggested again, until that is taken back', async () => {
  const { paperId } = await take(paper(PRINTED));
  const { id: findingId } = await t.client.findings.create({ paperId, primary: STATEMENTS[0] ?? '' });
  const [best] = await suggest(findingId);
  const passage = { findingId, sha256: best?.sha256 ?? '', ranges: best?.ranges ?? [] };
  await t.client.findings.dismiss(passage);
  expect(quotes(await suggest(findingId))).toEqual([]);
  await t.client.history.undo({});
  expect((await suggest(findingId))[0]).toEqual(best);
  await t.client.findings.dismiss(passage);
  await t.client.findings.dismiss({ ...passage, isBack: true });
  expect((await suggest(findingId))[0]).toEqual(best);
  const { evidence } = await t.client.findings.accept(passage);
  expect(evidence).toMatchObject([{ quote: best?.quote }]);
  expect(quotes(await suggest(findingId))).toEqual([]);
  await t.client.history.undo({});
  expect((await suggest(findingId))[0]).toEqual(best);
});

test('a claim of another paper is found when the whole library is looked through', async () => {
  await take(paper(PRINTED));
  const { id } = await t.client.papers.create({ title: 'Another paper' });
  const other = await take(twoColumns([FILLER, ...UNRELATED.slice(0, 2)]), id);
  const { id: findingId } = await t.client.findings.create({ paperId: other.paperId, primary: STATEMENTS[0] ?? '' });
  expect(quotes(await suggest(findingId))).toEqual([]);
  const { jobId } = await t.client.findings.suggestInLibrary({ findingId });
  const job = await t.client.jobs.wait({ id: jobId });
  expect(job.state).toBe('done');
  expect((job.result as Suggestion[])[0]).toMatchObject({ kind: 'exact' });
});

/** A survey of one paper and these claims; gives the paper's id. */
async function survey(claims: readonly string[]): Promise<string> {
  const path = join(dir, `${++serial}.md`);
  const list = claims.map((claim, index) => `${index + 1}. ${claim}`).join('\n');
  writeFileSync(
    path,
    `# Reading\n\n## Notes\n> Paper: [Bilingual notes](https://example.org/notes)\n\nWe found that\n${list}\n`,
  );
  const [source = ''] = t.core.admit([path]);
  const taken = await t.client.surveys.import({ source });
  expect(taken.findings).toHaveLength(claims.length);
  return taken.papers[0]?.id ?? '';
}

const offers = async (paperId: string) => t.client.findings.offers({ paperId });

describe('when a PDF and the findings of a survey come together', () => {
  test('they are looked for by themselves and offered, also when the survey came later or the program ended between', async () => {
    const pages = paper(PRINTED);
    const paperId = await survey(STATEMENTS);
    await take(pages, paperId);
    await expect.poll(async () => (await offers(paperId)).length, { timeout: 10_000 }).toBe(4);
    const waiting = await offers(paperId);
    for (const [index, { suggestions }] of waiting.entries()) {
      expectAtItsWords(pages, suggestions[0], PRINTED[index] ?? '');
      expect(quotes(suggestions)).toHaveLength(1);
    }
    const [first] = waiting;
    const [best] = first?.suggestions ?? [];
    await t.client.findings.accept({
      findingId: first?.findingId ?? '',
      sha256: best?.sha256 ?? '',
      ranges: best?.ranges ?? [],
    });
    const rest = async () => (await offers(paperId)).flatMap(({ suggestions }) => quotes(suggestions));
    expect(await rest()).toHaveLength(3);
    t = await t.reopen();
    expect(await rest()).toHaveLength(3);
    await t.client.history.undo({});
    expect(await rest()).toHaveLength(4);
  });
});

const corpus = process.env['GLOSSA_CORPUS'];
const seedDir = join(corpus ?? '', 'surveys/seed');

test.skipIf(corpus === undefined || !existsSync(seedDir))(
  'the four findings of the seed survey are found in a two-column PDF made of them (set GLOSSA_CORPUS to the corpus)',
  async () => {
    const [name = ''] = readdirSync(seedDir);
    const [source = ''] = t.core.admit([join(seedDir, name)]);
    const { findings, surveyId } = await t.client.surveys.import({ source });
    expect(findings).toHaveLength(4);
    const stated = (await t.client.findings.list({ surveyId })).map(({ primary, secondary }) => primary || secondary);
    const pages = paper(stated);
    const paperId = findings[0]?.paperId ?? '';
    await take(pages, paperId);
    await expect.poll(async () => (await offers(paperId)).length, { timeout: 10_000 }).toBe(4);
    for (const { findingId, suggestions } of await offers(paperId)) {
      const { primary, secondary } = await t.client.findings.get({ id: findingId });
      expectAtItsWords(pages, suggestions[0], primary || secondary);
      expect(quotes(suggestions)).toHaveLength(1);
    }
    for (const primary of UNRELATED.map((sentence) => sentence.split(' ').toReversed().join(' '))) {
      const { id } = await t.client.findings.create({ paperId, primary });
      expect(quotes(await suggest(id))).toEqual([]);
    }
  },
);
