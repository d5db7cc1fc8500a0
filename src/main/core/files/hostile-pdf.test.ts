// PDFs that attack, through the import: each is answered for, none takes the app down or holds it up.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ImportedFile } from '#shared/files.ts';
import { openTestCore, type TestCore } from '../testing.ts';
import { acting, eating } from './hostile-pdf.ts';

let folder: string;
let t: TestCore;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'glossa-hostile-'));
  t = await openTestCore();
});
afterAll(async () => {
  await t.end();
  rmSync(folder, { recursive: true, force: true });
});

const write = (made: Record<string, Buffer>): string[] =>
  Object.entries(made).map(([name, bytes]) => {
    const path = join(folder, `${name}.pdf`);
    writeFileSync(path, bytes);
    return path;
  });

/** Imports, and meanwhile asks for something small again and again, as a window does. */
async function importWhileWorking(paths: string[]): Promise<{ found: ImportedFile[]; slowestMs: number }> {
  let isDone = false;
  let slowestMs = 0;
  const ask = (async () => {
    while (!isDone) {
      const since = performance.now();
      await t.client.library.info({});
      slowestMs = Math.max(slowestMs, performance.now() - since);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  const found = await t.importPdfs(paths);
  isDone = true;
  await ask;
  return { found, slowestMs };
}

test('files that want something run, opened or fetched are read like any other', async () => {
  const paths = write(acting());
  const { found } = await importWhileWorking(paths);
  expect(found).toHaveLength(paths.length);
  for (const { status, sha256 } of found) expect([status, typeof sha256]).toEqual(['added', 'string']);
  const harmless = found.find(({ path }) => path.includes('open-action-javascript'));
  const page = await t.fetch(`/text/${harmless?.sha256}/1`);
  expect(await page.text()).toContain('Harmless to look at');
  expect(t.bugs).toEqual([]);
});

test('files that eat time and memory are given up in a child, each with a word, and the app answers all the while', async () => {
  const paths = write(eating());
  const { found, slowestMs } = await importWhileWorking(paths);
  expect(found.map(({ path }) => path).sort()).toEqual([...paths].sort());
  for (const { status, message } of found) {
    expect(['added', 'damaged', 'refused']).toContain(status);
    if (status !== 'added') expect(message).toMatch(/\S/);
  }
  // Not a measure of speed: that nothing of this runs in the app's own process.
  expect(slowestMs).toBeLessThan(5000);
  expect(process.memoryUsage().rss).toBeLessThan(1024 ** 3);
  expect(await t.client.library.doctor({})).toMatchObject({ ok: true });
  expect(t.bugs).toEqual([]);
}, 180_000);
