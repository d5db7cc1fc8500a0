// Requests answered with bytes rather than calls: PDFs in ranges, text models, covers, survey Markdown, uploads.
// Nothing of a URL is ever joined to a path: hashes and ids are matched by form and looked up.
import { createReadStream, createWriteStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { ERROR_CODES } from '#shared/errors.ts';
import type { Rect } from '#shared/text/model.ts';
import { cropOf, fileRow, textJson, thumbOf, wordsJson } from './files/index.ts';
import type { Caller, Services } from './kinds.ts';
import { imageRow } from './notes/index.ts';
import { parseRange } from './range.ts';
import { surveyBytes } from './surveys/index.ts';

const FOREVER = 'private, max-age=31536000, immutable';

type Route = (services: Services, request: Request, match: string[], caller: Caller) => Promise<Response> | Response;

const ROUTES: [method: string, path: RegExp, route: Route][] = [
  ['GET', /^\/file\/([0-9a-f]{64})\.pdf$/, sendFile],
  ['GET', /^\/text\/([0-9a-f]{64})\/([1-9]\d{0,5})$/, sendText],
  ['GET', /^\/words\/([0-9a-f]{64})$/, sendWords],
  ['GET', /^\/thumb\/([0-9a-f]{64})\/([1-9]\d{0,5})$/, sendThumb],
  [
    'GET',
    /^\/crop\/([0-9a-f]{64})\/([1-9]\d{0,5})\/(-?[\d.]+)_(-?[\d.]+)_(-?[\d.]+)_(-?[\d.]+)\/([1-9]\d{1,3})\.png$/,
    sendCrop,
  ],
  ['GET', /^\/survey\/([0-9a-f-]{36})\.md$/, sendSurvey],
  ['GET', /^\/image\/([0-9a-f]{64})$/, sendImage],
  ['POST', /^\/upload$/, takeUpload],
  ['POST', /^\/admit$/, admitPaths],
];

/** Answers a bytes request; undefined when the path is none of these. HEAD is answered as GET without its body. */
export async function handleBytes(services: Services, request: Request, caller: Caller): Promise<Response | undefined> {
  const { pathname } = new URL(request.url);
  for (const [method, path, route] of ROUTES) {
    const match = path.exec(pathname);
    if (!match) continue;
    const isHead = request.method === 'HEAD' && method === 'GET';
    if (request.method !== method && !isHead) return new Response(null, { status: 405, headers: { allow: method } });
    const response = await route(services, request, match.slice(1), caller);
    if (!isHead) return response;
    await response.body?.cancel();
    return new Response(null, { status: response.status, headers: response.headers });
  }
  return undefined;
}

const notFound = (): Response => new Response(null, { status: 404 });

async function sendFile({ store, db }: Services, request: Request, [sha256 = '']: string[]): Promise<Response> {
  if (!fileRow(db, sha256) || !store.has(sha256)) return notFound();
  const path = store.pathOf(sha256);
  const { size } = await stat(path);
  const etag = `"${sha256}"`;
  const headers = new Headers({
    'accept-ranges': 'bytes',
    'cache-control': FOREVER,
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="${sha256}.pdf"`,
    etag,
  });
  const ifRange = request.headers.get('if-range');
  const asked = ifRange === null || ifRange === etag ? request.headers.get('range') : null;
  const range = parseRange(asked, size);
  if (range === 'unsatisfiable') {
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${size}` } });
  }
  const { start, end } = range ?? { start: 0, end: size - 1 };
  headers.set('content-length', String(end - start + 1));
  if (range) headers.set('content-range', `bytes ${start}-${end}/${size}`);
  const body =
    size === 0 ? null : (Readable.toWeb(createReadStream(path, { start, end })) as ReadableStream<Uint8Array>);
  return new Response(body, { status: range ? 206 : 200, headers });
}

async function sendText(services: Services, _request: Request, [sha256 = '', page = '']: string[]): Promise<Response> {
  const json = await textJson(services, sha256, Number(page));
  if (!json) return notFound();
  return new Response(new Uint8Array(json), {
    headers: { 'content-type': 'application/json', 'cache-control': 'no-cache' },
  });
}

async function sendWords(services: Services, _request: Request, [sha256 = '']: string[]): Promise<Response> {
  const json = await wordsJson(services, sha256);
  if (!json) return notFound();
  return new Response(json, { headers: { 'content-type': 'application/json', 'cache-control': 'no-cache' } });
}

async function sendThumb(services: Services, _request: Request, [sha256 = '', page = '']: string[]): Promise<Response> {
  const png = await thumbOf(services, sha256, Number(page));
  if (!png) return notFound();
  return new Response(new Uint8Array(png), { headers: { 'content-type': 'image/png', 'cache-control': FOREVER } });
}

/** A part of a page: `/crop/<sha256>/<page>/<x1>_<y1>_<x2>_<y2>/<width in pixels>.png`, points of PDF user space. */
async function sendCrop(services: Services, _request: Request, match: string[]): Promise<Response> {
  const [sha256 = '', page = '', x1, y1, x2, y2, width] = match;
  const rect: Rect = [Number(x1), Number(y1), Number(x2), Number(y2)];
  if (!rect.every(Number.isFinite) || !fileRow(services.db, sha256)) return notFound();
  const png = await cropOf(services, sha256, Number(page), rect, Math.min(Number(width), 2400));
  if (!png) return notFound();
  return new Response(new Uint8Array(png), { headers: { 'content-type': 'image/png', 'cache-control': FOREVER } });
}

function sendSurvey({ db }: Services, _request: Request, [id = '']: string[]): Response {
  const found = surveyBytes(db, id);
  if (!found) return notFound();
  const name = encodeURIComponent(found.fileName);
  return new Response(new Uint8Array(found.bytes), {
    headers: {
      'content-type': 'text/markdown',
      'content-disposition': `attachment; filename*=UTF-8''${name}`,
      'cache-control': 'no-store',
    },
  });
}

function sendImage({ db }: Services, _request: Request, [sha256 = '']: string[]): Response {
  const image = imageRow(db, sha256);
  if (!image) return notFound();
  return new Response(new Uint8Array(image.bytes), {
    headers: {
      'content-type': image.type,
      'content-length': String(image.bytes.byteLength),
      'cache-control': FOREVER,
      // An image is painted, never opened as a document of its own.
      'content-disposition': 'attachment',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    },
  });
}

async function takeUpload({ sources }: Services, request: Request): Promise<Response> {
  const name = (new URL(request.url).searchParams.get('name') ?? '').trim().slice(0, 255) || 'upload';
  const { source, path } = sources.reserve(name);
  try {
    const body = request.body ? Readable.fromWeb(request.body as NodeStream) : Readable.from([]);
    await pipeline(body, createWriteStream(path, { flags: 'wx', flush: true }));
  } catch (error) {
    await rm(path, { force: true });
    sources.release(source);
    // Only the disk's own refusals are the library's fault; all else is a connection that broke or was cut.
    const isStorage = error instanceof Error && 'syscall' in error;
    const code = isStorage ? 'storage' : 'bad_input';
    const advice = isStorage ? 'Check the free space of the library’s disk.' : 'Send it again.';
    const message = `${name} could not be received. ${advice}`;
    return Response.json({ code, message }, { status: ERROR_CODES[code].status });
  }
  return Response.json({ source });
}

async function admitPaths(
  { sources }: Services,
  request: Request,
  _match: string[],
  caller: Caller,
): Promise<Response> {
  if (caller !== 'cli') return new Response(null, { status: 403 });
  const body = (await request.json().catch(() => null)) as { paths?: unknown } | null;
  const paths = body?.paths;
  if (!Array.isArray(paths) || !paths.every((path) => typeof path === 'string')) {
    return Response.json({ code: 'bad_input', message: 'paths: a list of file paths is needed.' }, { status: 400 });
  }
  return Response.json({ sources: sources.admit(paths) });
}
