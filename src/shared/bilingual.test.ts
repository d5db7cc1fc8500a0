import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { confirmSides, editSide, staleSide, type Sides } from './bilingual.ts';

const MINUTE = 60_000;
const UNWRITTEN: Sides = { primary: '', secondary: '', primaryAt: 0, secondaryAt: 0 };
const BOTH = editSide(editSide(UNWRITTEN, 'primary', 'One', 1000), 'secondary', '一', 2000);

describe('the side that lags behind', () => {
  test('is none after a first translation, however late it comes', () => {
    const late = editSide(editSide(UNWRITTEN, 'primary', 'One', 1000), 'secondary', '一', 90 * MINUTE);
    expect(staleSide(late)).toBeNull();
  });
  test('is the other one after a later edit, keystroke by keystroke', () => {
    const first = editSide(BOTH, 'primary', 'Tw', 60 * MINUTE);
    expect(staleSide(first)).toBe('secondary');
    expect(staleSide(editSide(first, 'primary', 'Two', 60 * MINUTE + 200))).toBe('secondary');
  });
  test('is none once it is edited itself', () => {
    expect(
      staleSide(editSide(editSide(BOTH, 'primary', 'Two', 60 * MINUTE), 'secondary', '二', 61 * MINUTE)),
    ).toBeNull();
  });
  test('is none while both are written in one sitting', () => {
    const edited = editSide(BOTH, 'primary', 'Two', 9 * MINUTE);
    expect(staleSide(edited)).toBeNull();
    expect(staleSide(editSide(edited, 'primary', 'Three', 18 * MINUTE))).toBeNull();
    expect(staleSide(editSide(edited, 'primary', 'Three', 20 * MINUTE))).toBe('secondary');
  });
  test('is not the one just written, though the clock was set back', () => {
    const ahead = editSide(BOTH, 'primary', 'Two', 600 * MINUTE);
    expect(staleSide(editSide(ahead, 'primary', 'Three', 500))).toBe('secondary');
  });
  test('is none when one side is emptied, and when it is written again', () => {
    const emptied = editSide(BOTH, 'secondary', '', 60 * MINUTE);
    expect(staleSide(emptied)).toBeNull();
    expect(staleSide(editSide(emptied, 'secondary', '一', 61 * MINUTE))).toBeNull();
  });
});

const edit = fc.record({
  side: fc.constantFrom('primary' as const, 'secondary' as const),
  text: fc.constantFrom('', ' ', 'a', 'b'),
  step: fc.integer({ min: -90 * MINUTE, max: 60 * MINUTE }),
});

test('whatever is written when: no stale side beside an empty one, never the side just written, none once confirmed', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 20 }), (edits) => {
      let sides = UNWRITTEN;
      let now = 10_000 * MINUTE;
      for (const { side, text, step } of edits) {
        now += step;
        sides = editSide(sides, side, text, now);
        const stale = staleSide(sides);
        expect(sides[side]).toBe(text);
        expect(stale).not.toBe(side);
        if (!sides.primary.trim() || !sides.secondary.trim()) expect(stale).toBeNull();
        expect(staleSide(confirmSides(sides))).toBeNull();
      }
    }),
  );
});
