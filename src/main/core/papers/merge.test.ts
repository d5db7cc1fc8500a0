// Merging: everything follows, nothing is lost, and one undo brings every table back as it was.
import fc from 'fast-check';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDb } from '../db/open.ts';
import { openTestCore, type TestCore } from '../testing.ts';

const PDFS = join(import.meta.dirname, '../../../../resources/sample/papers');

let t: TestCore;
beforeEach(async () => {
  t = await openTestCore();
});
afterEach(async () => {
  expect(t.bugs).toEqual([]);
  await t.end();
});

/** Every row of every table, but history's own and what a transaction counts. */
function dump(): Record<string, unknown[]> {
  const db = openDb(join(t.dir, 'library.sqlite'));
  const names = db.all<{ name: string }>(
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`,
  );
  const rows = Object.fromEntries(
    names
      .filter(({ name }) => !['history_step', 'revision', 'setting', 'job'].includes(name))
      .map(({ name }) => [name, db.all(`SELECT * FROM "${name}" ORDER BY 1`)]),
  );
  db.close();
  return rows;
}

const create = async (title: string, more: object = {}): Promise<string> =>
  (await t.client.papers.create({ title, ...more })).id;

test('annotations, notes, findings, files, tags, collections and identifiers follow, and fields fill', async () => {
  const kept = await create('Glosses', { doi: '10.5555/journal', status: 'unread' });
  const other = await create('Glosses, a preprint', {
    arxivId: '2001.00001',
    year: 2020,
    abstract: 'About margins.',
    more: { ISSN: '1234-5678' },
    identifiers: [{ scheme: 'pmid', value: '123' }],
    status: 'read',
    stars: 4,
  });
  const [file] = await t.importPdfs([join(PDFS, 'glosses-at-the-margin.pdf')], other);
  const sha256 = file?.sha256 ?? '';
  const mark = await t.client.annotations.create({ sha256, ranges: [{ page: 1, start: 0, end: 7 }] });
  const finding = await t.client.findings.create({ paperId: other, primary: 'They help.', annotationId: mark.id });
  for (const paperId of [kept, other]) await t.client.notes.addPassage({ paperId, primary: `of ${paperId}` });
  await t.client.tags.add({ name: 'both', kind: 'paper', targetIds: [kept, other] });
  await t.client.tags.add({ name: 'one', kind: 'paper', targetIds: [other] });
  const collection = await t.client.collections.create({ name: 'Reading', paperIds: [kept, other] });
  const third = await create('A third');
  await t.client.papers.relate({ id: other, otherId: third, kind: 'related' });

  const merged = await t.client.papers.merge({ id: kept, otherId: other });
  expect(merged).toMatchObject({
    title: 'Glosses',
    doi: '10.5555/journal',
    arxivId: '2001.00001',
    identifiers: [{ scheme: 'pmid', value: '123' }],
    year: 2020,
    abstract: 'About margins.',
    more: { ISSN: '1234-5678' },
    status: 'read',
    stars: 4,
    files: [{ sha256 }],
    findings: 1,
    annotations: 1,
    passages: 2,
    collectionIds: [collection.id],
    relations: [{ paperId: third }],
  });
  expect(merged.tagIds).toHaveLength(2);
  expect((await t.client.findings.get({ id: finding.id })).evidence).toHaveLength(1);
  expect((await t.client.notes.ofPaper({ paperId: kept }))?.passages.map(({ primary }) => primary)).toEqual([
    `of ${kept}`,
    `of ${other}`,
  ]);
  expect((await t.client.papers.list({})).map(({ id }) => id).sort()).toEqual([kept, third].sort());
  expect(await t.client.papers.list({ trashed: true })).toEqual([]);
});

const part = fc.record({
  doi: fc.boolean(),
  year: fc.option(fc.integer({ min: 1990, max: 2026 }), { nil: null }),
  authors: fc.boolean(),
  findings: fc.integer({ min: 0, max: 2 }),
  passages: fc.integer({ min: 0, max: 2 }),
  tags: fc.subarray(['a', 'b']),
  collection: fc.boolean(),
  related: fc.boolean(),
  distinct: fc.boolean(),
  status: fc.constantFrom('unread' as const, 'reading' as const, 'read' as const),
  isbn: fc.boolean(),
});

test('whatever two papers have, merging and undoing leaves every table as it was', { timeout: 60_000 }, async () => {
  let n = 0;
  const collection = await t.client.collections.create({ name: 'All' });
  await fc.assert(
    fc.asyncProperty(part, part, async (a, b) => {
      const third = await create('Third');
      const ids: string[] = [];
      for (const one of [a, b]) {
        n += 1;
        const id = await create(`Paper ${n}`, {
          ...(one.doi && { doi: `10.5555/${n}` }),
          year: one.year,
          ...(one.authors && { authors: [{ family: 'Lee', given: `A${n}` }] }),
          status: one.status,
          ...(one.isbn && { identifiers: [{ scheme: 'isbn', value: '9783161484100' }] }),
        });
        for (let i = 0; i < one.findings; i += 1) await t.client.findings.create({ paperId: id, primary: `f${i}` });
        for (let i = 0; i < one.passages; i += 1) await t.client.notes.addPassage({ paperId: id, primary: `p${i}` });
        for (const name of one.tags) await t.client.tags.add({ name, kind: 'paper', targetIds: [id] });
        if (one.collection) await t.client.collections.addPapers({ id: collection.id, paperIds: [id] });
        if (one.related) await t.client.papers.relate({ id, otherId: third, kind: 'related' });
        if (one.distinct) await t.client.papers.setDistinct({ ids: [third, id] });
        ids.push(id);
      }
      const [first = '', second = ''] = ids;
      const before = dump();
      await t.client.papers.merge({ id: first, otherId: second });
      const paper = await t.client.papers.get({ id: first });
      expect([paper.findings, paper.passages]).toEqual([a.findings + b.findings, a.passages + b.passages]);
      expect(paper.tagIds).toHaveLength(new Set([...a.tags, ...b.tags]).size);
      expect(dump()).not.toEqual(before);
      expect((await t.client.history.undo({})).step?.label).toBe('paper.merge');
      expect(dump()).toEqual(before);
    }),
    { numRuns: 15 },
  );
});
