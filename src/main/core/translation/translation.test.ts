// Drafts from providers: local servers that are good, slow to start, wrong, or send one elsewhere; and programs.
import { chmodSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { like, openTestCore, type TestCore } from '../testing.ts';

let t: TestCore;
const servers: Server[] = [];
beforeAll(async () => {
  t = await openTestCore();
});
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});
afterAll(async () => {
  expect(t.bugs).toEqual([]);
  await t.end();
});

type Seen = { path: string; headers: IncomingMessage['headers']; body: Record<string, unknown> };

/** A server on this machine; answers its address and what it was asked. */
async function serve(
  answer: (response: ServerResponse, seen: Seen) => void,
): Promise<{ address: string; asked: Seen[] }> {
  const asked: Seen[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>;
      const seen = { path: request.url ?? '', headers: request.headers, body };
      asked.push(seen);
      answer(response, seen);
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, asked };
}
const json = (response: ServerResponse, value: unknown, status = 200): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
};
const chat = (content: string) => ({ choices: [{ message: { content } }] });
const draft = (text = 'A gloss.') => t.client.translation.draft({ text, from: 'primary' });
const SECRET = 'sk-very-secret-0123';

test('without a provider nothing can be asked', async () => {
  expect(await t.client.translation.provider({})).toBeNull();
  await expect(draft()).rejects.toMatchObject({ code: 'bad_input', message: like(/provider/) });
});

describe('an OpenAI-compatible service', () => {
  const setUp = (address: string, key?: string) =>
    t.client.translation.configure({ kind: 'openai', address, model: 'small', ...(key === undefined ? {} : { key }) });

  test('is asked with the key and both languages, and its answer is signed by model and host', async () => {
    const { address, asked } = await serve((response) => json(response, chat(' 一条旁注。 ')));
    const provider = await setUp(address, SECRET);
    expect(asked).toEqual([]);
    expect(JSON.stringify([provider, await t.client.translation.provider({})])).not.toContain(SECRET);
    expect(provider.hasKey).toBe(true);
    expect(await draft()).toEqual({ text: '一条旁注。', by: like(/small \(127\.0\.0\.1:\d+\)/) });
    expect(asked[0]?.path).toBe('/v1/chat/completions');
    expect(asked[0]?.headers.authorization).toBe(`Bearer ${SECRET}`);
    expect(JSON.stringify(asked[0]?.body)).toMatch(/from en to zh-Hans/);
    expect(JSON.stringify(await t.client.settings.all({}))).not.toContain(SECRET);
    // The key stays over a restart, and for the same host.
    t = await t.reopen();
    await setUp(address);
    await draft();
    expect(asked[1]?.headers.authorization).toBe(`Bearer ${SECRET}`);
  });

  test('on another host gets no key that was given for the first', async () => {
    const first = await serve((response) => json(response, chat('x')));
    const second = await serve((response) => json(response, chat('y')));
    await setUp(first.address, SECRET);
    expect((await setUp(second.address)).hasKey).toBe(false);
    await draft();
    expect(second.asked[0]?.headers.authorization).toBeUndefined();
  });

  test('that leads to another host is refused, and that host hears nothing', async () => {
    const other = await serve((response) => json(response, chat('stolen')));
    const { address } = await serve((response) => {
      response.writeHead(307, { location: `${other.address}/chat/completions` }).end();
    });
    await setUp(address, SECRET);
    await expect(draft()).rejects.toMatchObject({ code: 'refused', message: like(/another host/) });
    expect(other.asked).toEqual([]);
  });

  test('may move its address within the same host', async () => {
    const { address, asked } = await serve((response, { path }) => {
      if (path === '/v2') json(response, chat('好'));
      else response.writeHead(308, { location: '/v2' }).end();
    });
    await setUp(address, SECRET);
    expect((await draft()).text).toBe('好');
    expect(asked.map(({ path }) => path)).toEqual(['/v1/chat/completions', '/v2']);
  });

  test.each<[string, (response: ServerResponse) => void, RegExp]>([
    ['refuses the key', (response) => json(response, { error: SECRET }, 401), /key/],
    ['fails', (response) => json(response, { error: SECRET }, 500), /500/],
    ['answers with a page', (response) => void response.end('<html>'), /JSON/],
    ['answers with something else', (response) => json(response, { choices: [] }), /without a translation/],
    ['says too much', (response) => void response.end(`"${'x'.repeat(2_000_000)}"`), /more than/],
    ['hangs up', (response) => void response.destroy(), /reached/],
    [
      'goes in circles',
      (response) => void response.writeHead(302, { location: '/v1/chat/completions' }).end(),
      /circle/,
    ],
  ])('that %s is refused without a word of the key', async (_what, answer, message) => {
    const { address } = await serve(answer);
    await setUp(address, SECRET);
    const error = await draft().then(
      () => null,
      (thrown: Error) => thrown,
    );
    expect(error).toMatchObject({ code: 'refused', message: like(message) });
    expect(JSON.stringify([error?.message, error])).not.toContain(SECRET);
  });

  test('that is slow is let go when the library closes', async () => {
    const { address, asked } = await serve(() => undefined);
    await setUp(address);
    const waiting = draft().catch((error: unknown) => error);
    await expect.poll(() => asked.length).toBe(1);
    t = await t.reopen();
    expect(await waiting).toBeInstanceOf(Error);
  });

  test('with a password in its address is not taken', async () => {
    await expect(setUp('http://me:pass@127.0.0.1:1/v1')).rejects.toMatchObject({ code: 'bad_input' });
    await expect(setUp('file:///etc/passwd')).rejects.toMatchObject({ code: 'bad_input' });
  });
});

test('LibreTranslate is asked in its own words', async () => {
  const { address, asked } = await serve((response) => json(response, { translatedText: '一条旁注。' }));
  await t.client.translation.configure({ kind: 'libretranslate', address, key: 'k' });
  expect((await draft()).text).toBe('一条旁注。');
  expect(asked[0]).toMatchObject({
    path: '/v1/translate',
    body: { q: 'A gloss.', source: 'en', target: 'zh', format: 'text', api_key: 'k' },
  });
  await t.client.translation.remove({});
  expect(await t.client.translation.provider({})).toBeNull();
});

describe.skipIf(process.platform === 'win32')('a program', () => {
  const program = (name: string, script: string): string => {
    const path = join(t.dir, name);
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
    const [source = ''] = t.core.admit([path]);
    return source;
  };
  const setUp = (script: string, args: string[] = []) =>
    t.client.translation.configure({ kind: 'command', source: program('tr.sh', script), args });

  test('gets the text and the languages without a shell, and signs with its file name', async () => {
    expect(await setUp('printf "%s|%s|" "$1" "$2"; cat', ['{from}', '{to};echo $HOME'])).toMatchObject({
      name: 'tr.sh',
    });
    expect(await draft('a $(b)\n一')).toEqual({ text: 'en|zh-Hans;echo $HOME|a $(b)\n一', by: 'tr.sh' });
  });

  test.each([
    ['fails', 'echo half; exit 3', /code 3/],
    ['says nothing', 'cat > /dev/null', /without a translation/],
    ['never stops talking', 'yes', /more than/],
  ])('that %s is refused', async (_what, script, message) => {
    await setUp(script);
    await expect(draft()).rejects.toMatchObject({ code: 'refused', message: like(message) });
  });

  test('cannot be something uploaded, nor a folder', async () => {
    const response = await t.fetch('/upload?name=tr.sh', { method: 'POST', body: '#!/bin/sh\n' });
    const { source } = (await response.json()) as { source: string };
    await expect(t.client.translation.configure({ kind: 'command', source })).rejects.toMatchObject({
      code: 'refused',
    });
    const [folder = ''] = t.core.admit([t.dir]);
    await expect(t.client.translation.configure({ kind: 'command', source: folder })).rejects.toMatchObject({
      code: 'bad_input',
    });
  });
});
