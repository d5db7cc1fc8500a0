import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { openTestCore } from '../core/testing.ts';
import { withLibrary } from '../cli/connect.ts';
import { holderOf } from './holder.ts';
import { openPrivateDoor } from './private-door.ts';
import { sendThrough } from './socket-send.ts';
import { AppError } from '#shared/errors.ts';

test('the command line works on a library that is held behind a private door, and only with its token', async () => {
  const t = await openTestCore();
  const door = await openPrivateDoor(
    (request) => t.core.handle(request, 'cli'),
    (error) => t.bugs.push(error),
  );
  t.core.announce({ socket: door.socket, token: door.token });
  const title = await withLibrary(t.dir, 'nowhere', async ({ client }) => {
    await client.papers.create({ title: '经由套接字' });
    return (await client.papers.list({}))[0]?.title;
  });
  expect(title).toBe('经由套接字');
  expect(await t.client.papers.list({})).toHaveLength(1);
  for (const token of ['', 'wrong', `${door.token}x`]) {
    const answer = await sendThrough(door.socket, token)(new Request('http://core.invalid/rpc/papers/list'));
    expect(answer.status).toBe(401);
  }
  expect(statSync(door.socket).mode & 0o777).toBe(0o600);
  expect(statSync(dirname(door.socket)).mode & 0o777).toBe(0o700);
  await door.close();
  expect(existsSync(dirname(door.socket))).toBe(false);
  await expect(withLibrary(t.dir, 'nowhere', () => Promise.resolve())).rejects.toMatchObject({ code: 'busy' });
  expect(t.bugs).toEqual([]);
  await t.end();
});

test('a note beside the lock leads nowhere but to a socket of this user', () => {
  const held = (details: Record<string, unknown>) => holderOf(new AppError('busy', 'x', details));
  expect(held({ socket: '/etc/passwd', token: 'x' })).toBeNull();
  expect(held({ socket: 'relative/door', token: 'x' })).toBeNull();
  expect(held({ socket: '/nowhere/at/all', token: 'x' })).toBeNull();
  expect(held({ url: 'http://evil.example:80', token: 'x' })).toBeNull();
  expect(held({ url: 'http://127.0.0.1:80' })).toBeNull();
  expect(held({ url: 'http://127.0.0.1:4242', token: 'x' })).toEqual({ url: 'http://127.0.0.1:4242', token: 'x' });
});
