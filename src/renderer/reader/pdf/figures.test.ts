import { expect, test } from 'vitest';
import { clipAround, figureBoxes } from './figures.ts';

/** Upper left, lower left, upper right. */
const picture = (x1: number, y1: number, x2: number, y2: number) => [x1, y1, x1, y2, x2, y1];

test('pictures are left out of the tint, whichever way they lie', () => {
  const [box] = figureBoxes(picture(0.1, 0.2, 0.5, 0.6));
  const rounded = (one: typeof box) => one && [one.x1, one.y1, one.x2, one.y2].map((value) => Number(value.toFixed(6)));
  expect(rounded(box)).toEqual([0.1, 0.2, 0.5, 0.6]);
  expect(rounded(figureBoxes([0.5, 0.6, 0.1, 0.6, 0.5, 0.2])[0])).toEqual([0.1, 0.2, 0.5, 0.6]);
  expect(clipAround(box ? [box] : [])).toMatch(/^polygon\(evenodd, 0 0, 100% 0, .*10\.00% 20\.00%, 10\.00% 60\.00%/);
});

test('a scan is the page itself, and specks are no pictures', () => {
  expect(figureBoxes(picture(0, 0, 1, 1))).toEqual([]);
  expect(figureBoxes([...picture(0, 0, 1, 0.5), ...picture(0, 0.5, 1, 1)])).toEqual([]);
  expect(figureBoxes(picture(0.1, 0.1, 0.11, 0.11))).toEqual([]);
  expect(clipAround([])).toBe('none');
  const crossing = [...picture(0.1, 0.1, 0.3, 0.3), ...picture(0.6, 0.6, 0.7, 0.7), ...picture(0.2, 0.2, 0.65, 0.65)];
  expect(clipAround(figureBoxes(crossing)).match(/10\.00% 10\.00%/g)).toHaveLength(2);
  expect(clipAround(figureBoxes(crossing))).toContain('70.00% 70.00%');
});
