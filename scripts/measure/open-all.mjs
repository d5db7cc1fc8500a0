// Opens every PDF of a folder in the built app in Chromium, and prints what came of each: its first page painted, a
// card that says what is wrong, or nothing within the time (a hang). Build first; run as
//   node scripts/measure/open-all.mjs FOLDER [--json OUT] [--only WORDS]
// GLOSSA_CHROMIUM names the browser, where it is not Playwright's own.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';

/** What a document may take to show something, in milliseconds; longer than the reader's own patience with a page. */
const LIMIT_MS = 60_000;

const [folder, ...options] = process.argv.slice(2);
const option = (name) => (options.includes(name) ? options[options.indexOf(name) + 1] : undefined);
if (!folder) {
  console.error('Which folder? node scripts/measure/open-all.mjs FOLDER');
  process.exit(2);
}
const built = resolve(import.meta.dirname, '../../out/main');
const library = mkdtempSync(join(tmpdir(), 'glossa-open-all-'));

function cli(...args) {
  const ended = spawnSync(process.execPath, [join(built, 'cli.js'), ...args, '--library', library, '--json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (ended.status !== 0) throw new Error(`glossa ${args.join(' ')}: ${ended.stderr}`);
  return JSON.parse(ended.stdout);
}

async function startHost() {
  const host = spawn(process.execPath, [join(built, 'serve.js'), '--library', library, '--no-open'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  const link = await new Promise((done, fail) => {
    host.stdout.on('data', (chunk) => {
      text += String(chunk);
      const ready = /^Glossa is ready: (\S+)$/m.exec(text);
      if (ready) done(ready[1]);
    });
    host.once('exit', (code) => fail(new Error(`the host ended with ${code}`)));
  });
  return { host, link };
}

/** What the window shows of a document, as soon as it shows something. */
async function outcomeOf(page) {
  const shown = await page
    .waitForFunction(
      () => {
        const card = document.querySelector('[data-why]');
        if (card) return `card: ${card.getAttribute('data-why')}`;
        if (document.querySelector('.page [data-over-tint]')) return 'card: page';
        return document.querySelector('.page[data-loaded="true"] canvas') ? 'painted' : null;
      },
      undefined,
      { timeout: LIMIT_MS, polling: 50 },
    )
    .catch(() => null);
  return shown ? await shown.jsonValue() : 'hang';
}

spawnSync(process.execPath, [join(built, 'cli.js'), 'init', library], { stdio: 'ignore' });
console.log('Taking in the files');
const imported = cli('import', 'pdf', resolve(folder));
const results = imported
  .filter(({ sha256 }) => sha256 === null)
  .map(({ path, message }) => ({ path, outcome: 'refused', ms: 0, message, errors: [] }));
const seen = new Set();
const files = imported.filter(({ path, sha256, paperId }) => {
  if (sha256 === null || paperId === null || seen.has(sha256) || !path.includes(option('--only') ?? '')) return false;
  seen.add(sha256);
  return true;
});
const { host, link } = await startHost();
const browser = await chromium.launch({
  ...(process.env.GLOSSA_CHROMIUM && { executablePath: process.env.GLOSSA_CHROMIUM }),
  args: ['--no-sandbox'],
});
const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
let errors = [];
page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
page.on('pageerror', (error) => errors.push(String(error)));
await page.goto(link);
for (const [index, { path, sha256, paperId }] of files.entries()) {
  errors = [];
  await page.evaluate(() => (location.hash = '#/library'));
  await page.waitForFunction(() => !document.querySelector('.page, [data-why]'));
  const from = performance.now();
  await page.evaluate(([paper, file]) => (location.hash = `#/reader/${paper}?file=${file}`), [paperId, sha256]);
  const outcome = await outcomeOf(page);
  results.push({ path, outcome, ms: Math.round(performance.now() - from), errors });
  if (outcome !== 'painted' || errors.length > 0)
    console.log(`${path}: ${outcome}`, ...errors.map((e) => e.slice(0, 160)));
  if (index % 50 === 49) console.log(`… ${index + 1} of ${files.length}`);
  if (outcome === 'hang') await page.goto(new URL('/', link).href);
}
await browser.close();
host.kill('SIGINT');
await new Promise((done) => host.once('exit', done));

const tally = Object.fromEntries(
  Object.entries(Object.groupBy(results, ({ outcome }) => outcome)).map(([outcome, list]) => [outcome, list.length]),
);
const times = results
  .filter(({ outcome }) => outcome === 'painted')
  .map(({ ms }) => ms)
  .toSorted((a, b) => a - b);
console.log(`${results.length} files:`, tally);
console.log(`first page painted after ${times[times.length >> 1]} ms at the median, ${times.at(-1)} ms at most`);
console.log(`files with an error in the console: ${results.filter((one) => one.errors.length > 0).length}`);
if (option('--json')) writeFileSync(option('--json'), JSON.stringify(results, null, 1));
rmSync(library, { recursive: true, force: true });
process.exitCode = tally.hang ? 1 : 0;
