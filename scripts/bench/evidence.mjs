// Recall of suggested evidence on the labelled set: how often the passage of a claim said in other words is among the
// first five suggestions; and how long 300 pages take, made ready and searched, as a ratio.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'vite';
import { fromRoot } from '../lib/paths.mjs';
import { spawn } from './spawn.mjs';

const PAGES = 300;

/** Prints recall at 1 and 5, the claims missed, and the speed of a search against that of reading the words. */
export async function bench() {
  const vite = await createServer({
    root: fromRoot('.'),
    configFile: false,
    server: { middlewareMode: true },
    logLevel: 'error',
  });
  const { openCore } = await vite.ssrLoadModule('/src/main/core/core.ts');
  const { makeClient } = await vite.ssrLoadModule('/src/main/host/client.ts');
  const { labelled } = await vite.ssrLoadModule('/src/main/core/findings/suggest/paraphrases.cases.ts');
  const { measure, pageOf, recallOf, timing } = await vite.ssrLoadModule('/src/main/core/findings/suggest/recall.ts');
  const folder = mkdtempSync(join(tmpdir(), 'glossa-bench-'));
  const core = await openCore({
    libraryDir: join(folder, 'library'),
    spawn,
    create: { primary: 'en', secondary: 'zh-Hans' },
  });
  try {
    const client = makeClient((request) => core.handle(request, 'cli'));
    const { jobId } = await client.files.import({ sources: core.admit([fromRoot('resources/sample/papers')]) });
    const { result: files } = await client.jobs.wait({ id: jobId });
    const wordsOf = async (pdf) => {
      const { sha256 } = files.find(({ path }) => path.endsWith(pdf));
      const answer = await core.handle(new Request(`http://core.invalid/words/${sha256}`), 'cli');
      return answer.json();
    };
    const measured = [];
    for (const paper of labelled) {
      measured.push(...(await measure(paper, paper.pdf ? await wordsOf(paper.pdf) : [pageOf(paper.text)])));
    }
    const first = measured.filter(({ rank }) => rank === 1).length / measured.length;
    console.log(`suggested evidence: ${measured.length} claims said in other words`);
    console.log(`  recall at 1   ${(first * 100).toFixed(1)} %`);
    console.log(`  recall at 5   ${(recallOf(measured) * 100).toFixed(1)} %`);
    for (const { paper, claim } of measured.filter(({ rank }) => rank === 0))
      console.log(`  missed        ${paper}: ${claim}`);
    const { readyMs, searchMs, parseMs } = await timing(labelled, PAGES);
    console.log(
      `  ${PAGES} pages: made ready in ${(readyMs / parseMs).toFixed(1)}x the time of parsing their words, searched in ${(searchMs / parseMs).toFixed(2)}x`,
    );
  } finally {
    await core.close();
    await vite.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
