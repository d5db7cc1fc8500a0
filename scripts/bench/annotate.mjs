// A 300-page document with 10,000 marks beside the same document with none: what the window asks when it opens, scrolls,
// lists and adds one, each the whole call from request to answer (on disk for the last). What grows with the number of
// marks shows as a ratio above 1.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'vite';
import { fromRoot } from '../lib/paths.mjs';
import { spawn } from './spawn.mjs';

const PAGES = 300;
const MARKS = 10_000;
const ROUNDS = 40;
/** Pages the reader asks for at once. */
const STRETCH = 8;

/** Prints the median times without and with marks, and their ratios. */
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
    await measure(core, client, vite, folder);
  } finally {
    await core.close();
    await vite.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(core, client, vite, folder) {
  const { typeset } = await vite.ssrLoadModule('/src/main/core/files/extract/test-typeset.ts');
  const bare = await addDocument(core, client, typeset, join(folder, 'bare.pdf'), 'Bare');
  const full = await addDocument(core, client, typeset, join(folder, 'full.pdf'), 'Full');
  for (let n = 0; n < MARKS; n += 1) await client.annotations.create(markAt(full.sha256, n));
  const tasks = {
    'open (marks of the first pages)': ({ sha256 }) => client.annotations.onPages({ sha256, from: 1, to: STRETCH }),
    'scroll (marks of all pages)': async ({ sha256 }) => {
      for (let from = 1; from <= PAGES; from += STRETCH) {
        await client.annotations.onPages({ sha256, from, to: from + STRETCH - 1 });
      }
    },
    'list (the first hundred, and what to filter by)': async ({ paperId }) => {
      await client.annotations.lines({ paperId, limit: 100 });
      await client.annotations.facets({ paperId });
    },
    'list by words': ({ paperId }) => client.annotations.lines({ paperId, limit: 100, words: 'margin' }),
    'add one': async ({ sha256 }, round) => client.annotations.create(markAt(sha256, round * 37)),
    'add one, and its pages again': async ({ sha256 }, round) => {
      await client.annotations.create(markAt(sha256, round * 41));
      await client.annotations.onPages({ sha256, from: 1, to: STRETCH });
    },
  };
  console.log(`${PAGES} pages, without marks and with ${MARKS} (median)`);
  console.log('task                                              without       with   ratio');
  for (const [name, run] of Object.entries(tasks)) {
    const rounds = name.startsWith('scroll') || name.startsWith('list') ? 7 : ROUNDS;
    const without = await median(rounds, (round) => run(bare, round));
    const with_ = await median(rounds, (round) => run(full, round));
    console.log(`${name.padEnd(47)}${ms(without)}${ms(with_)}${(with_ / without).toFixed(2).padStart(8)}`);
  }
}

const WORDS =
  'the reader writes a short note at the margin of an article and remembers more of it one week later than others do';

async function addDocument(core, client, typeset, path, name) {
  const paragraphs = Array.from({ length: PAGES * 12 }, (_, n) => `${name} paragraph ${n}. ${WORDS}, ${WORDS} (${n}).`);
  writeFileSync(path, typeset(paragraphs, { columns: 1, size: 11 }));
  const { jobId } = await client.files.import({ sources: core.admit([path]) });
  const [{ sha256, paperId }] = (await client.jobs.wait({ id: jobId })).result;
  return { sha256, paperId };
}

/** The n-th mark: spread over the pages, a line long. */
const markAt = (sha256, n) => {
  const start = 40 + ((Math.floor(n / PAGES) * 31) % 1200);
  return { sha256, ranges: [{ page: 1 + (n % PAGES), start, end: start + 60 }] };
};

const ms = (time) => `${time.toFixed(1)} ms`.padStart(11);

async function median(rounds, run) {
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    await run(round);
    times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b)[rounds >> 1];
}
