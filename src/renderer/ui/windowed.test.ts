import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inView, rowAfterKey } from './windowed.ts';

describe('a windowed list', () => {
  test('has every row in view in the page, and few others, wherever it is scrolled', () => {
    fc.assert(
      fc.property(
        fc.nat(500_000),
        fc.integer({ min: 1, max: 3000 }),
        fc.integer({ min: 20, max: 80 }),
        fc.nat(10_000),
        (top, height, row, count) => {
          const { first, end } = inView(top, height, row, count);
          for (let index = Math.floor(top / row); index * row < top + height && index < count; index += 1) {
            expect(index >= first && index < end).toBe(true);
          }
          expect(end - first).toBeLessThanOrEqual(height / row + 20);
          expect(first).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(count);
        },
      ),
    );
  });

  test('moves by keys and stays within its rows', () => {
    expect(rowAfterKey('ArrowDown', -1, 5, 3)).toBe(0);
    expect(rowAfterKey('ArrowUp', -1, 5, 3)).toBe(4);
    expect(rowAfterKey('ArrowDown', 4, 5, 3)).toBe(4);
    expect(rowAfterKey('PageDown', 3, 5, 3)).toBe(4);
    expect(rowAfterKey('PageUp', 1, 5, 3)).toBe(0);
    expect(rowAfterKey('End', 0, 5, 3)).toBe(4);
    expect(rowAfterKey('x', 0, 5, 3)).toBeNull();
    expect(rowAfterKey('ArrowDown', 0, 0, 3)).toBeNull();
  });
});
