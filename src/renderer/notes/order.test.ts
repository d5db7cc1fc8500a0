import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterIdOf, afterIdOfMove, heirOf, inOrder } from './order.ts';

const abc = ['a', 'b', 'c'].map((id, index) => ({ id, position: index }));

/** What the core does with `afterId`. */
function move(ids: string[], id: string, afterId: string | null): string[] {
  const rest = ids.filter((other) => other !== id);
  rest.splice(afterId === null ? 0 : rest.indexOf(afterId) + 1, 0, id);
  return rest;
}

describe('the order of passages', () => {
  it('is by position, and by age where two share one', () => {
    const mixed = [
      { id: 'c', position: 2 },
      { id: 'b', position: 1 },
      { id: 'a', position: 1 },
      { id: 'z', position: 0.5 },
    ];
    expect(inOrder(mixed).map((passage) => passage.id)).toEqual(['z', 'a', 'b', 'c']);
  });

  it('moves a passage by exactly one place, and not past the ends', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.nat(),
        fc.constantFrom(-1 as const, 1 as const),
        (count, pick, by) => {
          const passages = Array.from({ length: count }, (_, index) => ({ id: `p${index}`, position: index }));
          const ids = passages.map((passage) => passage.id);
          const from = pick % count;
          const after = afterIdOfMove(passages, ids[from]!, by);
          const to = from + by;
          if (to < 0 || to >= count) expect(after).toBeUndefined();
          else expect(move(ids, ids[from]!, after!).indexOf(ids[from]!)).toBe(to);
        },
      ),
    );
  });

  it('says nothing about a passage that is gone', () => {
    expect(afterIdOfMove(abc, 'gone', 1)).toBeUndefined();
    expect(afterIdOfMove(abc, 'gone', -1)).toBeUndefined();
  });

  it('knows where a removed passage stood', () => {
    for (const { id } of abc) {
      const rest = ['a', 'b', 'c'].filter((other) => other !== id);
      expect(move(rest, id, afterIdOf(abc, id))).toEqual(['a', 'b', 'c']);
    }
  });

  it('hands the focus to the next passage, else the one before', () => {
    expect(heirOf(abc, 'a')).toBe('b');
    expect(heirOf(abc, 'c')).toBe('b');
    expect(heirOf([abc[0]!], 'a')).toBeNull();
  });
});
