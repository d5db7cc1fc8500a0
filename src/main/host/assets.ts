// The built renderer as a map from exact URL path to bytes, and the answers made from it. Nothing taken from a URL is
// ever joined to a path: what is not a key of the map does not exist.
import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageHeaders, plainHeaders, scriptHeaders } from './headers.ts';

/** One built file, held in memory: a later build cannot change what a running host serves. */
export type Asset = { body: Buffer; type: string; etag: string };
/** By URL path, e.g. `/assets/index-Bq3.js`. `/` is the page. */
export type Assets = ReadonlyMap<string, Asset>;

/** What vite.html.cspNonce writes in the page, and each answer replaces. */
export const NONCE_PLACEHOLDER = '__CSP_NONCE__';

const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  wasm: 'application/wasm',
  woff2: 'font/woff2',
  woff: 'font/woff',
  ttf: 'font/ttf',
  txt: 'text/plain; charset=utf-8',
};

/** Reads every file under `folder`. Source maps and dot files are left out. Throws when the folder has no index.html. */
export function readAssets(folder: string): Assets {
  const assets = new Map<string, Asset>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.startsWith('.') || entry.name.endsWith('.map')) continue;
    const file = join(entry.parentPath, entry.name);
    const path = `/${file.slice(folder.length).split(/[\\/]/).filter(Boolean).join('/')}`;
    assets.set(path, readAsset(file));
  }
  const page = assets.get('/index.html');
  if (!page) throw new Error(`No index.html in ${folder}: the program has not been built.`);
  assets.set('/', page);
  return assets;
}

function readAsset(file: string): Asset {
  const body = readFileSync(file);
  const extension = file.slice(file.lastIndexOf('.') + 1).toLowerCase();
  const type = types[extension] ?? 'application/octet-stream';
  return { body, type, etag: `"${createHash('sha256').update(body).digest('hex').slice(0, 32)}"` };
}

/** Answers GET and HEAD for a built file; null when the path is none of them (405 for other methods). */
export function answerAsset(assets: Assets, request: Request): Response | null {
  const path = new URL(request.url).pathname;
  const asset = assets.get(path);
  if (!asset) return null;
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return new Response(null, { status: 405, headers: { ...plainHeaders(), Allow: 'GET, HEAD' } });
  }
  if (asset.type.startsWith('text/html')) return page(asset, request.method);
  const headers = {
    ...(asset.type.startsWith('text/javascript') ? scriptHeaders() : plainHeaders()),
    'Content-Type': asset.type,
    'Content-Length': String(asset.body.length),
    // Vite puts a content hash in the names under /assets/.
    'Cache-Control': path.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'private, no-cache',
    ETag: asset.etag,
  };
  if (request.headers.get('if-none-match') === asset.etag) {
    return new Response(null, { status: 304, headers: { ...headers, 'Content-Length': '0' } });
  }
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(asset.body), { status: 200, headers });
}

/** The page, with a nonce of its own in its text and in its policy. */
function page(asset: Asset, method: string): Response {
  const nonce = randomBytes(16).toString('base64url');
  const html = asset.body.toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce);
  const headers = { ...pageHeaders(nonce), 'Content-Type': asset.type, 'Cache-Control': 'no-store' };
  return new Response(method === 'HEAD' ? null : html, { status: 200, headers });
}
