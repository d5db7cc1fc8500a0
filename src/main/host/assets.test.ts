import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerAsset, readAssets, type Assets } from './assets.ts';

let folder: string;
let assets: Assets;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'glossa-assets-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<script nonce="__CSP_NONCE__"></script><meta nonce="__CSP_NONCE__">');
  writeFileSync(join(folder, 'assets/app-1a2b.js'), 'export const x = 1;');
  writeFileSync(join(folder, 'assets/app-1a2b.js.map'), '{}');
  writeFileSync(join(folder, 'assets/look.css'), 'a{}');
  writeFileSync(join(folder, '.secret'), 'no');
  assets = readAssets(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

const ask = (path: string, init?: RequestInit) => answerAsset(assets, new Request(`http://127.0.0.1:1${path}`, init));

test('the page gets a fresh nonce in its text and the same one in its policy', async () => {
  const [first, second] = [ask('/')!, ask('/index.html')!];
  const nonce = /nonce="([^"]+)"/.exec(await first.text())![1]!;
  expect(nonce).toMatch(/^[\w-]{22}$/);
  expect(first.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}'`);
  expect(await second.text()).not.toContain(nonce);
  expect(first.headers.get('cache-control')).toBe('no-store');
});

test('no placeholder is left in the page', async () => {
  expect(await ask('/')!.text()).not.toContain('__CSP_NONCE__');
});

test('the policy forbids eval, remote loads, frames and forms', () => {
  const policy = ask('/')!.headers.get('content-security-policy')!;
  expect(policy).not.toContain("'unsafe-eval'");
  expect(policy).not.toMatch(/https?:|\*/);
  for (const rule of ["default-src 'none'", "frame-ancestors 'none'", "form-action 'none'", "base-uri 'none'"]) {
    expect(policy).toContain(rule);
  }
});

test('a script carries a worker policy and may be kept for ever, since its name has its hash', async () => {
  const response = ask('/assets/app-1a2b.js')!;
  expect(response.headers.get('content-type')).toMatch(/^text\/javascript/);
  expect(response.headers.get('content-security-policy')).toContain("connect-src 'self'");
  expect(response.headers.get('cache-control')).toContain('immutable');
  expect(await response.text()).toBe('export const x = 1;');
});

test('every answer says nosniff and keeps to its origin', () => {
  for (const path of ['/', '/assets/app-1a2b.js', '/assets/look.css']) {
    const { headers } = ask(path)!;
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  }
});

test.each([
  '/assets/app-1a2b.js.map',
  '/.secret',
  '/assets/',
  '/assets',
  '//assets/look.css',
  '/assets/%2e%2e/index.html%00',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/..%5c..%5cindex.html',
  '/assets%2flook.css',
  '/C:/Windows/win.ini',
  '/CON',
])('%s is not there', (path) => {
  expect(ask(path)).toBeNull();
});

test('a kept copy is confirmed without sending it again', async () => {
  const etag = ask('/assets/look.css')!.headers.get('etag')!;
  const again = ask('/assets/look.css', { headers: { 'if-none-match': etag } })!;
  expect(again.status).toBe(304);
  expect(await again.text()).toBe('');
});

test('only reading is allowed', () => {
  expect(ask('/', { method: 'POST', body: 'x' })!.status).toBe(405);
  expect(ask('/', { method: 'HEAD' })!.status).toBe(200);
});

test('a folder without a page is said to be unbuilt', () => {
  expect(() => readAssets(join(folder, 'assets'))).toThrow(/has not been built/);
});
