// The stages of `npm test` and `npm run check`. Each one runs to its end and says how many things passed, failed
// and were skipped; a stage that is no test suite counts as one thing.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { build } from './build.mjs';
import { findOrInstallBrowser, noBrowser } from './browser.mjs';
import { fromRoot } from './paths.mjs';
import { readPlaywrightReport } from './playwright-report.mjs';
import { run } from './run.mjs';
import { tell } from './trouble.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number, notes: string[] }} Result */

const once = (isGood, note) => ({
  passed: isGood ? 1 : 0,
  failed: isGood ? 0 : 1,
  skipped: 0,
  notes: note ? [note] : [],
});

/** Runs one of the installed tools by its own file, so that the Node in use is ours. */
function tool(file, args, env = {}) {
  return run(process.execPath, [fromRoot('node_modules', file), ...args], { env: { ...process.env, ...env } });
}

async function simple(file, args) {
  const { code } = await tool(file, args);
  return once(code === 0);
}

/** Runs a suite that writes a report, and adds one failure when it ended badly without naming one. */
async function suite(file, args, env, report, read) {
  const path = fromRoot('test-results', report);
  mkdirSync(fromRoot('test-results'), { recursive: true });
  rmSync(path, { force: true });
  const { code } = await tool(file, args, { ...env, GLOSSA_TEST_REPORT: path });
  let result;
  try {
    result = read(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    result = once(false, 'ended without a report');
  }
  if (code !== 0 && result.failed === 0)
    result = { ...result, failed: 1, notes: [...result.notes, `ended with code ${code}`] };
  return result;
}

async function endToEnd() {
  const browser = await findOrInstallBrowser();
  if (!browser) {
    tell(noBrowser);
    return once(false, noBrowser);
  }
  const env = { GLOSSA_CHROMIUM: browser };
  return suite('@playwright/test/cli.js', ['test'], env, 'e2e.json', readPlaywrightReport);
}

async function buildStage() {
  try {
    await build();
    return once(true);
  } catch (error) {
    return once(false, error.message);
  }
}

/** Every stage in order: its name, and what runs it. */
export const stages = {
  types: () => simple('typescript/bin/tsc', ['-b']),
  lint: () => simple('oxlint/bin/oxlint', ['--type-aware', '--deny-warnings']),
  format: () => simple('oxfmt/bin/oxfmt', ['--check']),
  unit: () =>
    suite(
      'vitest/vitest.mjs',
      ['run', '--reporter=default', '--reporter=./scripts/lib/vitest-reporter.mjs'],
      {},
      'unit.json',
      (report) => report,
    ),
  build: buildStage,
  'end to end': endToEnd,
};
