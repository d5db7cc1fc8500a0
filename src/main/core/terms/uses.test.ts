import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findForms, formsOf } from '#shared/term-forms.ts';
import type { Alias } from '#shared/terms.ts';
import { column, makePdf } from '../files/extract/test-pdf.ts';
import { openTestCore, type TestCore } from '../testing.ts';

const dir = mkdtempSync(join(tmpdir(), 'glossa-uses-'));
let t: TestCore;
let paperId: string;
beforeAll(async () => {
  t = await openTestCore();
  const path = join(dir, 'a.pdf');
  const lines = ['Here the fine-', 'tuning of glosses begins; glossy paper', 'and a Gloss are two things.'];
  writeFileSync(
    path,
    makePdf({ pages: [{ pieces: column(lines, 50, 700) }, { pieces: column(['Nothing is here.'], 50, 700) }] }),
  );
  paperId = (await t.importPdfs([path]))[0]?.paperId ?? '';
});
afterAll(async () => {
  expect(t.bugs).toEqual([]);
  await t.end();
  rmSync(dir, { recursive: true });
});

const deprecated = (text: string): Alias => ({ side: 'secondary', text, status: 'deprecated' });

test('uses of a term are found in papers, notes and findings, with the words around them', async () => {
  const { id } = await t.client.terms.create({ primary: 'gloss', secondary: '旁注' });
  const passage = await t.client.notes.addPassage({ paperId, primary: 'My gloss.', secondary: '我的旁注。' });
  const { uses, next, searched, total } = await t.client.terms.uses({ id });
  expect({ next, searched, total }).toEqual({ next: null, searched: 1, total: 1 });
  expect(uses.map(({ kind, match, side }) => `${kind} ${side} ${match}`)).toEqual([
    'passage primary gloss',
    'passage secondary 旁注',
    'paper primary glosses',
    'paper primary Gloss',
  ]);
  expect(uses[0]).toMatchObject({ place: { paperId, passageId: passage.id }, before: 'My ', after: '.' });
  expect(uses[2]).toMatchObject({ place: { paperId, page: 1 }, pageLabel: '1' });
  const tuning = await t.client.terms.create({ primary: 'fine tuning' });
  expect((await t.client.terms.uses({ id: tuning.id })).uses).toHaveLength(1);
});

describe('a rendering', () => {
  const issues = async () =>
    (await t.client.terms.issues({ paperId })).map(({ problem, side, form, preferred }) => ({
      problem,
      side,
      form,
      preferred,
    }));

  test('that is missing or to be replaced is flagged on its side, an accepted one is not', async () => {
    const id = (await t.client.terms.list({})).find(({ primary }) => primary === 'gloss')?.id ?? '';
    await t.client.terms.edit({
      id,
      aliases: [deprecated('注解'), { side: 'secondary', text: '眉批', status: 'admitted' }],
    });
    expect(await issues()).toEqual([]);
    const { id: passageId } = await t.client.notes.addPassage({
      paperId,
      primary: 'Glosses help.',
      secondary: '很有帮助。',
    });
    const write = (text: string) => t.client.notes.editPassage({ id: passageId, side: 'secondary', text });
    expect(await issues()).toEqual([{ problem: 'missing', side: 'secondary', form: 'Glosses', preferred: '旁注' }]);
    await write('注解很有帮助。');
    expect(await issues()).toEqual([{ problem: 'deprecated', side: 'secondary', form: '注解', preferred: '旁注' }]);
    await write('眉批很有帮助。');
    expect(await issues()).toEqual([]);
    await write('');
    expect(await issues()).toEqual([]);
    const finding = await t.client.findings.create({ paperId, primary: 'They help.', secondary: '旁注有用。' });
    expect(await issues()).toEqual([{ problem: 'missing', side: 'primary', form: '旁注', preferred: 'gloss' }]);
    await t.client.findings.remove({ id: finding.id });
  });
});

test('forms are whole words, the longest first', () => {
  const forms = [
    { id: 'a', primary: 'learning', secondary: '学习', aliases: [] },
    { id: 'b', primary: 'deep learning', secondary: '深度学习', aliases: [] },
  ].flatMap(formsOf);
  const found = (text: string) => findForms(text, forms).map(({ start, end }) => text.slice(start, end));
  expect(found('Deep-learning and learning, unlearning; deep Learnings')).toEqual([
    'Deep-learning',
    'learning',
    'deep Learnings',
  ]);
  expect(found('深度学习与学习')).toEqual(['深度学习', '学习']);
});
