// Downloads against servers on this machine that behave well and badly. No test needs the internet.
import { createServer, type RequestListener, type Server } from 'node:http';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isPublic, PUBLIC, type Policy } from './address.ts';
import { download, LIMITS, type Job, type Outcome } from './download.ts';

const LOOPBACK: Policy = { mayReach: () => true, mayUse: (url) => url.protocol === 'http:' };
const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(400_000, 'x'), Buffer.from('\n%%EOF')]);

let dir: string;
const servers: Server[] = [];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'glossa-fetch-'));
});
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
  rmSync(dir, { recursive: true, force: true });
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const part = () => join(dir, 'x.part');
const waits: number[] = [];
const run = (url: string, more: Partial<Job> = {}): Promise<Outcome> => {
  waits.length = 0;
  return download({
    url,
    part: part(),
    validator: '',
    policy: LOOPBACK,
    limits: { ...LIMITS, retries: 2, stallMs: 300, totalMs: 5000 },
    signal: new AbortController().signal,
    wait: (ms) => Promise.resolve(void waits.push(ms)),
    onProgress: () => undefined,
    ...more,
  });
};
const why = async (outcome: Promise<Outcome>): Promise<string> => {
  const end = await outcome;
  return end.ok ? 'ok' : end.reason;
};

test('a PDF arrives whole through redirects, whatever type the server names', async () => {
  const url = await serve((request, response) => {
    if (request.url === '/a') return response.writeHead(302, { location: '/b' }).end();
    response.writeHead(200, { 'content-type': 'text/html', 'content-length': PDF.length }).end(PDF);
  });
  expect(await run(`${url}/a`)).toEqual({ ok: true });
  expect(readFileSync(part()).equals(PDF)).toBe(true);
});

test('what was cut off goes on where it stopped, and only where the file is still the same', async () => {
  const ranges: (string | undefined)[] = [];
  const url = await serve((request, response) => {
    ranges.push(request.headers.range);
    const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
    if (from > 0 && request.headers['if-range'] === '"v1"') {
      response.writeHead(206, { 'content-range': `bytes ${from}-${PDF.length - 1}/${PDF.length}`, etag: '"v1"' });
      return response.end(PDF.subarray(from));
    }
    response.writeHead(200, { 'content-length': PDF.length, etag: '"v1"' });
    response.write(PDF.subarray(0, 100_000), () => setTimeout(() => response.destroy(), 20));
  });
  expect(await run(url)).toEqual({ ok: true });
  expect(ranges[0]).toBeUndefined();
  expect(ranges[1]).toMatch(/^bytes=\d+-$/);
  expect(readFileSync(part()).equals(PDF)).toBe(true);
});

test('killed in the middle and started again later, it goes on from the bytes on the disk', async () => {
  writeFileSync(part(), PDF.subarray(0, 150_000));
  let range: string | undefined;
  const url = await serve((request, response) => {
    range = request.headers.range;
    response.writeHead(206, { 'content-range': `bytes 150000-${PDF.length - 1}/${PDF.length}`, etag: '"v1"' });
    response.end(PDF.subarray(150_000));
  });
  expect(await run(url, { validator: '"v1"' })).toEqual({ ok: true });
  expect(range).toBe('bytes=150000-');
  expect(readFileSync(part()).equals(PDF)).toBe(true);
});

test('another file under the same address is begun anew', async () => {
  writeFileSync(part(), Buffer.alloc(150_000, 'o'));
  const url = await serve((_, response) => response.writeHead(200, { etag: '"v2"' }).end(PDF));
  expect(await run(url, { validator: '"v1"' })).toEqual({ ok: true });
  expect(readFileSync(part()).equals(PDF)).toBe(true);
});

test('cancelling stops at once and keeps what there is', async () => {
  const stop = new AbortController();
  const url = await serve(
    (_, response) => void response.writeHead(200, { etag: '"v1"' }).write(PDF.subarray(0, 200_000)),
  );
  const going = run(url, { signal: stop.signal, onProgress: () => stop.abort(new Error('stopped')) });
  await expect(going).rejects.toThrow('stopped');
  expect(statSync(part()).size).toBeGreaterThan(0);
});

describe('a server that behaves badly', () => {
  test.each([
    ['is gone', 404, '', 'not-found'],
    ['wants payment', 402, '', 'no-access'],
    ['asks for a log-in', 200, '<!doctype html><html><form>Sign in through your institution</form></html>', 'log-in'],
    ['checks for robots', 200, '<html><title>Just a moment...</title></html>', 'robot-check'],
    ['sends a page', 200, '<html><p>Abstract</p></html>', 'web-page'],
    ['sends something else', 200, 'PK\u0003\u0004', 'not-pdf'],
  ])('that %s is said so', async (_, status, body, reason) => {
    const url = await serve((__, response) =>
      response.writeHead(status, { 'content-type': 'application/pdf' }).end(body),
    );
    expect(await why(run(url))).toBe(reason);
  });

  test('promising more than it sends is cut off, and tried again', async () => {
    let asked = 0;
    const url = await serve((_, response) => {
      asked += 1;
      response.writeHead(200, { 'content-length': PDF.length + 1000 });
      response.write(PDF, () => setTimeout(() => response.destroy(), 20));
    });
    expect(await why(run(url))).toBe('cut-off');
    expect(asked).toBe(3);
  });

  test('promising or sending too much is stopped', async () => {
    const limits = { ...LIMITS, maxBytes: 100_000, retries: 0 };
    const says = await serve((_, response) => response.writeHead(200, { 'content-length': PDF.length }).end(PDF));
    const hides = await serve((_, response) => response.writeHead(200).end(PDF));
    expect(await why(run(says, { limits }))).toBe('too-large');
    expect(await why(run(hides, { limits }))).toBe('too-large');
  });

  test('that never ends, or never begins, is left', async () => {
    const limits = { ...LIMITS, retries: 0, stallMs: 5000, totalMs: 400 };
    const drips = await serve((_, response) => {
      response.writeHead(200).write('%PDF-1.7\n');
      const timer = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(timer));
    });
    const silent = await serve(() => undefined);
    expect(await why(run(drips, { limits }))).toBe('too-long');
    expect(await why(run(silent, { limits }))).toBe('too-long');
  });

  test('that is busy is waited for as long as it says, and given up where that is too long', async () => {
    let asked = 0;
    const url = await serve((_, response) => {
      asked += 1;
      if (asked === 1) return response.writeHead(429, { 'retry-after': '7' }).end();
      response.end(PDF);
    });
    expect(await why(run(url))).toBe('ok');
    expect(waits).toEqual([7000]);
    const never = await serve((_, response) => response.writeHead(429, { 'retry-after': '7200' }).end());
    expect(await why(run(never))).toBe('busy');
    expect(waits).toEqual([]);
  });

  test('that redirects in a circle is left', async () => {
    const url = await serve((_, response) => response.writeHead(302, { location: '/' }).end());
    expect(await why(run(url))).toBe('too-many-redirects');
  });
});

describe('addresses', () => {
  test('of this machine and its networks are refused in every form', () => {
    const inside =
      '127.0.0.1 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 ::1 :: fe80::1 fd00::1 ::ffff:127.0.0.1 ::ffff:a00:1 64:ff9b::7f00:1 2002:7f00:1:: ff02::1';
    expect(inside.split(' ').filter(isPublic)).toEqual([]);
    expect(['93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946', '198.18.0.1'].every(isPublic)).toBe(true);
    const urls =
      'http://arxiv.org https://127.0.0.1 https://0x7f.1 https://[::1] https://user:x@arxiv.org https://arxiv.org:8443 https://localhost https://a.localhost https://printer file:///etc/passwd';
    expect(urls.split(' ').filter((url) => PUBLIC.mayUse(new URL(url)))).toEqual([]);
    expect(PUBLIC.mayUse(new URL('https://arxiv.org/pdf/1706.03762'))).toBe(true);
  });

  test('reached by a redirect or by a name are refused too', async () => {
    let asked = 0;
    const target = await serve((_, response) => {
      asked += 1;
      response.end(PDF);
    });
    const first = await serve((_, response) =>
      response.writeHead(302, { location: target.replace('127.0.0.1', 'localhost') }).end(),
    );
    // The first host is let in by its address; the name in the redirect leads to loopback.
    const policy: Policy = { mayReach: isPublic, mayUse: () => true };
    expect(await why(run(first, { policy }))).toBe('forbidden-address');
    const byUrl: Policy = { mayReach: () => true, mayUse: (url) => url.href.startsWith(first) };
    expect(await why(run(first, { policy: byUrl }))).toBe('forbidden-address');
    expect(asked).toBe(0);
  });
});
