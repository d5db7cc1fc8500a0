import { expect, test } from 'vitest';
import type { AppEvent } from '#shared/events.ts';
import type { Services } from '../kinds.ts';
import { openTestCore } from '../testing.ts';
import { eventsCalls } from './calls.ts';

/** A listener on a bare source of events. */
function listen(closing = new AbortController().signal) {
  const listeners = new Set<(event: AppEvent) => void>();
  const core = {
    library: { id: 'L' },
    closing,
    subscribe: (listener: (event: AppEvent) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  } as unknown as Services;
  const leave = new AbortController();
  const stream = eventsCalls.subscribe(core, {}, leave.signal)[Symbol.asyncIterator]();
  const tell = (seq: number) => listeners.forEach((listener) => listener({ type: 'changed', seq, tables: {} }));
  return { listeners, leave, stream, tell };
}

test('what happens between two readings is kept, in order', async () => {
  const { stream, tell } = listen();
  expect((await stream.next()).value).toEqual({ type: 'hello', libraryId: 'L' });
  for (const seq of [1, 2, 3]) tell(seq);
  for (const seq of [1, 2, 3]) expect((await stream.next()).value).toMatchObject({ seq });
});

test('a listener that never reads again is let go, with all that waits for it', async () => {
  const { stream, tell, listeners } = listen();
  await stream.next();
  for (let seq = 0; seq < 20_000; seq += 1) tell(seq);
  expect(listeners.size).toBe(0);
  expect((await stream.next()).done).toBe(true);
});

test('a stream ends when its caller leaves and when the library closes', async () => {
  const closing = new AbortController();
  const [left, stays] = [listen(closing.signal), listen(closing.signal)];
  for (const { stream } of [left, stays]) await stream.next();
  const [first, second] = [left.stream.next(), stays.stream.next()];
  left.leave.abort();
  expect((await first).done).toBe(true);
  expect([left.listeners.size, stays.listeners.size]).toEqual([0, 1]);
  closing.abort();
  expect((await second).done).toBe(true);
  expect(stays.listeners.size).toBe(0);
});

test('closing the core ends the streams of its windows, and later requests are told so', async () => {
  const t = await openTestCore();
  const events = await t.client.events.subscribe({});
  await events.next();
  const last = events.next();
  await t.end();
  expect((await last).done).toBe(true);
  expect((await t.fetch('/rpc/papers/list', { method: 'POST', body: '{}' })).status).toBe(503);
  expect(t.bugs).toEqual([]);
});
