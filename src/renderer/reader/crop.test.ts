import { expect, test } from 'vitest';
import { cropOf } from './crop.ts';

const page = { height: 800 };
const box = (top: number, height = 10) => ({ left: 0, top, width: 100, height });

test('a crop holds the mark with lines around it, never more than the page', () => {
  expect(cropOf(page, [box(400)], false)).toEqual({ top: 320, height: 170 });
  expect(cropOf(page, [box(100), box(500)], false)).toEqual({ top: 40, height: 530 });
  expect(cropOf(page, [box(5)], false).top).toBe(0);
  const end = cropOf(page, [box(790)], false);
  expect(end.top + end.height).toBe(800);
});

test('the whole page is shown on request, and where there is no mark on it', () => {
  expect(cropOf(page, [box(400)], true)).toEqual({ top: 0, height: 800 });
  expect(cropOf(page, [], false)).toEqual({ top: 0, height: 800 });
});
