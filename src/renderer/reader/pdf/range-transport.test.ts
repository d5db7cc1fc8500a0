// The network is stood in for: what is tested is how answers of a host are understood.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failureOf } from './open-document.ts';
import { CHUNK_BYTES, FetchFailed, fetchBeginning, rangeTransport, totalLength } from './range-transport.ts';
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';

const BYTES = Uint8Array.from({ length: CHUNK_BYTES + 1000 }, (_, index) => index % 251);
const base = 'http://host.test';
const network = globalThis.fetch;

/** A host with one large file, one small, one it does not have, and one path on which it ignores ranges. */
async function answer(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const { hostname, pathname } = new URL(input instanceof Request ? input.url : input);
  if (hostname !== 'host.test') throw new TypeError('Failed to fetch');
  if (pathname === '/gone') return new Response(null, { status: 404 });
  const bytes = pathname === '/small' ? BYTES.slice(0, 500) : BYTES;
  if (pathname === '/plain') return new Response(bytes);
  const [, from = '0', to = '0'] = /bytes=(\d+)-(\d+)/.exec(new Headers(init?.headers).get('range') ?? '') ?? [];
  const end = Math.min(Number(to), bytes.length - 1);
  const headers = { 'Content-Range': `bytes ${from}-${end}/${bytes.length}` };
  return new Response(bytes.slice(Number(from), end + 1), { status: 206, headers });
}

beforeAll(() => {
  globalThis.fetch = answer;
});
afterAll(() => {
  globalThis.fetch = network;
});

const never = new AbortController().signal;

describe('fetching the beginning of a file', () => {
  it('gives the first bytes and the whole length of a large one', async () => {
    const beginning = await fetchBeginning(`${base}/large`, never);
    expect(beginning).toMatchObject({ whole: false, length: BYTES.length });
    expect(beginning.data).toEqual(BYTES.slice(0, CHUNK_BYTES));
  });

  it('gives all of a small one', async () => {
    const beginning = await fetchBeginning(`${base}/small`, never);
    expect(beginning).toMatchObject({ whole: true });
    expect(beginning.data.length).toBe(500);
  });

  it('takes the whole file from a host without ranges', async () => {
    expect((await fetchBeginning(`${base}/plain`, never)).whole).toBe(true);
  });

  it('says missing for a file that is not there, and unreachable for a host that is not', async () => {
    const gone = await fetchBeginning(`${base}/gone`, never).catch((error: unknown) => error);
    expect(gone).toBeInstanceOf(FetchFailed);
    expect(failureOf(gone)).toBe('missing');
    const silent = await fetchBeginning('http://elsewhere.test/x', never).catch((error: unknown) => error);
    expect(failureOf(silent)).toBe('unreachable');
  });
});

it('hands pdf.js exactly the bytes it asks for', async () => {
  const transport = rangeTransport(
    pdfjs,
    `${base}/large`,
    { data: BYTES.slice(0, CHUNK_BYTES), length: BYTES.length },
    never,
    () => undefined,
  );
  const got = new Promise<[number, Uint8Array | null]>((resolve) => {
    transport.onDataRange = (begin, chunk) => resolve([begin, chunk]);
  });
  transport.requestDataRange(CHUNK_BYTES, CHUNK_BYTES + 1000);
  expect(await got).toEqual([CHUNK_BYTES, BYTES.slice(CHUNK_BYTES)]);
});

it('reads a total length out of a Content-Range header, and none out of anything else', () => {
  expect(totalLength('bytes 0-99/1234')).toBe(1234);
  expect(totalLength('bytes 0-99/*')).toBeNull();
  expect(totalLength(null)).toBeNull();
});
