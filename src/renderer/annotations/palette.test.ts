import { expect, it } from 'vitest';
import { COLORS, keyOfColor } from './colors.ts';
import { wholePalette } from './palette.ts';

it('the palette has every colour once, the user’s own order first', () => {
  const own = [
    { color: 'red', primary: 'Question', secondary: '问题' },
    { color: 'teal', primary: '', secondary: '' },
    { color: 'red', primary: 'again', secondary: '' },
  ];
  const palette = wholePalette(own);
  expect(palette.slice(0, 3).map(({ color }) => color)).toEqual(['red', 'teal', 'yellow']);
  expect(palette.map(({ color }) => color).toSorted()).toEqual([...COLORS].toSorted());
  expect(palette[0]?.primary).toBe('Question');
});

it('the number keys are those of the first ten colours', () => {
  expect(
    COLORS.map((_, index) => keyOfColor(index) ?? '')
      .join(' ')
      .trim(),
  ).toBe('1 2 3 4 5 6 7 8 9 0');
});
