import { fork } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate, migrations } from '../db/migrate.ts';
import { openDb } from '../db/open.ts';
import { like, openTestCore, testSpawn } from '../testing.ts';
import { openCore } from '../core.ts';
import { lockLibrary } from './lock.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'glossa-open-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const open = (create = { primary: 'en', secondary: 'zh-Hans' }) =>
  openCore({ libraryDir: dir, spawn: testSpawn, create });
const openOnly = () => openCore({ libraryDir: dir, spawn: testSpawn });

test('a new library has its manifest, and what was written is there after a restart', async () => {
  let t = await openTestCore({ dir });
  await t.client.papers.create({ title: '深度学习综述', authors: [{ family: '王', given: '小明' }], year: 2026 });
  t = await t.reopen();
  expect(await t.client.papers.list({})).toMatchObject([{ title: '深度学习综述', year: 2026 }]);
  await t.end();
  const manifest = JSON.parse(readFileSync(join(dir, 'glossa.json'), 'utf8')) as Record<string, unknown>;
  expect(manifest).toMatchObject({ format: 'glossa-library', primary: 'en', secondary: 'zh-Hans', commit: 1 });
  expect(manifest.counts).toMatchObject({ paper: 1 });
});

test('a folder without a library is not made one unless asked', async () => {
  await expect(openOnly()).rejects.toMatchObject({ code: 'not_found' });
  expect(existsSync(join(dir, 'library.sqlite'))).toBe(false);
});

test('a folder with other files is left alone', async () => {
  writeFileSync(join(dir, 'thesis.docx'), 'x');
  await expect(open()).rejects.toMatchObject({ code: 'bad_input' });
});

test('two languages are needed, and they must be languages', async () => {
  await expect(open({ primary: 'en', secondary: 'en' })).rejects.toMatchObject({ code: 'bad_input' });
  await expect(open({ primary: 'en', secondary: 'not a tag' })).rejects.toMatchObject({ code: 'bad_input' });
});

test('a second opening is told who holds the library and how to reach them', async () => {
  const core = await open();
  core.announce({ url: 'http://127.0.0.1:1', token: 'secret' });
  await expect(openOnly()).rejects.toMatchObject({
    code: 'busy',
    details: { pid: process.pid, url: 'http://127.0.0.1:1', token: 'secret' },
  });
  await core.close();
  await (await openOnly()).close();
});

test('the lock of a killed process is free at once', async () => {
  const script = join(dir, 'hold.mjs');
  const lib = mkdtempSync(join(tmpdir(), 'glossa-lock-'));
  const sqlite = import.meta.resolve('better-sqlite3');
  writeFileSync(
    script,
    `import D from ${JSON.stringify(sqlite)}; const d = new D(${JSON.stringify(join(lib, 'lock.sqlite'))});
     d.pragma('journal_mode = DELETE'); d.exec('BEGIN EXCLUSIVE'); process.send('held'); setInterval(() => {}, 1000);`,
  );
  const child = fork(script);
  await new Promise((resolve) => child.once('message', resolve));
  try {
    expect(() => lockLibrary(lib, 0)).toThrow(/is open in/);
  } finally {
    child.kill('SIGKILL');
  }
  await new Promise((resolve) => child.once('exit', resolve));
  lockLibrary(lib, 0).release();
  rmSync(lib, { recursive: true });
});

test('a library of a newer program is refused by name and left as it is', async () => {
  await (await open()).close();
  const db = openDb(join(dir, 'library.sqlite'));
  db.exec('PRAGMA user_version = 999');
  db.close();
  await expect(openOnly()).rejects.toMatchObject({ code: 'newer', message: like(/999/) });
});

test('a library of an older program is brought up behind a backup of it', async () => {
  await (await open()).close();
  for (const name of readdirSync(dir)) if (name.startsWith('library.sqlite')) rmSync(join(dir, name));
  const db = openDb(join(dir, 'library.sqlite'));
  await migrate(db, () => Promise.resolve(), migrations.slice(0, 1));
  db.close();
  await (await openOnly()).close();
  const [backup = '', ...others] = readdirSync(join(dir, 'backups'));
  expect([backup, others]).toEqual([like(/^before-schema-2-.*\.sqlite$/), []]);
  const copy = openDb(join(dir, 'backups', backup));
  expect(copy.get('PRAGMA user_version')).toEqual({ user_version: 1 });
  copy.close();
});

test('a creation that was cut off can be done again, among what the system puts into a folder', async () => {
  for (const name of ['lock.sqlite', 'lock.json.new', 'library.sqlite', 'glossa.json.new', '.DS_Store']) {
    writeFileSync(join(dir, name), '');
  }
  const core = await open();
  expect(core.isNew).toBe(true);
  await core.close();
  expect(readdirSync(dir).filter((name) => name.endsWith('.new'))).toEqual([]);
});

test('a database that lost commits is noticed by its manifest', async () => {
  const t = await openTestCore({ dir });
  await t.client.papers.create({ title: 'One' });
  await t.client.papers.create({ title: 'Two' });
  await t.end();
  const db = openDb(join(dir, 'library.sqlite'));
  db.run(`UPDATE setting SET value = '1' WHERE key = '~commit'`);
  db.close();
  await expect(openOnly()).rejects.toMatchObject({
    code: 'damaged',
    message: like(/last 1 changes/),
  });
});

test('an emptied, missing or overwritten database is never opened as an empty library', async () => {
  await (await open()).close();
  const file = join(dir, 'library.sqlite');
  writeFileSync(file, '');
  await expect(openOnly()).rejects.toMatchObject({ code: 'damaged' });
  rmSync(file);
  await expect(openOnly()).rejects.toMatchObject({ code: 'damaged' });
  writeFileSync(file, 'not a database, only text that is longer than a header would be'.repeat(40));
  await expect(openOnly()).rejects.toMatchObject({ code: 'damaged' });
});

test('a cache that is damaged is begun anew', async () => {
  await (await open()).close();
  const cache = join(dir, 'cache', 'cache.sqlite');
  writeFileSync(cache, 'garbage'.repeat(1000));
  await (await openOnly()).close();
  expect(readFileSync(cache).subarray(0, 15).toString()).toBe('SQLite format 3');
});

test('the doctor sees a stored file whose bytes changed or went', async () => {
  const t = await openTestCore({ dir });
  expect(await t.client.library.doctor({})).toMatchObject({ ok: true });
  mkdirSync(join(dir, 'files', 'ab'), { recursive: true });
  writeFileSync(join(dir, 'files', 'ab', 'stranger.pdf'), 'x');
  const report = await t.client.library.doctor({});
  expect(report.ok).toBe(true);
  expect(report.checks.find((check) => check.name === 'strangers')?.message).toContain('1 files');
  await t.end();
});
