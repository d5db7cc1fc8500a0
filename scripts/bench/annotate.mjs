// Storing a highlight in a file that has none, 1,000 and 10,000 already: the whole call, from request to answer on disk.
// What grows with the number of marks shows as a ratio above 1.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'vite';
import { fromRoot } from '../lib/paths.mjs';
import { spawn } from './spawn.mjs';

const COUNTS = [0, 1000, 10_000];
const ROUNDS = 60;

/** Prints the median time to store one highlight, and to list them all, at each count. */
export async function bench() {
  const vite = await createServer({
    root: fromRoot('.'),
    configFile: false,
    server: { middlewareMode: true },
    logLevel: 'error',
  });
  const { openCore } = await vite.ssrLoadModule('/src/main/core/core.ts');
  const { makeClient } = await vite.ssrLoadModule('/src/main/host/client.ts');
  const folder = mkdtempSync(join(tmpdir(), 'glossa-bench-'));
  const core = await openCore({
    libraryDir: join(folder, 'library'),
    spawn,
    create: { primary: 'en', secondary: 'zh-Hans' },
  });
  try {
    const client = makeClient((request) => core.handle(request, 'cli'));
    await measure(core, client);
  } finally {
    await core.close();
    await vite.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(core, client) {
  const sources = core.admit([fromRoot('resources/sample/papers/glosses-at-the-margin.pdf')]);
  const { jobId } = await client.files.import({ sources });
  const [{ sha256 }] = (await client.jobs.wait({ id: jobId })).result;
  const mark = (n) =>
    client.annotations.create({ sha256, ranges: [{ page: 1 + (n % 3), start: n % 2000, end: (n % 2000) + 60 }] });
  console.log('Storing one highlight, and listing all of a file (median)');
  console.log('marks      store   ratio      list');
  let stored = 0;
  let first = 0;
  for (const count of COUNTS) {
    for (; stored < count; stored += 1) await mark(stored);
    const store = await median(ROUNDS, () => mark(stored++));
    const list = await median(5, () => client.annotations.list({ sha256 }));
    first ||= store;
    const ratio = (store / first).toFixed(2);
    console.log(`${String(count).padStart(6)}${ms(store)}${ratio.padStart(8)}${ms(list)}`);
  }
}

const ms = (time) => `${time.toFixed(1)} ms`.padStart(11);

async function median(rounds, run) {
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    await run();
    times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b)[rounds >> 1];
}
