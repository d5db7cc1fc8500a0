import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openCore } from '../core.ts';
import { like, openTestCore, testSpawn } from '../testing.ts';
import { keptTimes, listBackups } from './backups.ts';
import { restoreLibrary } from './restore.ts';

const HOUR = 60 * 60_000;

let folder: string;
let dir: string;
let outside: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'glossa-backups-'));
  [dir, outside] = [join(folder, 'library'), join(folder, 'elsewhere')];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

let now = Date.UTC(2026, 10, 23, 6);
const open = () => openTestCore({ dir, clock: () => now, backups: { outside } });
const create = { primary: 'en', secondary: 'zh-Hans' };
const autos = () => readdirSync(join(dir, 'backups')).filter((name) => name.startsWith('auto-'));

test('of hourly copies over a year, a day of hours, a week of days and a month of weeks are left', () => {
  const times = Array.from({ length: 365 * 24 }, (_, hour) => hour * HOUR);
  const kept = [...keptTimes(times)].sort((a, b) => b - a);
  expect(kept.length).toBeLessThanOrEqual(24 + 7 + 4);
  expect(kept.slice(0, 24)).toEqual(times.slice(-24).toReversed());
  expect(kept.at(-1)).toBeLessThan((365 - 14) * 24 * HOUR);
});

test('whatever the clock did, the newest copy is kept, and keeping again changes nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 4e12 }), { minLength: 1, maxLength: 200 }), (times) => {
      const kept = keptTimes(times);
      expect(kept.has(Math.max(...times))).toBe(true);
      expect(kept.size).toBeLessThanOrEqual(35);
      expect(keptTimes([...kept])).toEqual(kept);
    }),
  );
});

test('a backup is a sound copy in one plain file, made only when something was written, and kept outside too', async () => {
  const t = await open();
  await t.client.papers.create({ title: 'One' });
  const name = await t.core.backUp();
  expect(name).toMatch(/^auto-.*\.1\.sqlite$/);
  expect(await t.core.backUp()).toBeNull();
  now -= 5 * HOUR;
  await t.client.papers.create({ title: 'Two, by a clock that was set back' });
  await t.core.backUp();
  // Within one hour the newest stands for it.
  expect(autos()).toHaveLength(1);
  const newest = (await t.client.library.backups({})).find(({ why }) => why === 'hourly');
  expect(newest?.name).toMatch(/\.2\.sqlite$/);
  expect(readdirSync(join(dir, 'backups')).filter((each) => /-(wal|shm|journal)$|unfinished/.test(each))).toEqual([]);
  expect((await t.client.library.backups({})).map(({ why }) => why).sort()).toEqual(['hourly', 'outside']);
  await t.end();
});

test('restoring brings back what was, and sets aside what is', async () => {
  let t = await open();
  await t.client.papers.create({ title: '旧' });
  const name = (await t.core.backUp()) ?? '';
  await t.client.papers.create({ title: 'New' });
  await t.core.close();
  const { setAside } = restoreLibrary(dir, name, null, now);
  t = await open();
  expect(await t.client.papers.list({})).toMatchObject([{ title: '旧' }]);
  expect(existsSync(join(setAside ?? '', 'library.sqlite'))).toBe(true);
  expect(await t.client.library.doctor({})).toMatchObject({ ok: true });
  await t.end();
});

test('a lost or broken database is restored from the copy outside, under its own name and languages', async () => {
  let t = await open();
  await t.client.papers.create({ title: 'Kept' });
  await t.core.backUp();
  const { libraryId } = t.core;
  await t.core.close();
  rmSync(join(dir, 'backups'), { recursive: true });
  truncateSync(join(dir, 'library.sqlite'), 0);
  // A stale log beside a restored file would destroy it.
  writeFileSync(join(dir, 'library.sqlite-wal'), 'stale'.repeat(1000));
  rmSync(join(dir, 'glossa.json'));
  await expect(openCore({ libraryDir: dir, spawn: testSpawn })).rejects.toMatchObject({ code: 'not_found' });
  restoreLibrary(dir, 'outside.sqlite', join(outside, libraryId), now);
  t = await open();
  expect(t.core.libraryId).toBe(libraryId);
  expect(await t.client.papers.list({})).toMatchObject([{ title: 'Kept' }]);
  await t.end();
});

test('a backup that is damaged, missing, or named by a path is refused, and the library stays as it is', async () => {
  const t = await open();
  await t.client.papers.create({ title: 'Here' });
  const name = (await t.core.backUp()) ?? '';
  await t.core.close();
  const file = join(dir, 'backups', name);
  chmodSync(file, 0o600);
  writeFileSync(file, readFileSync(file).fill(0x55, 100, 9000));
  const before = readFileSync(join(dir, 'library.sqlite'));
  for (const [bad, code] of [
    [name, 'damaged'],
    ['auto-none.sqlite', 'not_found'],
    ['../library.sqlite', 'not_found'],
    ['', 'not_found'],
  ] as const)
    expect(() => restoreLibrary(dir, bad, null, now)).toThrow(expect.objectContaining({ code }));
  expect(readFileSync(join(dir, 'library.sqlite')).equals(before)).toBe(true);
  expect(readdirSync(dir).filter((each) => each.includes('incoming'))).toEqual([]);
  expect(listBackups(dir, null)).toHaveLength(1);
});

test('a library that is open elsewhere, or may not be written, is read from a copy and refuses to be changed', async () => {
  const t = await open();
  await t.client.papers.create({ title: 'Readable' });
  const reading = await openTestCore({ dir, readOnly: true });
  expect(await reading.client.papers.list({})).toMatchObject([{ title: 'Readable' }]);
  expect(await reading.client.library.info({})).toMatchObject({ isReadOnly: true });
  const refused = { code: 'refused', message: like(/reading only/) };
  await expect(reading.client.papers.create({ title: 'No' })).rejects.toMatchObject(refused);
  await expect(reading.client.settings.set({ key: 'theme', value: 'dark' })).rejects.toMatchObject(refused);
  await expect(reading.client.files.import({ sources: ['x'] })).rejects.toMatchObject(refused);
  const before = readFileSync(join(dir, 'glossa.json'), 'utf8');
  await reading.core.close();
  expect(readFileSync(join(dir, 'glossa.json'), 'utf8')).toBe(before);
  expect(await t.client.papers.list({})).toHaveLength(1);
  await t.end();
});

test.skipIf(process.getuid?.() === 0)(
  'a folder without permission to write opens for reading (skipped for root, whom no permission stops)',
  async () => {
    await (await openCore({ libraryDir: dir, spawn: testSpawn, create })).close();
    chmodSync(dir, 0o555);
    const core = await openCore({ libraryDir: dir, spawn: testSpawn });
    const info = await core.handle(
      new Request('http://core.test/rpc/library/info', { method: 'POST', body: '{"json":{}}' }),
    );
    expect(await info.text()).toContain('"isReadOnly":true');
    await core.close();
    chmodSync(dir, 0o755);
  },
);
