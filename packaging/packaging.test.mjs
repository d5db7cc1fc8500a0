// What is packaged, as far as it can be seen without Electron: file lists, the archive, fuses, licences, the lock.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPackageWithOptions, listPackage } from '@electron/asar';
import { FuseV1Options } from '@electron/fuses';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fromRoot, root } from '../scripts/lib/paths.mjs';
import { KNOWN, licenceText, packagesOf } from './licences.mjs';
import { icns, ico } from './icons.mjs';
import { stageApp } from './stage.mjs';

const read = (path) => readFileSync(fromRoot(path), 'utf8');
const builder = JSON.parse(read('packaging/builder.json'));
const whole = JSON.parse(read('package.json'));
const lock = JSON.parse(read('package-lock.json'));

let folder;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'glossa-package-'));
  for (const part of ['main/chunks', 'preload', 'renderer/assets'])
    mkdirSync(join(folder, 'built', part), { recursive: true });
  for (const file of [
    'main/desktop.js',
    'main/desktop.js.map',
    'main/chunks/a-1.js',
    'preload/index.cjs',
    'renderer/index.html',
    'renderer/assets/i.js',
  ])
    writeFileSync(join(folder, 'built', file), 'x');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const staged = (target) => {
  const to = join(folder, target);
  stageApp({ root, built: join(folder, 'built'), folder: to, target });
  return readdirSync(to, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(to.length + 1)
        .replaceAll('\\', '/'),
    );
};

test.each([
  ['linux-x64', ['linux-x64.node']],
  ['win32-x64', ['win32-x64.node']],
  ['darwin', ['darwin-arm64.node', 'darwin-x64.node']],
])('the program for %s has what it runs with, and nothing else', (target, natives) => {
  const files = staged(target);
  expect(
    files
      .filter((file) => file.endsWith('.node'))
      .map((file) => file.split('/').at(-1))
      .sort((a, b) => (a < b ? -1 : 1)),
  ).toEqual(natives);
  for (const needed of [
    'package.json',
    'LICENCES.md',
    'main/desktop.js',
    'preload/index.cjs',
    'renderer/index.html',
    'resources/sample/survey.md',
  ])
    expect(files).toContain(needed);
  expect(files).toContain('node_modules/@embedpdf/pdfium/dist/pdfium.wasm');
  // No Node, no tools, no sources, no maps; of node_modules the two packages that are not bundled.
  expect(files.filter((file) => /(^|\/)node(\.exe)?$|\.map$|\.ts$|\.cpp$|\.test\./.test(file))).toEqual([]);
  const packages = new Set(
    files
      .filter((file) => file.startsWith('node_modules/'))
      .map((file) =>
        file
          .split('/')
          .slice(1, file.includes('/@') ? 3 : 2)
          .join('/'),
      ),
  );
  expect([...packages].sort((a, b) => (a < b ? -1 : 1))).toEqual(['@embedpdf/pdfium', 'better-sqlite3']);
  const own = JSON.parse(readFileSync(join(folder, target, 'package.json'), 'utf8'));
  expect(own).toMatchObject({ main: 'main/desktop.js', type: 'module', dependencies: whole.dependencies });
  expect(own.scripts).toBeUndefined();
});

test('the archive leaves native code outside, where the system can load it', async () => {
  staged('linux-x64');
  const archive = join(folder, 'app.asar');
  expect(builder.asarUnpack).toEqual(['**/*.node']);
  await createPackageWithOptions(join(folder, 'linux-x64'), archive, { unpack: '**/*.node' });
  const listed = listPackage(archive, { isPack: true });
  expect(listed.filter((line) => line.startsWith('unpack')).every((line) => line.endsWith('.node'))).toBe(true);
  expect(existsSync(join(`${archive}.unpacked`, 'node_modules/better-sqlite3/prebuilds/linux-x64.node'))).toBe(true);
  expect(listed.some((line) => line.endsWith('/main/desktop.js'))).toBe(true);
});

test('every fuse is set on purpose', () => {
  expect(builder.electronFuses).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  });
  for (const name of Object.keys(builder.electronFuses)) {
    expect(Object.keys(FuseV1Options)).toContain(name.replace(/^./, (letter) => letter.toUpperCase()));
  }
});

test('installers for three systems, with icons that are there, and no switch that opens the sandbox', () => {
  expect(builder.win.target[0].target).toBe('nsis');
  expect(builder.mac.target).toEqual([{ target: 'dmg', arch: ['universal'] }]);
  expect(builder.linux.target.map(({ target }) => target)).toEqual(['AppImage', 'deb']);
  for (const file of [builder.win.icon, builder.mac.icon, 'resources/icons/pdf.png', 'resources/icons/256x256.png'])
    expect(existsSync(fromRoot(file)), file).toBe(true);
  expect(readFileSync(fromRoot(builder.win.icon)).subarray(0, 4)).toEqual(Buffer.from([0, 0, 1, 0]));
  expect(readFileSync(fromRoot(builder.mac.icon)).subarray(0, 4).toString()).toBe('icns');
  const png = { size: 256, png: Buffer.from('png') };
  expect(ico([png]).readUInt32LE(18)).toBe(22);
  expect(icns([png]).readUInt32BE(4)).toBe(8 + 8 + 3);
  const places = [
    'packaging/builder.json',
    'packaging/smoke.mjs',
    'scripts/commands/start.mjs',
    'scripts/lib/electron.mjs',
  ];
  for (const place of places) expect(read(place), place).not.toContain('no-sandbox');
});

test('every package in the program has a licence that is known, and its text goes along', () => {
  const packages = packagesOf(root);
  expect(packages.length).toBeGreaterThan(50);
  expect(
    packages.filter(({ licence }) => !KNOWN.has(licence)).map(({ name, licence }) => `${name}: ${licence}`),
  ).toEqual([]);
  const text = licenceText(root);
  for (const name of ['pdfjs-dist', '@embedpdf/pdfium', 'better-sqlite3', 'react', 'katex'])
    expect(text).toContain(`## ${name} `);
});

test('every dependency is pinned exactly, and locked by content', () => {
  const pins = { ...whole.dependencies, ...whole.devDependencies, ...whole.optionalDependencies, ...whole.overrides };
  for (const [name, version] of Object.entries(pins)) expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
  for (const packages of [lock.packages, JSON.parse(read('packaging/package-lock.json')).packages])
    for (const [path, entry] of Object.entries(packages))
      if (path !== '') expect(entry.integrity, path).toMatch(/^sha512-/);
});

test('the lock holds native parts for every system, and pdf.js is no version with a known hole', () => {
  const names = Object.keys(lock.packages);
  for (const system of ['linux-x64', 'linux-arm64', 'darwin-arm64', 'darwin-x64', 'win32-x64']) {
    const [os, cpu] = system.split('-');
    const fits = names.filter((name) => name.includes(os) && name.includes(cpu));
    expect(
      fits.some((name) => name.includes('rolldown')),
      `the bundler on ${system}`,
    ).toBe(true);
  }
  const [major, minor, patch] = lock.packages['node_modules/pdfjs-dist'].version.split('.').map(Number);
  // CVE-2026-16633 was fixed in 6.2.108.
  expect(major * 1e6 + minor * 1e4 + patch).toBeGreaterThanOrEqual(6 * 1e6 + 2 * 1e4 + 108);
  expect(names.filter((name) => /gray-matter|js-yaml$/.test(name))).toEqual([]);
});
