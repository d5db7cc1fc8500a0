// `node packaging/smoke.mjs PROGRAM [FUSED]`: starts a packaged program on an empty library, drives it through the window,
// and reads back its fuses. FUSED is the file that carries them, when it is not PROGRAM itself (macOS: the framework).
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCurrentFuseWire, FuseState, FuseV1Options } from '@electron/fuses';
import { _electron } from '@playwright/test';
import { fromRoot } from '../scripts/lib/paths.mjs';

const [program, fused = program] = process.argv.slice(2);
assert.ok(program, 'Name the packaged program.');

const { electronFuses } = JSON.parse(readFileSync(fromRoot('packaging/builder.json'), 'utf8'));
const wire = await getCurrentFuseWire(fused);
for (const [name, isOn] of Object.entries(electronFuses)) {
  const option = FuseV1Options[name.replace(/^./, (letter) => letter.toUpperCase())];
  assert.equal(wire[option], isOn ? FuseState.ENABLE : FuseState.DISABLE, `the fuse ${name}`);
}

const folder = mkdtempSync(join(tmpdir(), 'glossa-smoke-'));
const app = await _electron.launch({
  executablePath: program,
  args: [`--library=${join(folder, 'library')}`, `--user-data-dir=${join(folder, 'user-data')}`],
});
try {
  const page = await app.firstWindow();
  await page.getByText('Glosses at the Margin').first().waitFor({ timeout: 60_000 });
  assert.equal(await page.evaluate(() => typeof process), 'undefined');
  await page.getByText('Glosses at the Margin').first().dblclick();
  await page.locator('.page canvas').first().waitFor({ timeout: 60_000 });
} finally {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
}
console.log('The packaged program starts, opens its sample, paints a page and ends.');
