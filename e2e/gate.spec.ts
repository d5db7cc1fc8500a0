// Strangers at the door of the web host, as they come over the wire to the built program.
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { expect, test } from './fixtures.ts';
import type { WebHost } from './host.ts';

/** Sends a request with exactly these headers, as a browser would not let a page do. Gives status and body. */
function send(
  host: WebHost,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<{ status: number; body: string }> {
  const { hostname, port } = new URL(host.url);
  return new Promise((done, fail) => {
    const outgoing = request(
      { hostname, port, path, method, headers: { Host: `${hostname}:${port}`, ...headers } },
      (incoming) => {
        let body = '';
        incoming.on('data', (chunk) => (body += String(chunk)));
        incoming.on('end', () => done({ status: incoming.statusCode ?? 0, body }));
      },
    );
    outgoing.on('error', fail);
    outgoing.end();
  });
}

async function cookieOf(host: WebHost): Promise<Record<string, string>> {
  const response = await fetch(await host.newLink(), { redirect: 'manual' });
  return { Cookie: response.headers.get('set-cookie')!.split(';')[0]!, 'Sec-Fetch-Site': 'same-origin' };
}

test('a stranger without a cookie gets nothing', async ({ host }) => {
  for (const path of ['/', '/index.html', '/rpc/papers/list', '/file/x.pdf', '/pdfjs/cmaps/UniGB-UCS2-H.bcmap']) {
    expect((await send(host, path, { 'Sec-Fetch-Site': 'same-origin' })).status).toBe(401);
  }
});

test('a rebound name is turned away, even with the cookie', async ({ host }) => {
  const cookie = await cookieOf(host);
  const { port } = new URL(host.url);
  for (const name of [`evil.example:${port}`, `localhost:${port}`, '127.0.0.1', `127.0.0.1:${Number(port) - 1}`]) {
    const { status, body } = await send(host, '/', { ...cookie, Host: name });
    expect([status, body]).toEqual([421, '']);
  }
});

test('a foreign origin is turned away, even with the cookie', async ({ host }) => {
  const cookie = await cookieOf(host);
  for (const Origin of ['https://evil.example', 'null', 'http://127.0.0.1:1']) {
    expect((await send(host, '/rpc/papers/list', { ...cookie, Origin })).status).toBe(403);
  }
  for (const site of ['cross-site', 'same-site']) {
    expect((await send(host, '/rpc/papers/list', { ...cookie, 'Sec-Fetch-Site': site })).status).toBe(403);
  }
});

test('a link works once', async ({ host }) => {
  const link = await host.newLink();
  expect((await fetch(link, { redirect: 'manual' })).status).toBe(303);
  expect((await fetch(link, { redirect: 'manual' })).status).toBe(401);
});

test('no path leads out of the built files', async ({ host }) => {
  const cookie = await cookieOf(host);
  const paths = [
    '/../package.json',
    '/%2e%2e/%2e%2e/package.json',
    '/..%2f..%2fpackage.json',
    '/..%5c..%5cpackage.json',
    '/assets/../../../package.json',
    '/pdfjs/../../main/serve.js',
    '/file/../../../../etc/passwd',
    '/file/%2fetc%2fpasswd.pdf',
    '/etc/passwd%00.html',
    '/C:/Windows/win.ini',
    '/CON',
    '/.built-from',
  ];
  for (const path of paths) expect([path, (await send(host, path, cookie)).status]).toEqual([path, 404]);
  expect((await send(host, '//evil.example/', cookie)).status).toBe(400);
});

test('a page on another local port can neither read nor write', async ({ host, page }) => {
  await page.goto(host.link);
  const other = createServer((_request, response) =>
    response.setHeader('Content-Type', 'text/html').end('<title>other</title>'),
  );
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  try {
    await page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`);
    const seen = await page.evaluate(async (url) => {
      const attempt = (init: RequestInit) =>
        fetch(`${url}/rpc/papers/list`, { credentials: 'include', ...init }).then(
          (response) => `answered ${response.type} ${response.status}`,
          () => 'refused',
        );
      return [
        await attempt({}),
        await attempt({ method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' }),
        await attempt({ method: 'POST', mode: 'no-cors', body: '{}' }),
      ];
    }, host.origin);
    expect(seen.slice(0, 2)).toEqual(['refused', 'refused']);
    expect(seen[2]).not.toContain('200');
    await page.goto(`${host.origin}/`);
    await expect(page).toHaveURL(`${host.origin}/`);
  } finally {
    other.close();
  }
});

test('a call of a stranger changes nothing', async ({ host }) => {
  const body = JSON.stringify({ json: { title: 'Planted' } });
  const headers = { 'Content-Type': 'application/json' };
  expect((await fetch(`${host.url}/rpc/papers/create`, { method: 'POST', headers, body })).status).toBe(403);
  const list = await fetch(`${host.url}/rpc/papers/list`, {
    method: 'POST',
    headers: host.asCli(),
    body: '{"json":{}}',
  });
  expect(await list.text()).not.toContain('Planted');
});

test('slow and broken connections do not keep others out', async ({ host }) => {
  const { hostname, port } = new URL(host.url);
  const sockets = Array.from({ length: 40 }, () => connect(Number(port), hostname).on('error', () => undefined));
  sockets.forEach((socket, index) => socket.write(index % 2 ? 'GET / HT' : 'nonsense\r\n\r\n'));
  const list = await fetch(`${host.url}/rpc/papers/list`, {
    method: 'POST',
    headers: host.asCli(),
    body: '{"json":{}}',
  });
  expect(list.status).toBe(200);
  sockets.forEach((socket) => socket.destroy());
});

test('Ctrl-C ends it cleanly and frees the library', async ({ host }) => {
  expect(await host.stop()).toBe(0);
  await host.start();
  expect(host.complaints).toBe('');
});
