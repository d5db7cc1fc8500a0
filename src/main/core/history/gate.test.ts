import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDb, type Db } from '../db/open.ts';
import { migrate } from '../db/migrate.ts';
import type { Services, Tx } from '../kinds.ts';
import { openTestCore, type TestCore } from '../testing.ts';
import { runWrite } from './gate.ts';
import { readTables } from './rows.ts';

let t: TestCore;
let now: number;
beforeEach(async () => {
  now = 1_800_000_000_000;
  t = await openTestCore({ clock: () => now });
});
afterEach(async () => {
  expect(t.bugs).toEqual([]);
  await t.end();
});

const paper = (title: string) => t.client.papers.create({ title });
const titles = async () => (await t.client.papers.list({})).map((found) => found.title);

test('undo takes back the last step and redo does it again, by name', async () => {
  await paper('First');
  await paper('Second');
  expect((await t.client.history.state({})).undo).toMatchObject({ label: 'paper.create', subject: 'Second' });
  const { step } = await t.client.history.undo({});
  expect(step).toMatchObject({ label: 'paper.create', subject: 'Second' });
  expect(await titles()).toEqual(['First']);
  await t.client.history.redo({});
  expect(await titles()).toEqual(['First', 'Second']);
  expect((await t.client.history.redo({})).step).toBeNull();
});

test('undo and redo survive a restart', async () => {
  const made = await paper('Kept');
  await t.client.papers.update({ id: made.id, fields: { title: 'Changed', authors: [{ literal: 'A Group' }] } });
  t = await t.reopen();
  await t.client.history.undo({});
  expect(await t.client.papers.get({ id: made.id })).toMatchObject({ title: 'Kept', authors: [] });
  t = await t.reopen();
  await t.client.history.redo({});
  expect(await t.client.papers.get({ id: made.id })).toMatchObject({
    title: 'Changed',
    authors: [{ literal: 'A Group' }],
  });
});

test('new work after an undo leaves the undone step behind', async () => {
  await paper('A');
  await t.client.history.undo({});
  await paper('B');
  expect((await t.client.history.state({})).redo).toBeNull();
  await t.client.history.undo({});
  expect(await titles()).toEqual([]);
});

test('typing on one side of one passage is one step, until ten seconds pass or something else happens', async () => {
  const { id: paperId } = await paper('P');
  const { id } = await t.client.notes.addPassage({ paperId });
  for (const text of ['g', 'gl', 'gloss']) {
    now += 2000;
    await t.client.notes.editPassage({ id, side: 'primary', text });
  }
  now += 11_000;
  await t.client.notes.editPassage({ id, side: 'primary', text: 'glossary' });
  const read = async () => (await t.client.notes.ofPaper({ paperId }))?.passages[0]?.primary;
  await t.client.history.undo({});
  expect(await read()).toBe('gloss');
  await t.client.history.undo({});
  expect(await read()).toBe('');
});

test('a refused command writes nothing and makes no step', async () => {
  await t.client.papers.create({ title: 'One', doi: '10.5555/one' });
  await expect(t.client.papers.create({ title: 'Two', doi: '10.5555/ONE' })).rejects.toMatchObject({
    code: 'conflict',
  });
  expect(await titles()).toEqual(['One']);
  expect((await t.client.history.state({})).undo?.subject).toBe('One');
});

test('a write that changes nothing makes no step', async () => {
  const made = await paper('Same');
  await t.client.annotations.list({});
  const before = (await t.client.history.state({})).undo?.seq;
  await t.client.findings.create({ paperId: made.id, primary: 'x' });
  const { id } = (await t.client.findings.list({}))[0]!;
  await t.client.findings.edit({ id, side: 'primary', text: 'x' });
  expect((await t.client.history.state({})).undo?.seq).toBe((before ?? 0) + 1);
});

// The gate itself, on a bare database: whatever is written, undoing all of it gives the empty library back.
test('undoing every step of any run of edits ends where it began, and redoing ends where it was', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'glossa-gate-'));
  const db = openDb(join(dir, 'x.sqlite'));
  await migrate(db, async () => undefined);
  const tables = readTables(db);
  const write = (f: (tx: Tx) => void) => runWrite(db, tables, { db, clock: () => 1 } as unknown as Services, f);
  const edit = fc.record({
    id: fc.constantFrom('a', 'b', 'c'),
    title: fc.option(fc.string({ maxLength: 5 }), { nil: null }),
  });
  fc.assert(
    fc.property(fc.array(fc.array(edit, { minLength: 1, maxLength: 4 }), { maxLength: 8 }), (steps) => {
      db.exec('DELETE FROM revision; DELETE FROM history_step; DELETE FROM paper;');
      for (const edits of steps) {
        write((tx) => {
          tx.step('paper.edit');
          for (const { id, title } of edits) tx.put('paper', id, title === null ? null : row(title));
        });
      }
      const after = dump(db);
      let done = 0;
      while (db.get(`SELECT 1 FROM history_step WHERE state = 'done'`))
        done += write((tx) => void tx.travel('undo')) ? 1 : 0;
      expect(dump(db)).toEqual([]);
      for (let i = 0; i < done; i += 1) write((tx) => void tx.travel('redo'));
      expect(dump(db)).toEqual(after);
    }),
    { numRuns: 60 },
  );
  db.close();
  rmSync(dir, { recursive: true });
});

const dump = (db: Db) => db.all('SELECT id, title FROM paper ORDER BY id');
const row = (title: string) => ({
  citekey: '',
  type: 'book',
  title,
  abstract: '',
  language: '',
  issued: '',
  more: '{}',
  people: '{}',
  status: 'unread',
  started_at: null,
  finished_at: null,
  stars: 0,
  merged_into: null,
  title_secondary: '',
  year: null,
  container: '',
  volume: '',
  issue: '',
  pages: '',
  publisher: '',
  url: null,
  created_at: 1,
  updated_at: 1,
  deleted_at: null,
});
