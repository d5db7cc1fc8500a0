import { expect, test } from 'vitest';
import { SESSION_IDLE_MS, Sessions } from './sessions.ts';

test('a link works once', () => {
  const sessions = new Sessions(4242);
  const nonce = sessions.newLink();
  const session = sessions.redeem(nonce)!;
  expect(sessions.redeem(nonce)).toBeNull();
  expect(sessions.recognise({ cookie: `a=b; glossa-4242=${session}`, bearer: undefined })).toBe('window');
});

test('a link dies after ten minutes', () => {
  let now = 0;
  const sessions = new Sessions(4242, () => now);
  const [early, late] = [sessions.newLink(), sessions.newLink()];
  now = 10 * 60_000;
  expect(sessions.redeem(early)).not.toBeNull();
  now += 1;
  expect(sessions.redeem(late)).toBeNull();
});

test('the token is the command line, and nothing else is', () => {
  const sessions = new Sessions(4242);
  expect(sessions.recognise({ cookie: undefined, bearer: sessions.bearer })).toBe('cli');
  expect(sessions.recognise({ cookie: undefined, bearer: `${sessions.bearer}x` })).toBeNull();
  expect(sessions.recognise({ cookie: undefined, bearer: undefined })).toBeNull();
  expect(sessions.recognise({ cookie: 'glossa-4242=', bearer: '' })).toBeNull();
});

test('the cookie of another port is not ours', () => {
  const sessions = new Sessions(4242);
  const session = sessions.redeem(sessions.newLink())!;
  expect(sessions.recognise({ cookie: `glossa-4243=${session}`, bearer: undefined })).toBeNull();
});

test('a cookie that another port has set beside ours shuts nobody out', () => {
  const sessions = new Sessions(4242);
  const session = sessions.redeem(sessions.newLink())!;
  const cookie = `glossa-4242=planted; glossa-4242=${session}; glossa-4242=`;
  expect(sessions.recognise({ cookie, bearer: undefined })).toBe('window');
});

test.each([
  '',
  ';;;',
  '=',
  'glossa-4242',
  'glossa-4242=',
  'glossa-4242==',
  'GLOSSA-4242=x',
  'x glossa-4242=y',
  'é=\u0000; glossa-4242="',
])('the cookie header %j is nobody’s', (cookie) => {
  const sessions = new Sessions(4242);
  sessions.redeem(sessions.newLink());
  expect(sessions.recognise({ cookie, bearer: undefined })).toBeNull();
});

test('twenty wrong tries lock the door for a minute', () => {
  let now = 0;
  const sessions = new Sessions(4242, () => now);
  for (let i = 0; i < 19; i += 1) sessions.recognise({ cookie: undefined, bearer: 'wrong' });
  expect(sessions.isLockedOut()).toBe(false);
  sessions.redeem('wrong');
  expect(sessions.isLockedOut()).toBe(true);
  now = 60_001;
  expect(sessions.isLockedOut()).toBe(false);
});

test('secrets have 256 bits and differ', () => {
  const sessions = new Sessions(1);
  expect(sessions.bearer).toHaveLength(43);
  expect(sessions.newLink()).not.toBe(sessions.newLink());
});

test('a session nobody uses ends; one whose window listens goes on', () => {
  let now = 0;
  const sessions = new Sessions(1, () => now);
  const [idle, listening] = [sessions.redeem(sessions.newLink())!, sessions.redeem(sessions.newLink())!];
  const cookieOf = (value: string) => ({ cookie: `glossa-1=${value}`, bearer: undefined });
  const release = sessions.hold(`glossa-1=${listening}`);
  now += SESSION_IDLE_MS - 1;
  expect(sessions.recognise(cookieOf(idle))).toBe('window');
  now += SESSION_IDLE_MS;
  expect(sessions.recognise(cookieOf(idle))).toBeNull();
  expect(sessions.recognise(cookieOf(listening))).toBe('window');
  release();
  now += SESSION_IDLE_MS;
  expect(sessions.recognise(cookieOf(listening))).toBeNull();
});
