import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate, migrations, schemaVersion } from './migrate.ts';
import { openDb, type Db } from './open.ts';

let dir: string;
let db: Db;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'glossa-db-'));
  db = openDb(join(dir, 'x.sqlite'));
});
afterEach(() => {
  db.close();
  rmSync(dir, { recursive: true });
});

const never = async () => {
  throw new Error('no backup expected');
};
const mode = (name: string) => Object.values(db.get<Record<string, unknown>>(`PRAGMA ${name}`) ?? {})[0];

test('migrations are numbered without a gap and every table is STRICT', async () => {
  expect(migrations.map((migration) => migration.number)).toEqual(migrations.map((_, index) => index + 1));
  await migrate(db, never);
  const loose = db.all<{ name: string }>(
    `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'`,
  );
  expect(loose).toEqual([]);
});

test('a database is durable and checked, also when it is opened again', () => {
  db.close();
  db = openDb(join(dir, 'x.sqlite'));
  expect([mode('journal_mode'), mode('synchronous'), mode('foreign_keys'), mode('trusted_schema')]).toEqual([
    'wal',
    2,
    1,
    0,
  ]);
});

test('a failing migration leaves the schema where it was, and a backup comes before any upgrade', async () => {
  await migrate(db, never);
  const from = schemaVersion(db);
  const backups: number[] = [];
  const bad = { number: from + 1, name: 'bad', sql: 'CREATE TABLE half (x) STRICT; INSERT INTO nowhere VALUES (1);' };
  await expect(migrate(db, async (version) => void backups.push(version), [...migrations, bad])).rejects.toThrow();
  expect(backups).toEqual([from]);
  expect(schemaVersion(db)).toBe(from);
  expect(db.get(`SELECT 1 FROM sqlite_schema WHERE name = 'half'`)).toBeUndefined();
});

test("another program's database is refused", async () => {
  db.exec('PRAGMA application_id = 12345');
  await expect(migrate(db, never)).rejects.toMatchObject({ code: 'bad_input' });
});
