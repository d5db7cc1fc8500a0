import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Assets } from '../host/assets.ts';
import { startWebServer, type Handler, type WebServer } from './server.ts';

const page = { body: Buffer.from('<title>Glossa</title>'), type: 'text/html; charset=utf-8', etag: '"1"' };
const assets: Assets = new Map([['/', page]]);
const errors: unknown[] = [];
let handle: Handler['handle'];
let web: WebServer;

beforeEach(async () => {
  errors.length = 0;
  handle = () => Promise.resolve(new Response('core'));
  web = await startWebServer({
    core: { handle: (request, caller) => handle(request, caller) },
    assets,
    port: 0,
    onError: (error) => errors.push(error),
  });
});
afterEach(() => web.close());

const asPage = { 'Sec-Fetch-Site': 'same-origin' };
const asCli = () => ({ Authorization: `Bearer ${web.token}` });

async function logIn(): Promise<{ Cookie: string; 'Sec-Fetch-Site': string }> {
  const response = await fetch(web.newLink(), { redirect: 'manual' });
  return { Cookie: response.headers.get('set-cookie')!.split(';')[0]!, ...asPage };
}

/** Sends bytes as they are and gives everything that comes back. */
function raw(text: string): Promise<string> {
  return new Promise((done) => {
    const socket = connect(Number(new URL(web.url).port), '127.0.0.1', () => socket.end(text));
    let answer = '';
    socket.on('data', (chunk) => (answer += String(chunk)));
    socket.on('close', () => done(answer));
    socket.on('error', () => done(answer));
  });
}

test('a link gives a strict, unreadable cookie and leads to the page', async () => {
  const response = await fetch(web.newLink(), { redirect: 'manual' });
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toBe('/');
  expect(response.headers.get('set-cookie')).toMatch(/^glossa-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/);
  expect(response.headers.get('cache-control')).toBe('no-store');
});

test('the cookie opens the page and the core', async () => {
  const headers = await logIn();
  expect(await (await fetch(web.url, { headers })).text()).toContain('Glossa');
  expect(await (await fetch(`${web.url}/rpc/x`, { headers })).text()).toBe('core');
});

test('a used link opens nothing', async () => {
  const link = web.newLink();
  await fetch(link, { redirect: 'manual' });
  const again = await fetch(link, { redirect: 'manual' });
  expect(again.status).toBe(401);
  expect(again.headers.get('set-cookie')).toBeNull();
});

test('without a cookie even the page is closed, with a sentence for a person', async () => {
  const visit = 'Sec-Fetch-Site: none\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n';
  const answer = await raw(`GET / HTTP/1.1\r\nHost: ${new URL(web.url).host}\r\n${visit}Connection: close\r\n\r\n`);
  expect(answer).toMatch(/^HTTP\/1.1 401/);
  expect(answer).toContain('npm start');
});

test('the core learns who asks, and never the credentials', async () => {
  const seen: unknown[] = [];
  handle = (request, caller) => {
    seen.push([caller, request.headers.get('cookie'), request.headers.get('authorization')]);
    return Promise.resolve(new Response('ok'));
  };
  await fetch(`${web.url}/rpc/x`, { headers: await logIn() });
  await fetch(`${web.url}/rpc/x`, { headers: asCli() });
  expect(seen).toEqual([
    ['window', null, null],
    ['cli', null, null],
  ]);
});

test('only the command line gets a new link, and it works', async () => {
  const json = { 'Content-Type': 'application/json' };
  const denied = await fetch(`${web.url}/link`, { method: 'POST', headers: { ...(await logIn()), ...json } });
  expect(denied.status).toBe(403);
  const given = await fetch(`${web.url}/link`, { method: 'POST', headers: { ...asCli(), ...json }, body: '{}' });
  const { url } = (await given.json()) as { url: string };
  expect((await fetch(url, { redirect: 'manual' })).status).toBe(303);
});

test('answers of the core are sealed', async () => {
  handle = () => Promise.resolve(new Response('<script>', { headers: { 'Content-Type': 'text/html' } }));
  const { headers } = await fetch(`${web.url}/rpc/x`, { headers: asCli() });
  expect(headers.get('content-security-policy')).toContain('sandbox');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('server')).toBeNull();
  expect(headers.get('access-control-allow-origin')).toBeNull();
});

test('a bug in the core is told to the log and not to the caller', async () => {
  handle = () => Promise.reject(new Error('secret path /home/x'));
  const response = await fetch(`${web.url}/rpc/x`, { headers: asCli() });
  expect(response.status).toBe(500);
  expect(await response.text()).toBe('internal error\n');
  expect(errors).toHaveLength(1);
});

test('an upload arrives piece by piece, whole', async () => {
  handle = async (request) => new Response(String((await request.arrayBuffer()).byteLength));
  const body = new Blob([new Uint8Array(3_000_000)]);
  const headers = { ...asCli(), 'Content-Type': 'application/pdf' };
  const response = await fetch(`${web.url}/upload?name=a.pdf`, { method: 'POST', headers, body });
  expect(await response.text()).toBe('3000000');
});

test('a call that grows beyond its limit while streaming is cut off', async () => {
  let failure: unknown;
  handle = async (request) => {
    failure = await request.text().catch((error: unknown) => error);
    return new Response('late');
  };
  const piece = new Uint8Array(1024 * 1024);
  let sent = 0;
  const body = new ReadableStream({
    pull(controller) {
      if ((sent += 1) > 12) controller.close();
      else controller.enqueue(piece);
    },
  });
  const init = { method: 'POST', headers: { ...asCli(), 'Content-Type': 'application/json' }, body, duplex: 'half' };
  await fetch(`${web.url}/rpc/x`, init as RequestInit).catch(() => undefined);
  expect(String(failure)).toContain('body above');
});

test('a caller who leaves ends the stream made for it', async () => {
  let cancelled = false;
  const endless = new ReadableStream({
    pull: async (controller) => {
      await wait(5);
      controller.enqueue(new TextEncoder().encode('tick\n'));
    },
    cancel: () => void (cancelled = true),
  });
  handle = () => Promise.resolve(new Response(endless));
  const leaving = new AbortController();
  const response = await fetch(`${web.url}/rpc/events`, { headers: asCli(), signal: leaving.signal });
  const reader = response.body!.getReader();
  await reader.read();
  leaving.abort();
  await expect.poll(() => cancelled).toBe(true);
});

test('a caller who leaves before the answer is there ends the stream too', async () => {
  let cancelled = false;
  let answer: (response: Response) => void = () => undefined;
  handle = () => new Promise((done) => (answer = done));
  const leaving = new AbortController();
  const asked = fetch(`${web.url}/rpc/events`, { headers: asCli(), signal: leaving.signal }).catch(() => undefined);
  await wait(50);
  leaving.abort();
  await asked;
  await wait(50);
  answer(new Response(new ReadableStream({ cancel: () => void (cancelled = true) })));
  await expect.poll(() => cancelled).toBe(true);
});

test('HEAD is answered without a body, and the connection goes on', async () => {
  handle = (request) => Promise.resolve(new Response(request.method === 'HEAD' ? null : 'core'));
  const answer = await raw(
    `HEAD / HTTP/1.1\r\n${host().replace('Connection: close\r\n', '')}\r\nHEAD /rpc/x HTTP/1.1\r\n${host()}\r\n`,
  );
  expect(answer.match(/HTTP\/1.1 200/g)).toHaveLength(2);
  expect(answer).not.toContain('<title>');
  expect(answer).not.toContain('core');
});

test('OPTIONS and preflights get no leave', async () => {
  const answer = await raw(
    `OPTIONS /rpc/x HTTP/1.1\r\n${host()}Origin: http://evil.example\r\nAccess-Control-Request-Method: POST\r\n\r\n`,
  );
  expect(answer).toMatch(/^HTTP\/1.1 405/);
  expect(answer.toLowerCase()).not.toContain('access-control-');
});

test('calls and their refusals are stored nowhere, and carry every guard', async () => {
  for (const headers of [asCli(), {}]) {
    const response = await fetch(`${web.url}/rpc/x`, { headers });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(response.headers.get('server')).toBeNull();
  }
});

test('more connections than anyone needs are turned away, and it goes on', async () => {
  const port = Number(new URL(web.url).port);
  const sockets = Array.from({ length: 100 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
  await wait(200);
  for (const socket of sockets) socket.destroy();
  await expect.poll(async () => (await fetch(`${web.url}/rpc/x`, { headers: asCli() })).status).toBe(200);
});

test.each(['/%2e%2e/%2e%2e/etc/passwd', '/..\\..\\x', '/assets/%00', '/C:/x', '/CON', `/${'a'.repeat(8000)}`])(
  'the path %.30s is no file, and the answer does not repeat it',
  async (path) => {
    handle = () => Promise.resolve(new Response('Not found', { status: 404 }));
    const answer = await raw(`GET ${path} HTTP/1.1\r\n${host()}\r\n`);
    expect(answer).toMatch(/^HTTP\/1.1 40[04]/);
    expect(answer).not.toContain(path);
  },
);

test('a slow reader slows the stream', async () => {
  let pieces = 0;
  const large = new ReadableStream({
    pull(controller) {
      pieces += 1;
      if (pieces > 400) controller.close();
      else controller.enqueue(new Uint8Array(1024 * 1024));
    },
  });
  handle = () => Promise.resolve(new Response(large));
  const leaving = new AbortController();
  const response = await fetch(`${web.url}/file/x.pdf`, { headers: asCli(), signal: leaving.signal });
  const reader = response.body!.getReader();
  await reader.read();
  await wait(300);
  expect(pieces).toBeLessThan(100);
  leaving.abort();
});

const host = () => `Host: ${new URL(web.url).host}\r\nAuthorization: Bearer ${web.token}\r\nConnection: close\r\n`;

test.each([
  ['an absolute request target', () => `GET ${web.url}/ HTTP/1.1\r\n${host()}\r\n`, /^HTTP\/1.1 400/],
  ['a missing Host', () => 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', /^HTTP\/1.1 400/],
  ['two Hosts', () => `GET / HTTP/1.1\r\nHost: a\r\n${host()}\r\n`, /^HTTP\/1.1 400/],
  [
    'two lengths of a body',
    () => `POST /rpc/x HTTP/1.1\r\n${host()}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    /^HTTP\/1.1 400/,
  ],
  [
    'a WebSocket',
    () => `GET / HTTP/1.1\r\n${host().replace('close', 'Upgrade')}Upgrade: websocket\r\n\r\n`,
    /^HTTP\/1.1 426/,
  ],
  ['headers beyond 16 KB', () => `GET / HTTP/1.1\r\n${host()}X: ${'a'.repeat(20_000)}\r\n\r\n`, /^HTTP\/1.1 431/],
  ['a rebound name', () => 'GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n', /^HTTP\/1.1 421/],
])('%s is refused on the wire', async (_name, bytes, status) => {
  expect(await raw(bytes())).toMatch(status);
  expect((await fetch(`${web.url}/rpc/x`, { headers: asCli() })).status).toBe(200);
});

test('the refused body of one request is never read as the next request', async () => {
  const inner = `GET /rpc/secret HTTP/1.1\r\n${host()}\r\n`;
  const calls: string[] = [];
  handle = (request) => {
    calls.push(request.url);
    return Promise.resolve(new Response('x'));
  };
  await raw(`POST /rpc/x HTTP/1.1\r\nHost: evil\r\nContent-Length: ${inner.length}\r\n\r\n${inner}`);
  expect(calls).toEqual([]);
});

test('a taken port is refused with its reason', async () => {
  const port = Number(new URL(web.url).port);
  const second = startWebServer({ core: { handle }, assets, port, onError: () => undefined });
  await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test.each([
  ['two lengths', 'Content-Length: 3\r\nContent-Length: 30'],
  ['a length and chunks', 'Content-Length: 3\r\nTransfer-Encoding: chunked'],
  ['chunks under a disguise', 'Transfer-Encoding: xchunked'],
  ['chunks twice named', 'Transfer-Encoding: identity\r\nTransfer-Encoding: chunked'],
  ['a folded header', 'X-A: b\r\n Content-Length: 3'],
])('%s smuggle no second request in', async (_name, lines) => {
  const seen: string[] = [];
  handle = (request) => {
    seen.push(new URL(request.url).pathname);
    return Promise.resolve(new Response('core'));
  };
  const { port } = new URL(web.url);
  const head = `Host: 127.0.0.1:${port}\r\nAuthorization: Bearer ${web.token}\r\nContent-Type: application/json\r\n`;
  const inner = `GET /smuggled HTTP/1.1\r\n${head}\r\n`;
  await raw(`POST /rpc/x HTTP/1.1\r\n${head}${lines}\r\n\r\n0\r\n\r\n${inner}`);
  expect(seen).not.toContain('/smuggled');
});

test('a head that does not come is waited for no longer than its time, and others are served meanwhile', async () => {
  const quick = await startWebServer({ core: { handle }, assets, port: 0, headersMs: 200, onError: () => undefined });
  const { port } = new URL(quick.url);
  const since = Date.now();
  const slow = new Promise<number>((done) => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nHost: x\r\n'));
    const drip = setInterval(() => socket.write('X-A: b\r\n'), 40);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(drip);
      done(Date.now() - since);
    });
  });
  const answer = await fetch(`${quick.url}/rpc/x`, { headers: { Authorization: `Bearer ${quick.token}` } });
  expect(answer.status).toBe(200);
  expect(await slow).toBeLessThan(10_000);
  await quick.close();
});

test('ten thousand connections are turned away in bounded memory, and the app goes on', async () => {
  const port = Number(new URL(web.url).port);
  const one = (): Promise<void> =>
    new Promise((done) => {
      const socket = connect(port, '127.0.0.1');
      // Those above the limit are closed by the server; the others by us, soon.
      const timer = setTimeout(() => socket.destroy(), 50);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        clearTimeout(timer);
        done();
      });
    });
  for (let made = 0; made < 10_000; made += 500) await Promise.all(Array.from({ length: 500 }, one));
  await expect.poll(async () => (await fetch(`${web.url}/rpc/x`, { headers: asCli() })).status).toBe(200);
  expect(process.memoryUsage().rss).toBeLessThan(700 * 1024 * 1024);
  expect(errors).toEqual([]);
}, 60_000);

test('more than is let in ends the upload, declared or not', async () => {
  const upload = { ...asCli(), 'Content-Type': 'application/pdf' };
  const { port } = new URL(web.url);
  const head = `POST /upload HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: ${upload.Authorization}\r\nContent-Type: application/pdf\r\n`;
  expect(await raw(`${head}Content-Length: ${2 * 1024 ** 3 + 1}\r\n\r\nx`)).toMatch(/^HTTP\/1\.1 413 /);
  let taken = 0;
  handle = async (request) => {
    for await (const chunk of request.body!) taken += (chunk as Uint8Array).length;
    return new Response('whole');
  };
  const endless = new ReadableStream<Uint8Array>({ pull: (control) => control.enqueue(new Uint8Array(1024 * 1024)) });
  const init = {
    method: 'POST',
    body: endless,
    duplex: 'half',
    headers: { ...asCli(), 'Content-Type': 'application/json' },
  };
  await expect(fetch(`${web.url}/rpc/x`, init as RequestInit).then((answer) => answer.text()))
    .resolves.not.toBe('whole')
    .catch(() => undefined);
  expect(taken).toBeLessThan(10 * 1024 * 1024);
});

test('on a private socket only its owner can knock, by any forwarded port, and the gate is the same', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'glossa-socket-'));
  const socket = join(folder, 'web');
  const own = await startWebServer({ core: { handle }, assets, port: 0, socket, onError: () => undefined });
  expect(statSync(socket).mode & 0o777).toBe(0o600);
  const { pathname, search } = new URL(own.newLink());
  const ask = (path: string, headers: Record<string, string>) =>
    new Promise<{ status: number; cookie: string }>((done) => {
      request({ socketPath: socket, path, headers }, (answer) => {
        answer.resume();
        const cookie = answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
        done({ status: answer.statusCode ?? 0, cookie });
      }).end();
    });
  const visit = {
    Host: 'localhost:8080',
    'Sec-Fetch-Site': 'none',
    'Sec-Fetch-Mode': 'navigate',
    'Sec-Fetch-Dest': 'document',
  };
  const { status, cookie } = await ask(pathname + search, visit);
  expect(status).toBe(303);
  expect((await ask('/', { ...visit, Cookie: cookie })).status).toBe(200);
  expect((await ask('/', { ...visit, Cookie: cookie, Host: 'evil.example:8080' })).status).toBe(421);
  expect((await ask('/rpc/x', { Host: 'localhost:8080', 'Sec-Fetch-Site': 'cross-site', Cookie: cookie })).status).toBe(
    403,
  );
  await own.close();
  rmSync(folder, { recursive: true, force: true });
});
