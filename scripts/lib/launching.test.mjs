import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dataFile } from '../vite/pdfjs-data.mjs';
import { hasDisplay } from './display.mjs';
import { isAsLocked } from './install.mjs';
import { isNewEnough } from './node.mjs';
import { fromRoot } from './paths.mjs';
import { readPlaywrightReport } from './playwright-report.mjs';
import { readStartOptions } from './start-options.mjs';

test.each([
  ['20.20.2', false],
  ['22.12.9', false],
  ['22.13.0', true],
  ['24.0.0', true],
])('Node %s is new enough: %s', (version, expected) => {
  expect(isNewEnough(version)).toBe(expected);
});

describe('options of npm start', () => {
  test('all of them are read', () => {
    const options = readStartOptions(['--web', '--library=/l', '--port', '4242', '--no-open']);
    expect(options).toEqual({ host: 'web', library: '/l', port: 4242, open: false });
  });

  test.each([
    [['--fly'], 'Unknown option --fly'],
    [['library'], 'Unknown option library'],
    [['--library'], '--library needs a value'],
    [['--library', '--web'], '--library needs a value'],
    [['--port', 'x'], '--port takes a number'],
    [['--port', '70000'], '--port takes a number'],
    [['--web', '--desktop'], 'Choose one'],
  ])('%s ends with code 2 and the reason', (args, message) => {
    const attempt = () => readStartOptions(args);
    expect(attempt).toThrow(message);
    expect(attempt).toThrow(expect.objectContaining({ exitCode: 2 }));
  });
});

test('a display is X or Wayland on Linux, and always there elsewhere', () => {
  expect(hasDisplay({}, 'linux')).toBe(false);
  expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true);
  expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
  expect(hasDisplay({}, 'darwin')).toBe(true);
});

test.each([
  '/pdfjs/cmaps/../../package.json',
  '/pdfjs/cmaps/..',
  '/pdfjs/build/pdf.mjs',
  '/pdfjs/cmaps/a/b',
  '/cmaps/x',
])('%s is no data file of pdf.js', (path) => {
  expect(dataFile(path)).toBeNull();
});

test('a character map is one', () => {
  expect(dataFile('/pdfjs/cmaps/UniGB-UCS2-H.bcmap')).toMatch(/pdfjs-dist.cmaps.UniGB-UCS2-H\.bcmap$/);
});

test('an end-to-end report is counted, with the reasons of skips', () => {
  const spec = (title, status, annotations = []) => ({ title, tests: [{ status, annotations }] });
  const report = {
    errors: [],
    suites: [
      {
        title: 'a.spec.ts',
        specs: [spec('one', 'expected'), spec('two', 'unexpected')],
        suites: [
          {
            title: 'inner',
            specs: [spec('three', 'skipped', [{ type: 'skip', description: 'no corpus' }]), spec('four', 'flaky')],
          },
        ],
      },
    ],
  };
  const result = readPlaywrightReport(report);
  expect(result).toMatchObject({ passed: 2, failed: 1, skipped: 1 });
  expect(result.notes).toContain('skipped: a.spec.ts › inner › three (no corpus)');
  expect(result.notes).toContain('failed: a.spec.ts › two');
});

test('a report that names an error without a test counts it as a failure', () => {
  expect(readPlaywrightReport({ errors: [{ message: 'No tests found\n…' }], suites: [] })).toMatchObject({
    failed: 1,
    notes: ['No tests found'],
  });
});

describe('what npm installed by hand', () => {
  let folder;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'glossa-locked-'));
    mkdirSync(join(folder, 'node_modules/a'), { recursive: true });
    writeFileSync(join(folder, 'node_modules/a/package.json'), '{}');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const packages = {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/other-system': { version: '2.0.0', optional: true },
  };
  const { 'node_modules/a': a } = packages;

  test.each([
    ['just what is locked', { 'node_modules/a': a }, true],
    ['another version', { 'node_modules/a': { version: '1.0.1' } }, false],
    ['less', {}, false],
  ])('%s is taken as installed: %s', (_name, found, expected) => {
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages }));
    writeFileSync(join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages: found }));
    expect(isAsLocked(folder)).toBe(expected);
  });
});

describe('the launcher on a copy with nothing installed', () => {
  let copy;
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'glossa-launch-'));
    cpSync(fromRoot('scripts'), join(copy, 'scripts'), { recursive: true });
    mkdirSync(join(copy, 'bin'));
    writeFileSync(join(copy, 'package-lock.json'), '{}');
    writeFileSync(join(copy, 'bin/npm'), '#!/bin/sh\necho npm was asked for: $1\nexit 1\n', { mode: 0o755 });
  });
  afterAll(() => rmSync(copy, { recursive: true }));

  /** Runs the launcher there, with an npm that always fails. */
  function launch(...args) {
    const env = { ...process.env, PATH: `${join(copy, 'bin')}:${process.env.PATH}`, npm_execpath: '' };
    return new Promise((done) => {
      const child = spawn(process.execPath, [join(copy, 'scripts/launch.mjs'), ...args], {
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let [stdout, stderr] = ['', ''];
      child.stdout.on('data', (chunk) => (stdout += chunk));
      child.stderr.on('data', (chunk) => (stderr += chunk));
      child.once('close', (code) => done({ code, stdout, stderr }));
    });
  }

  test.skipIf(process.platform === 'win32')('it installs first, and says in one line that this failed', async () => {
    const { code, stdout, stderr } = await launch('glossa', 'list', 'papers', '--json');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('npm was asked for: ci');
    expect(stderr.trim().split('\n').at(-1)).toContain('could not be installed');
  });

  test('a mistyped option or command is told before anything is installed', async () => {
    expect(await launch('start', '--fly')).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^Unknown option --fly[^\n]*\n$/),
    });
    expect(await launch('fly')).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^Unknown command "fly"[^\n]*\n$/),
    });
  });
});
