// The index under a library: killed while it works, damaged, deleted, in the way of a full disk. The library never
// notices, and the index is what it should be again by itself.
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePdf } from '../files/extract/test-pdf.ts';
import { openTestCore, testSpawn, type TestCore } from '../testing.ts';
import type { Child } from '../files/extract/spawn.ts';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'glossa-healing-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const PAGES = 120;
const lines = (page: number): string => `This is page number${page} which says zebra and other words again and again.`;

/** A library with a document of many pages, and a way to kill its search process. */
async function library(name: string): Promise<{ t: TestCore; kill: () => boolean; file: string }> {
  let running: Child | undefined;
  const dir = join(root, name);
  const t = await openTestCore({
    dir,
    spawn: (entry) => {
      const child = testSpawn(entry);
      if (entry === 'search') {
        running = child;
        child.onExit(() => (running = running === child ? undefined : running));
      }
      return child;
    },
  });
  if ((await t.client.papers.list({})).length === 0) {
    const path = join(root, `${name}.pdf`);
    const pages = Array.from({ length: PAGES }, (_, i) => ({
      pieces: [{ text: lines(i), x: 50, y: 700, font: 'F1' as const }],
    }));
    writeFileSync(path, makePdf({ pages }));
    await t.importPdfs([path]);
  }
  const kill = (): boolean => {
    const had = running !== undefined;
    running?.kill();
    return had;
  };
  return { t, kill, file: join(dir, 'cache', 'search.sqlite') };
}

const total = async (t: TestCore, query: string): Promise<number> =>
  (await t.client.search.query({ query, kinds: ['page', 'finding'], wait: true, across: false })).total;

test('killed again and again while it indexes and while one writes, it loses nothing', async () => {
  const { t, kill } = await library('killed');
  const made: string[] = [];
  let kills = 0;
  void t.client.search.query({ query: 'zebra' }).catch(() => undefined);
  for (let i = 0; i < 24; i += 1) {
    const { id } = await t.client.findings.create({ primary: `Okapi finding number${i}` });
    made.push(id);
    await new Promise((done) => setTimeout(done, 40));
    if (i % 3 === 2 && kill()) kills += 1;
    if (i % 3 === 0) await t.client.search.state({});
  }
  expect(kills).toBeGreaterThan(0);
  expect(await total(t, 'zebra')).toBe(PAGES);
  expect(await total(t, 'okapi')).toBe(made.length);
  expect(t.bugs).toEqual([]);
  expect(await t.client.library.doctor({})).toMatchObject({ ok: true });
  await t.end();
}, 60_000);

test('what was written while no index was looking is found after the next opening', async () => {
  let { t } = await library('unseen');
  expect(await total(t, 'zebra')).toBe(PAGES);
  t = await t.reopen();
  const { id } = await t.client.findings.create({ primary: 'Pangolins' });
  const gone = await t.client.findings.create({ primary: 'Pangolins too' });
  t = await t.reopen();
  await t.client.findings.remove({ id: gone.id });
  t = await t.reopen();
  const { hits, index } = await t.client.search.query({ query: 'pangolins' });
  expect(hits.map((hit) => hit.id)).toEqual([id]);
  expect(index).toMatchObject({ state: 'ready', pages: PAGES, allPages: PAGES });
  await t.end();
}, 60_000);

test('deleted or damaged between two openings or under a running library, it is made anew', async () => {
  const { t: first, file } = await library('harmed');
  let t = first;
  expect(await total(t, 'zebra')).toBe(PAGES);
  rmSync(file);
  expect(await total(t, 'zebra')).toBe(PAGES);
  expect(existsSync(file)).toBe(true);
  await t.core.close();
  const handle = openSync(file, 'r+');
  for (let at = 4096; at < 400_000; at += 4096) writeSync(handle, Buffer.alloc(1000, 7), 0, 1000, at);
  closeSync(handle);
  t = await openTestCore({ dir: t.dir });
  expect(await total(t, 'zebra')).toBe(PAGES);
  await t.core.close();
  writeFileSync(file, 'no database');
  t = await openTestCore({ dir: t.dir });
  expect(await total(t, 'number7')).toBe(1);
  expect(t.bugs).toEqual([]);
  expect(await t.client.library.doctor({})).toMatchObject({ ok: true });
  await t.end();
}, 60_000);

test('on a disk that is nearly full the index waits, the library works, and it goes on when there is room', async (context) => {
  const disk = join(root, 'disk');
  mkdirSync(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=140m', 'none', disk], { stdio: 'ignore' });
  } catch {
    return context.skip('no file system of its own may be mounted here');
  }
  try {
    const ballast = join(disk, 'ballast');
    writeFileSync(ballast, Buffer.alloc(60 * 1024 * 1024));
    const t = await openTestCore({ dir: join(disk, 'library') });
    const { id } = await t.client.findings.create({ primary: 'Axolotl' });
    const before = await t.client.search.query({ query: 'axolotl' }).catch((error: unknown) => error);
    expect(before).toMatchObject({ total: 0, index: { state: 'paused' } });
    expect(await t.client.findings.get({ id })).toMatchObject({ primary: 'Axolotl' });
    rmSync(ballast);
    expect(await total(t, 'axolotl')).toBe(1);
    expect(await t.client.search.state({})).toMatchObject({ state: 'ready' });
    await t.end();
  } finally {
    execFileSync('umount', ['-l', disk]);
  }
}, 60_000);
