import { expect, test } from 'vitest';
import { cropOf } from './crop.ts';

const page = { width: 600, height: 800 };
const box = (left: number, top: number, width = 100, height = 10) => ({ left, top, width, height });

test('a crop holds the mark with its surroundings, and is never more than the page', () => {
  expect(cropOf(page, [box(250, 400)], false)).toEqual({ left: 150, top: 320, width: 300, height: 170 });
  expect(cropOf(page, [box(100, 100), box(120, 500, 300)], false)).toEqual({
    left: 76,
    top: 40,
    width: 368,
    height: 530,
  });
  expect(cropOf(page, [box(0, 5)], false)).toMatchObject({ left: 0, top: 0 });
  const end = cropOf(page, [box(590, 790, 10)], false);
  expect([end.left + end.width, end.top + end.height]).toEqual([600, 800]);
});

test('the whole page is shown on request, and where there is no mark on it', () => {
  const whole = { left: 0, top: 0, width: 600, height: 800 };
  expect(cropOf(page, [box(0, 400)], true)).toEqual(whole);
  expect(cropOf(page, [], false)).toEqual(whole);
});
