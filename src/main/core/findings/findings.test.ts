import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Annotation } from '#shared/annotations.ts';
import type { Finding } from '#shared/findings.ts';
import { column, makePdf } from '../files/extract/test-pdf.ts';
import { like, openTestCore, type TestCore } from '../testing.ts';

const NOBODY = '01890000-0000-7000-8000-000000000000';
const dir = mkdtempSync(join(tmpdir(), 'glossa-findings-'));
let t: TestCore;
let sha256: string;
let paperId: string;
let finding: Finding;
let mark: Annotation;

beforeAll(async () => {
  t = await openTestCore();
  const path = join(dir, 'a.pdf');
  writeFileSync(path, makePdf({ pages: [{ pieces: column(['Glosses help the reader.', 'Notes do too.'], 50, 700) }] }));
  const [file] = await t.importPdfs([path]);
  sha256 = file?.sha256 ?? '';
  paperId = file?.paperId ?? '';
});
beforeEach(async () => {
  finding = await t.client.findings.create({ paperId, primary: 'Glosses help' });
  mark = await t.client.annotations.createFromQuote({ sha256, page: 1, quote: 'Glosses help the reader.' });
});
afterAll(async () => {
  expect(t.bugs).toEqual([]);
  await t.end();
  rmSync(dir, { recursive: true });
});

const link = (stance: 'supports' | 'contradicts') =>
  t.client.findings.link({ findingId: finding.id, annotationId: mark.id, stance });
const evidenceOf = async (id = mark.id) => (await t.client.annotations.get({ id })).evidence;

describe('evidence', () => {
  test('linked twice is one link, with the later stance and the comment it had', async () => {
    const [first] = (await link('supports')).evidence;
    await t.client.findings.comment({ evidenceId: first?.id ?? '', comment: 'Only for adults.' });
    expect((await link('contradicts')).evidence).toMatchObject([
      {
        id: first?.id,
        stance: 'contradicts',
        comment: 'Only for adults.',
        quote: 'Glosses help the reader.',
        page: 1,
        paperId,
      },
    ]);
    expect(await evidenceOf()).toEqual([{ id: first?.id, findingId: finding.id, stance: 'contradicts' }]);
  });

  test('changes its stance, is unlinked, and comes back by undo', async () => {
    const [first] = (await link('supports')).evidence;
    const evidenceId = first?.id ?? '';
    expect((await t.client.findings.setStance({ evidenceId, stance: 'qualifies' })).evidence[0]?.stance).toBe(
      'qualifies',
    );
    expect((await t.client.findings.unlink({ evidenceId })).evidence).toEqual([]);
    expect(await evidenceOf()).toEqual([]);
    await expect(t.client.findings.comment({ evidenceId, comment: 'x' })).rejects.toMatchObject({ code: 'not_found' });
    await t.client.history.undo({});
    expect(await evidenceOf()).toEqual([{ id: evidenceId, findingId: finding.id, stance: 'qualifies' }]);
  });

  test('of a finding in the trash does not show on the mark, and is back with the finding', async () => {
    await link('supports');
    await t.client.findings.remove({ id: finding.id });
    expect(await evidenceOf()).toEqual([]);
    expect(await t.client.findings.list({ paperId, trashed: true })).toMatchObject([{ id: finding.id }]);
    await t.client.findings.restore({ id: finding.id });
    expect(await evidenceOf()).toHaveLength(1);
  });

  test('is not made with what lies in the trash or is not there', async () => {
    await t.client.annotations.remove({ id: mark.id });
    await expect(link('supports')).rejects.toMatchObject({
      code: 'conflict',
      message: like(/annotation is in the trash/),
    });
    await t.client.annotations.restore({ id: mark.id });
    await t.client.findings.remove({ id: finding.id });
    await expect(link('supports')).rejects.toMatchObject({
      code: 'conflict',
      message: like(/finding is in the trash/),
    });
    await expect(t.client.findings.link({ findingId: NOBODY, annotationId: mark.id })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

test('a finding made from a mark is one step with its evidence; a refused one leaves nothing', async () => {
  const made = await t.client.findings.create({
    paperId,
    primary: 'From a mark',
    annotationId: mark.id,
    stance: 'mentions',
  });
  expect(made.evidence).toMatchObject([{ annotationId: mark.id, stance: 'mentions' }]);
  await t.client.history.undo({});
  await expect(t.client.findings.get({ id: made.id })).rejects.toMatchObject({ code: 'not_found' });
  expect(await evidenceOf()).toEqual([]);
  const before = await t.client.findings.list({});
  for (const bad of [{ annotationId: NOBODY }, { surveyId: NOBODY }, { paperId: NOBODY }]) {
    await expect(t.client.findings.create({ paperId, primary: 'x', ...bad })).rejects.toMatchObject({
      code: 'not_found',
    });
  }
  expect(await t.client.findings.list({})).toEqual(before);
});

test('a finding made from selected words is one step: finding, mark and evidence', async () => {
  const marks = async () => (await t.client.annotations.list({ sha256 })).length;
  const before = await marks();
  const ranges = [{ page: 1, start: 0, end: 12 }];
  const made = await t.client.findings.create({ paperId, primary: 'x', mark: { sha256, ranges }, confidence: 'high' });
  expect(made).toMatchObject({ confidence: 'high', evidence: [{ quote: 'Glosses help', stance: 'supports' }] });
  expect(await marks()).toBe(before + 1);
  await t.client.history.undo({});
  expect(await marks()).toBe(before);
  await expect(t.client.findings.get({ id: made.id })).rejects.toMatchObject({ code: 'not_found' });
});

test('a side that was changed meanwhile is not written over', async () => {
  const { id } = finding;
  await t.client.findings.edit({ id, side: 'primary', text: 'Theirs', base: 'Glosses help' });
  await expect(
    t.client.findings.edit({ id, side: 'primary', text: 'Mine', base: 'Glosses help' }),
  ).rejects.toMatchObject({ code: 'conflict', data: { current: 'Theirs' } });
  expect((await t.client.findings.get({ id })).primary).toBe('Theirs');
  await t.client.findings.edit({ id, side: 'primary', text: 'Both', base: 'Theirs' });
  expect((await t.client.findings.edit({ id, side: 'primary', text: 'Both', base: 'Theirs' })).primary).toBe('Both');
});

describe('a suggested passage', () => {
  const passage = () => ({ findingId: finding.id, sha256, ranges: [{ page: 1, start: 0, end: 24 }] });

  test('that is accepted is marked and linked in one step', async () => {
    const ranges = [{ page: 1, start: 13, end: 24 }];
    const { evidence } = await t.client.findings.accept({ ...passage(), ranges, stance: 'qualifies', color: 'green' });
    expect(evidence).toMatchObject([{ stance: 'qualifies', quote: 'the reader.', color: 'green' }]);
    await t.client.history.undo({});
    expect((await t.client.findings.get({ id: finding.id })).evidence).toEqual([]);
    expect((await t.client.annotations.list({ sha256 })).map(({ color }) => color)).not.toContain('green');
  });

  test('that is marked already is linked as it is', async () => {
    const all = await t.client.annotations.list({ sha256 });
    const { evidence } = await t.client.findings.accept(passage());
    expect(all.map(({ id }) => id)).toContain(evidence[0]?.annotationId);
    expect(await t.client.annotations.list({ sha256 })).toHaveLength(all.length);
  });
});

describe('a mark', () => {
  test('is not written anew by an update that changes nothing', async () => {
    const before = (await t.client.history.state({})).undo?.seq;
    expect(await t.client.annotations.update({ id: mark.id, color: mark.color, commentPrimary: '' })).toEqual(mark);
    expect((await t.client.history.state({})).undo?.seq).toBe(before);
  });

  test('does not cover the same words twice', async () => {
    const ranges = [
      { page: 1, start: 0, end: 12 },
      { page: 1, start: 8, end: 20 },
    ];
    await expect(t.client.annotations.create({ sha256, ranges })).rejects.toMatchObject({
      code: 'bad_input',
      message: like(/^ranges\.1: .*overlap/),
    });
  });

  test('of a paper in the trash is left out of the library’s list, and kept in the paper’s', async () => {
    const ids = async (filter: object) => (await t.client.annotations.list(filter)).map(({ id }) => id);
    expect(await ids({})).toContain(mark.id);
    await t.client.papers.remove({ id: paperId });
    expect(await ids({})).toEqual([]);
    expect(await ids({ paperId })).toContain(mark.id);
    expect(await ids({ sha256 })).toContain(mark.id);
    await t.client.papers.restore({ id: paperId });
    expect(await ids({})).toContain(mark.id);
  });
});
