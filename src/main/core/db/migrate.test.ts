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

test('every column that points at another table is the first of an index, so that removing there is quick', async () => {
  await migrate(db, never);
  const bare = db.all<{ table: string; column: string }>(
    `SELECT t.name AS "table", f."from" AS "column" FROM pragma_table_list AS t, pragma_foreign_key_list(t.name) AS f
     WHERE t.schema = 'main' AND NOT EXISTS (
       SELECT 1 FROM pragma_index_list(t.name) AS i, pragma_index_info(i.name) AS c WHERE c.seqno = 0 AND c.name = f."from")`,
  );
  expect(bare).toEqual([]);
});

test('a library of the first schema is brought up with all it holds', async () => {
  await migrate(db, never, migrations.slice(0, 1));
  db.run(`INSERT INTO setting VALUES ('theme', '"dark"')`);
  const backups: number[] = [];
  await migrate(db, async (from) => void backups.push(from));
  expect([schemaVersion(db), backups]).toEqual([migrations.length, [1]]);
  expect(db.get(`SELECT value FROM setting WHERE key = 'theme'`)).toEqual({ value: '"dark"' });
});

test("another program's database is refused", async () => {
  db.exec('PRAGMA application_id = 12345');
  await expect(migrate(db, never)).rejects.toMatchObject({ code: 'bad_input' });
});
