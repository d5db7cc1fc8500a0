import { expect, test } from 'vitest';
import { narrowed } from './crop.ts';

test('a page is narrowed to its words with some room, within itself, and never to next to nothing', () => {
  expect(narrowed([0, 0, 600, 800], [60, 70, 540, 730])).toEqual([46, 56, 554, 744]);
  expect(narrowed([10, 10, 600, 800], [12, 0, 598, 900])).toEqual([10, 10, 600, 800]);
  expect(narrowed([0, 0, 600, 800], [300, 400, 310, 410])).toEqual([0, 0, 600, 800]);
  expect(narrowed([0, 0, 600, 800], null)).toEqual([0, 0, 600, 800]);
});
