import { expect, test } from 'vitest';
import { PAGE_LIMIT_MS, PageWatch } from './page-watch.ts';

const running = (number: number) => ({ number, renderingState: 1 });
const finished = (number: number) => ({ number, renderingState: 3 });

test('a page painted at for too long is stuck, and has twice the time at the next try', () => {
  const watch = new PageWatch();
  expect(watch.stuck([finished(1), running(2)], 0)).toBeNull();
  expect(watch.stuck([running(2)], PAGE_LIMIT_MS - 1)).toBeNull();
  expect(watch.stuck([running(2)], PAGE_LIMIT_MS)).toBe(2);
  watch.gaveUp(2);
  expect(watch.stuck([running(2)], PAGE_LIMIT_MS)).toBeNull();
  expect(watch.stuck([running(2)], PAGE_LIMIT_MS * 2)).toBeNull();
  expect(watch.stuck([running(2)], PAGE_LIMIT_MS * 3)).toBe(2);
});

test('time counts from the beginning of each painting', () => {
  const watch = new PageWatch();
  watch.stuck([running(1)], 0);
  watch.stuck([finished(1)], 10_000);
  watch.stuck([running(1)], 12_000);
  expect(watch.stuck([running(1)], PAGE_LIMIT_MS + 11_000)).toBeNull();
  expect(watch.stuck([running(1)], PAGE_LIMIT_MS + 12_000)).toBe(1);
});
