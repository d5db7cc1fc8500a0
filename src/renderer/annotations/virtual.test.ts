import { expect, it } from 'vitest';
import { rowAt, topsOf } from './virtual.ts';

it('the row at a height is the one that begins at or before it, within the list', () => {
  const tops = topsOf(4, (index) => (index + 1) * 10);
  expect([...tops]).toEqual([0, 10, 30, 60, 100]);
  expect([-5, 0, 9, 10, 29, 30, 59, 60, 99, 100, 999].map((y) => rowAt(tops, y))).toEqual([
    0, 0, 0, 1, 1, 2, 2, 3, 3, 3, 3,
  ]);
  expect(
    rowAt(
      topsOf(0, () => 1),
      50,
    ),
  ).toBe(0);
});
