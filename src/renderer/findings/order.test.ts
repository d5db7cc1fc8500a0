import { describe, expect, it } from 'vitest';
import { byPaper, inOrder, numbersOf } from './order.ts';

const finding = (id: string, position: number, paperId: string | null = null) => ({ id, position, paperId });

describe('the order of findings', () => {
  it('is by position, then by age', () => {
    const shown = inOrder([finding('c', 2), finding('b', 1), finding('a', 1)]);
    expect(shown.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it("groups a survey's findings by paper in the survey's order, those without a paper last", () => {
    const groups = byPaper(
      [finding('1', 1, null), finding('2', 2, 'q'), finding('3', 3, 'p'), finding('4', 4, 'x'), finding('5', 0, 'p')],
      ['p', 'empty', 'q'],
    );
    expect(groups.map((group) => [group.paperId, group.findings.map(({ id }) => id)])).toEqual([
      ['p', ['5', '3']],
      ['q', ['2']],
      ['x', ['4']],
      [null, ['1']],
    ]);
  });

  it('counts from one within each paper', () => {
    const groups = byPaper([finding('a', 5, 'p'), finding('b', 1, 'q'), finding('c', 2, 'p')], []);
    expect(Object.fromEntries(numbersOf(groups))).toEqual({ a: 2, b: 1, c: 1 });
  });
});
