import { expect, test } from 'vitest';
import { retryDelayMs } from './events.ts';

test('a lost stream is tried again soon, then less often, never less than every ten seconds', () => {
  const delays = [0, 1, 2, 3, 50].map(retryDelayMs);
  expect(delays[0]).toBeLessThan(500);
  expect(delays).toEqual([...delays].sort((a, b) => a - b));
  expect(delays.at(-1)).toBe(10_000);
});
