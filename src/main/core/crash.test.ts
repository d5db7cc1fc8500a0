// The program killed in the middle of its work, and a log that lost its end: what was acknowledged is there, or the
// loss is said.
import { execFileSync, fork } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { column, makePdf } from './files/extract/test-pdf.ts';
import { like, openTestCore, type TestCore } from './testing.ts';
import type { Told } from './crash-child.ts';

const CORE = import.meta.dirname;
const EXTRACTOR = join(CORE, 'files/extract/entry.ts');
// Inside the repository, so that the bundle finds better-sqlite3.
const built = join(CORE, `../../../node_modules/.cache/glossa-crash-${process.pid}`);
const root = mkdtempSync(join(tmpdir(), 'glossa-crash-'));
const folder = join(root, 'pdfs');

beforeAll(async () => {
  await build({
    configFile: false,
    root: join(CORE, '../../..'),
    logLevel: 'error',
    build: {
      ssr: join(CORE, 'crash-child.ts'),
      outDir: built,
      target: 'node22',
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'child.mjs' } },
    },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
  });
  mkdirSync(folder);
  for (let i = 0; i < 6; i += 1) {
    const pages = [0, 1, 2].map((page) => ({
      pieces: column([`Paper ${i} about a matter of its own`, `page ${page}`], 50, 700),
    }));
    writeFileSync(join(folder, `${i}.pdf`), makePdf({ pages }));
  }
}, 60_000);
afterAll(() => {
  rmSync(built, { recursive: true, force: true });
  rmSync(root, { recursive: true, force: true });
});

/** Runs the child in `dir` until `enough`, lets it go on for `moreMs`, and kills it. Answers all it told. */
async function killed(dir: string, run: string, paths: string[], enough: (told: Told[]) => boolean, moreMs: number) {
  const told: Told[] = [];
  const child = fork(join(built, 'child.mjs'), [dir, EXTRACTOR, run, ...paths], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const gone = new Promise((resolve) => child.once('close', resolve));
  let timer: NodeJS.Timeout | undefined;
  // Never left alive, should it tell less than is waited for.
  const last = setTimeout(() => child.kill('SIGKILL'), 8000);
  child.on('message', (message) => {
    told.push(message as Told);
    if (enough(told)) timer ??= setTimeout(() => child.kill('SIGKILL'), moreMs);
  });
  await gone;
  clearTimeout(last);
  expect(timer, 'the child told too little').toBeDefined();
  return told;
}

/** Names that must not outlive a crash. */
const leftovers = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => /\.incoming-|\.new$|unfinished/.test(name));

async function checkWhole(t: TestCore): Promise<void> {
  expect(await t.client.library.doctor({})).toMatchObject({ ok: true });
  expect(leftovers(t.dir)).toEqual([]);
  expect(t.bugs).toEqual([]);
}

test('a program killed among its commands lost nothing it had answered, and left no half of anything', async () => {
  const dir = join(root, 'commands');
  const all: Told[] = [];
  for (let round = 0; round < 10; round += 1) {
    const told = await killed(dir, `r${round}`, [], (so) => so.length >= 1 + round * 3, (round * 7) % 11);
    all.push(...told);
    const t = await openTestCore({ dir });
    const papers = [...(await t.client.papers.list({})), ...(await t.client.papers.list({ trashed: true }))];
    const byId = new Map(papers.map((paper) => [paper.id, paper]));
    for (const paper of papers) {
      expect(paper.authors).toEqual([{ family: 'First', given: 'A' }, { literal: 'Second' }]);
      expect(paper.doi).toBe(`10.5555/${paper.title}`);
    }
    const lastText = new Map<string, { paperId: string; text: string }>();
    for (const one of all) {
      if (one.type === 'paper') expect(byId.get(one.id)?.title).toBe(one.title);
      if (one.type === 'passage') lastText.set(one.id, one);
      if (one.type === 'removed') expect(byId.get(one.id)?.deletedAt).not.toBeNull();
    }
    for (const [id, { paperId, text }] of [...lastText].slice(-20)) {
      const passage = (await t.client.notes.ofPaper({ paperId }))?.passages.find((found) => found.id === id);
      // Each text begins with the one before it.
      expect(passage?.primary.startsWith(text), text).toBe(true);
    }
    await checkWhole(t);
    await t.end();
  }
}, 60_000);

test('an import killed at any point is finished at the next start, each file once', async () => {
  for (let point = 0; point < 7; point += 1) {
    const dir = join(root, `import-${point}`);
    const told = await killed(dir, 'i', [folder], (so) => so.length >= 1 + point, (point * 13) % 23);
    const job = told.find((one) => one.type === 'import');
    let t = await openTestCore({ dir });
    const { state, result } = await t.client.jobs.wait({ id: job?.jobId ?? '' });
    expect(state).toBe('done');
    const statuses = (result as { status: string }[]).map(({ status }) => status);
    expect(statuses.filter((status) => status === 'added' || status === 'already')).toHaveLength(6);
    expect(statuses.filter((status) => status === 'refused')).toHaveLength(1);
    const papers = await t.client.papers.list({});
    expect(papers.map(({ files }) => files.map((file) => [file.state, file.pageCount]))).toEqual(
      Array.from({ length: 6 }, () => [['ready', 3]]),
    );
    await checkWhole(t);
    t = await t.reopen();
    expect(readdirSync(dir)).not.toContain('uploads');
    await t.end();
  }
}, 90_000);

test('a log that lost its end opens consistent or is called damaged, and never as an empty library', async () => {
  const dir = join(root, 'torn');
  const t = await openTestCore({ dir });
  for (let i = 0; i < 12; i += 1)
    await t.client.papers.create({ title: `Paper ${i}`, authors: [{ literal: 'Group' }] });
  const source = join(root, 'torn-source');
  cpSync(dir, source, { recursive: true, filter: (path) => !/lock\.|-shm$/.test(path) });
  await t.end();
  const wal = 'library.sqlite-wal';
  const size = statSync(join(source, wal)).size;
  expect(size).toBeGreaterThan(10_000);
  const outcomes: string[] = [];
  for (const [index, kept] of [size, size - 1, size - 4096, size >> 1, 4000, 31, 0, -1].entries()) {
    const copy = join(root, `torn-${index}`);
    cpSync(source, copy, { recursive: true });
    if (kept < 0) rmSync(join(copy, wal));
    else truncateSync(join(copy, wal), kept);
    // The manifest knows six of the twelve.
    const manifest = { ...(JSON.parse(readFileSync(join(source, 'glossa.json'), 'utf8')) as object), commit: 6 };
    writeFileSync(join(copy, 'glossa.json'), JSON.stringify(manifest));
    try {
      const opened = await openTestCore({ dir: copy });
      const papers = await opened.client.papers.list({});
      expect(papers.every((paper) => paper.authors.length === 1)).toBe(true);
      expect(papers.length).toBeGreaterThanOrEqual(6);
      expect(await opened.client.library.doctor({})).toMatchObject({ ok: true });
      outcomes.push(String(papers.length));
      await opened.end();
    } catch (error) {
      expect(error).toMatchObject({ code: 'damaged' });
      outcomes.push('damaged');
    }
  }
  expect(outcomes[0]).toBe('12');
  expect(outcomes.slice(-2)).toEqual(['damaged', 'damaged']);
}, 30_000);

/** A file system of its own, 6 MB large; undefined where this user may not mount one. */
function smallDisk(): string | undefined {
  const at = join(root, 'disk');
  mkdirSync(at);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'none', at], { stdio: 'ignore' });
    return at;
  } catch {
    return undefined;
  }
}

test('a full disk refuses what it cannot hold, keeps what it has, and works again when there is room', async (context) => {
  const disk = smallDisk();
  if (!disk) return context.skip('no file system of its own may be mounted here');
  try {
    const dir = join(disk, 'library');
    let t = await openTestCore({ dir });
    const kept = await t.client.papers.create({ title: 'Kept' });
    const ballast = join(disk, 'ballast');
    try {
      for (let i = 0; ; i += 1) writeFileSync(`${ballast}-${i}`, Buffer.alloc(8192));
    } catch {
      // The disk is full.
    }
    const refused = { code: 'storage', message: like(/free space/) };
    const write = async () => {
      for (let i = 0; i < 50; i += 1) await t.client.papers.create({ title: `Too much ${'x'.repeat(4000)}` });
    };
    await expect(write()).rejects.toMatchObject(refused);
    const papers = await t.client.papers.list({});
    expect(papers.map(({ id }) => id)).toContain(kept.id);
    const big = join(root, 'big.pdf');
    writeFileSync(big, Buffer.concat([makePdf({ pages: [{ pieces: [] }] }), Buffer.alloc(7_000_000)]));
    // Neither the list of tickets nor the job's row may find room: whatever refuses first says why.
    await expect(t.importPdfs([big])).rejects.toThrow(/space|disk|ENOSPC/i);
    for (const name of readdirSync(disk)) if (name.startsWith('ballast')) rmSync(join(disk, name));
    const after = await t.client.papers.create({ title: 'After' });
    t = await t.reopen();
    expect((await t.client.papers.list({})).map(({ id }) => id)).toEqual(
      expect.arrayContaining([...papers.map(({ id }) => id), after.id]),
    );
    await checkWhole(t);
    await t.end();
  } finally {
    execFileSync('umount', ['-l', disk]);
  }
}, 30_000);

test('a library whose folder cannot be written is opened for reading, and says so', async (context) => {
  const disk = join(root, 'readonly');
  const dir = join(root, 'to-be-read');
  await (await openTestCore({ dir })).end();
  mkdirSync(disk);
  try {
    execFileSync('mount', ['--bind', dir, disk], { stdio: 'ignore' });
    execFileSync('mount', ['-o', 'remount,bind,ro', disk], { stdio: 'ignore' });
  } catch {
    return context.skip('no file system of its own may be mounted here');
  }
  try {
    const t = await openTestCore({ dir: disk });
    expect(await t.client.library.info({})).toMatchObject({ isReadOnly: true });
    const refused = { code: 'refused', message: like(/reading only/) };
    await expect(t.client.papers.create({ title: 'No' })).rejects.toMatchObject(refused);
    await t.core.close();
  } finally {
    execFileSync('umount', ['-l', disk]);
  }
  await (await openTestCore({ dir })).end();
});
