// Surveys and lists first, then their PDFs under names that say nothing; and the same words in other bytes.
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestCore, type TestCore } from '../testing.ts';
import { column, makePdf } from './extract/test-pdf.ts';

const SAMPLE = join(import.meta.dirname, '../../../../resources/sample');

let t: TestCore;
let dir: string;
beforeEach(async () => {
  t = await openTestCore();
  dir = mkdtempSync(join(tmpdir(), 'glossa-names-'));
});
afterEach(async () => {
  expect(t.bugs).toEqual([]);
  await t.end();
  rmSync(dir, { recursive: true, force: true });
});

test('PDFs named by a browser find the papers of the survey, and strangers become papers of their own', async () => {
  const survey = await t.client.surveys.import({ source: t.core.admit([join(SAMPLE, 'survey.md')])[0]! });
  const names = [
    'bilingual-notes-eye-tracking',
    'glosses-at-the-margin',
    'marginal-glosses-expert-reader',
    'retrieval-model-of-marginal-notes',
  ];
  names.forEach((name, at) => copyFileSync(join(SAMPLE, 'papers', `${name}.pdf`), join(dir, `download (${at}).pdf`)));
  const stranger = {
    pieces: [
      { text: 'On the keeping of bees in cities', x: 60, y: 740, size: 18 },
      ...column(['Bees thrive on roofs.'], 60, 600),
    ],
  };
  writeFileSync(join(dir, 'download (9).pdf'), makePdf({ pages: [stranger] }));
  const files = await t.importPdfs([dir]);
  const known = new Set(survey.papers.map(({ id }) => id));
  expect(files.map(({ paperId }) => known.has(paperId ?? ''))).toEqual([true, true, true, true, false]);
  expect(new Set(files.map(({ paperId }) => paperId)).size).toBe(5);
  expect(await t.client.papers.list({})).toHaveLength(survey.papers.length + 1);
});

const body = (extra: string) =>
  column(
    Array.from(
      { length: 40 },
      (_, n) => `Line ${n} of a paper about bees, notes and their margins, long enough to tell.`,
    ).concat(extra),
    60,
    640,
  );
const write = (name: string, title: string, info: Record<string, string> = {}, extra = 'The end.'): string => {
  const path = join(dir, name);
  writeFileSync(
    path,
    makePdf({ pages: [{ pieces: [{ text: title, x: 60, y: 740, size: 18 }, ...body(extra)] }], info }),
  );
  return path;
};

test('the same words in other bytes are another file of the paper, and said to be so', async () => {
  const [first] = await t.importPdfs([write('a.pdf', 'On the keeping of bees')]);
  const [second] = await t.importPdfs([write('b.pdf', 'On the keeping of bees', { Producer: 'Another program' })]);
  expect(second).toMatchObject({
    status: 'added',
    matchedBy: 'text',
    paperId: first?.paperId,
    reason: { code: 'same-text', params: { label: 'a' } },
  });
  expect((await t.client.papers.get({ id: first?.paperId ?? '' })).files).toHaveLength(2);
});

describe('a near miss', () => {
  test('becomes a paper of its own and is put beside the one it may be, to accept or to refuse', async () => {
    const known = await t.client.papers.create({ title: 'On the keeping of bees in large cities of the north' });
    const [file] = await t.importPdfs([
      write('x.pdf', 'On the keeping of bees in the large cities of the north today'),
    ]);
    expect(file).toMatchObject({ matchedBy: 'none', near: { paperId: known.id, reasons: [{ code: 'file-title' }] } });
    expect(file?.paperId).not.toBe(known.id);
    const [pair] = await t.client.papers.duplicates({});
    expect(pair).toMatchObject({ found: 'import' });
    expect(new Set([pair?.a.id, pair?.b.id])).toEqual(new Set([known.id, file?.paperId]));
    await t.client.papers.merge({ id: known.id, otherId: file?.paperId ?? '' });
    expect((await t.client.papers.get({ id: known.id })).files).toHaveLength(1);
    expect(await t.client.papers.duplicates({})).toEqual([]);
  });
  test('is not seen where titles are merely on one subject', async () => {
    await t.client.papers.create({ title: 'The keeping of goats on islands' });
    const [file] = await t.importPdfs([write('x.pdf', 'On the keeping of bees in cities')]);
    expect(file?.near).toBeNull();
  });
});

test('what is refused carries a reason that a window can word', async () => {
  writeFileSync(join(dir, 'page.pdf'), '<!doctype html><html></html>');
  const [file] = await t.importPdfs([join(dir, 'page.pdf')]);
  expect(file?.reason).toEqual({ code: 'web-page', params: {} });
});
