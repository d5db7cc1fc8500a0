import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looksBilingual, mergedDown, rowsOf, shifted } from './bilingual.ts';

const languages = { primary: 'en', secondary: 'zh-Hans' };
const shown = (text: string, by: 'paragraphs' | 'sentences' = 'paragraphs') =>
  rowsOf(text, languages, by).map((row) => [row.primary.join(' '), row.secondary.join('')]);

const ALTERNATING = 'Readers gloss.\n读者作旁注。\n\nThey return later.\n他们之后会回来。';
const IN_TURN = 'Readers gloss.\n\nThey return later.\n\n读者作旁注。\n\n他们之后会回来。';
const TABLE = 'Readers gloss.\t读者作旁注。\nThey return later.\t他们之后会回来。';

describe('pasted text in two languages', () => {
  it.each([ALTERNATING, IN_TURN, TABLE])('becomes the same rows however it is laid out: %j', (text) => {
    expect(looksBilingual(text, languages)).toBe(true);
    expect(shown(text)).toEqual([
      ['Readers gloss.', '读者作旁注。'],
      ['They return later.', '他们之后会回来。'],
    ]);
  });

  it('is cut into sentences on request', () => {
    const text = 'Readers gloss. They return later.\n读者作旁注。他们之后会回来。';
    expect(shown(text)).toHaveLength(1);
    expect(shown(text, 'sentences')).toHaveLength(2);
  });

  it('is not one language with words of the other, nor any pair told apart by nothing', () => {
    for (const text of ['用 BERT 做微调。\n再试一次。', 'The word 旁注 means gloss.\nSecond line.', 'One line 一行'])
      expect([text, looksBilingual(text, languages)]).toEqual([text, false]);
    expect(looksBilingual(ALTERNATING, { primary: 'en', secondary: 'de' })).toBe(false);
  });

  it('works with the languages the other way round', () => {
    const turned = { primary: 'zh-Hans', secondary: 'en' };
    expect(looksBilingual(ALTERNATING, turned)).toBe(true);
    expect(rowsOf(ALTERNATING, turned, 'paragraphs')[0]).toEqual({
      primary: ['读者作旁注。'],
      secondary: ['Readers gloss.'],
    });
  });
});

describe('corrections', () => {
  const rows = [
    { primary: ['a', 'b'], secondary: ['甲'] },
    { primary: ['c'], secondary: ['乙', '丙'] },
  ];

  it('move a sentence up or down on its own side', () => {
    expect(shifted(rows, 0, 'primary', 'down')).toEqual([
      { primary: ['a'], secondary: ['甲'] },
      { primary: ['b', 'c'], secondary: ['乙', '丙'] },
    ]);
    expect(shifted(rows, 1, 'secondary', 'up')).toEqual([
      { primary: ['a', 'b'], secondary: ['甲', '乙'] },
      { primary: ['c'], secondary: ['丙'] },
    ]);
    expect(shifted(rows, 1, 'secondary', 'down').at(-1)).toEqual({ primary: [], secondary: ['丙'] });
  });

  it('merge rows', () => {
    expect(mergedDown(rows, 0)).toEqual([{ primary: ['a', 'b', 'c'], secondary: ['甲', '乙', '丙'] }]);
  });

  it('never lose a sentence or change its order', () => {
    const step = fc.record({
      at: fc.nat(5),
      side: fc.constantFrom('primary' as const, 'secondary' as const),
      to: fc.constantFrom('up' as const, 'down' as const),
      merge: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let now = rows;
        for (const { at, side, to, merge } of steps) now = merge ? mergedDown(now, at) : shifted(now, at, side, to);
        expect(now.flatMap(({ primary }) => primary).join('')).toBe('abc');
        expect(now.flatMap(({ secondary }) => secondary).join('')).toBe('甲乙丙');
      }),
    );
  });
});
