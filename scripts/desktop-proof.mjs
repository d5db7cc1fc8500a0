// `node scripts/desktop-proof.mjs`, on a machine with Electron and a display: checks each point that the double of Electron
// cannot prove (docs/desktop.md), one line each. Ends with 1 when one does not hold, with 2 where there is no Electron.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { ensureBuilt } from './lib/build.mjs';
import { findElectron } from './lib/electron.mjs';
import { root } from './lib/paths.mjs';

const executablePath = await findElectron();
if (!executablePath) {
  console.error('There is no Electron binary here: nothing can be proved.');
  process.exit(2);
}
await ensureBuilt();
const folder = mkdtempSync(join(tmpdir(), 'glossa-proof-'));
const args = [root, `--library=${join(folder, 'library')}`, `--user-data-dir=${join(folder, 'user-data')}`];
const app = await _electron.launch({ executablePath, args });
const page = await app.firstWindow();
await page.getByText('Glosses at the Margin').first().waitFor({ timeout: 120_000 });

const refused = (f) =>
  f.then(
    () => 'granted',
    () => 'refused',
  );
const points = {
  'the page is at glossa://app, a secure and isolated context': async () => {
    assert.equal(await page.evaluate(() => location.origin), 'glossa://app');
    assert.deepEqual(await page.evaluate(() => [isSecureContext, crossOriginIsolated]), [true, true]);
  },
  'the renderer is sandboxed, without Node, its world apart from the preload’s': async () => {
    const seen = await page.evaluate(() => {
      const before = Object.isFrozen(window.glossa);
      // A page that changes what the preload might use changes only its own.
      Array.prototype.map = () => ['changed'];
      return [before, typeof require, typeof process, typeof Buffer];
    });
    assert.deepEqual(seen, [true, 'undefined', 'undefined', 'undefined']);
    assert.deepEqual(await page.evaluate(() => window.glossa.letIn([])), []);
    await page.reload();
    const isSandboxed = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().every((window) => window.webContents.getLastWebPreferences?.().sandbox !== false),
    );
    assert.equal(isSandboxed, true);
  },
  'events stream over the scheme': async () => {
    const first = await page.evaluate(async () => {
      const headers = { 'Content-Type': 'application/json' };
      const answer = await fetch('/rpc/events/subscribe', { method: 'POST', headers, body: '{"json":{}}' });
      const reader = answer.body.getReader();
      const { value } = await reader.read();
      await reader.cancel();
      return new TextDecoder().decode(value);
    });
    assert.match(first, /hello/);
  },
  'permissions are refused': async () => {
    const state = await page.evaluate(async () =>
      Promise.all(
        ['geolocation', 'notifications', 'midi', 'camera', 'microphone', 'clipboard-read'].map(
          async (name) => (await navigator.permissions.query({ name })).state,
        ),
      ),
    );
    assert.ok(
      state.every((one) => one === 'denied'),
      state.join(),
    );
    assert.equal(
      await refused(page.evaluate(() => navigator.usb?.requestDevice({ filters: [] }) ?? Promise.reject())),
      'refused',
    );
  },
  'requests, frames and windows that lead away are stopped by Electron itself': async () => {
    assert.equal(await refused(page.evaluate(() => fetch('https://example.org/').then((a) => a.text()))), 'refused');
    await page.evaluate(() => window.open('https://example.org/'));
    await page.evaluate(() => void (location.href = 'https://example.org/'));
    await page.waitForTimeout(1000);
    assert.equal(app.windows().length, 1);
    assert.match(page.url(), /^glossa:\/\/app\//);
  },
  'a real menu shows the commands of the page': async () => {
    const labels = await app.evaluate(
      ({ Menu }) =>
        Menu.getApplicationMenu()?.items.flatMap((menu) => menu.submenu?.items.map(({ label }) => label) ?? []) ?? [],
    );
    assert.ok(
      labels.some((label) => /Backups|备份/.test(label)),
      labels.join(),
    );
  },
  'hiding a window is noticed by its page, and the window waits for what was typed': async () => {
    await page.evaluate(() => {
      window.hiddenSeen = false;
      document.addEventListener(
        'visibilitychange',
        () => (window.hiddenSeen ||= document.visibilityState === 'hidden'),
      );
    });
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].hide());
    await page.waitForFunction(() => window.hiddenSeen, null, { timeout: 5000 });
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].show());
  },
  'a page whose process is killed comes back': async () => {
    const again = app.waitForEvent('window').catch(() => null);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].webContents.forcefullyCrashRenderer());
    await Promise.race([again, new Promise((done) => setTimeout(done, 4000))]);
    const url = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].webContents.getURL());
    assert.match(url, /^glossa:\/\/app\//);
  },
  'one instance a library': async () => {
    const second = await _electron.launch({ executablePath, args }).then(
      (other) => other.close().then(() => 'ran'),
      () => 'ended',
    );
    assert.equal(second, 'ended');
  },
};

let failed = 0;
for (const [name, check] of Object.entries(points)) {
  try {
    await check();
    console.log(`ok   ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`BAD  ${name}: ${error.message.split('\n')[0]}`);
  }
}
await app.close();
rmSync(folder, { recursive: true, force: true });
process.exitCode = failed > 0 ? 1 : 0;
