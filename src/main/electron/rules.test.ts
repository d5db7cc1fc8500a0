// Rules of the shell that are seen in its source: what must be there, and what must never be.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const textsIn = (folder: string): string =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs|html)$/.test(entry.name) && !/test|double/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
const shell = textsIn('src/main/electron') + textsIn('src/preload');

test.each([
  'webSecurity: false',
  'sandbox: false',
  'contextIsolation: false',
  'nodeIntegration: true',
  'allowRunningInsecureContent',
  'experimentalFeatures',
  'enableBlinkFeatures',
  'appendSwitch',
  'no-sandbox',
  'certificate-error',
  'setCertificateVerifyProc',
  'setProxy',
  'crashReporter',
  'autoUpdater',
  'setSpellCheckerLanguages',
  'loadFile(',
  'file://',
  'executeJavaScript',
  'openDevTools',
  'remote',
])('the shell has no %s', (words) => expect(shell).not.toContain(words));

test.each([
  'enableSandbox()',
  'setSpellCheckerEnabled(false)',
  'requestSingleInstanceLock',
  'select-client-certificate',
])('the shell has %s', (words) => expect(shell).toContain(words));

test('only the gate opens addresses outside, and only it knows how', () => {
  const gate = readFileSync(join(root, 'src/main/electron/external.ts'), 'utf8');
  expect(shell.split('shell.openExternal').length).toBe(gate.split('shell.openExternal').length);
  expect(shell).not.toMatch(/shell\.openPath/);
});

test('the renderer names no address it would load from', () => {
  const loads = textsIn('src/renderer').match(/(?:src|href|url\()\s*[=(]?\s*["'`]https?:[^"'`]*/g) ?? [];
  expect(loads).toEqual([]);
});

test('Electron is pinned to one release of a supported major', () => {
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  expect(devDependencies['electron']).toMatch(/^\d+\.\d+\.\d+$/);
  expect(Number(devDependencies['electron']?.split('.')[0])).toBeGreaterThanOrEqual(45);
});
