import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldWithMap, plainForm } from './fold.ts';

describe('folding', () => {
  it('makes ligatures, full-width forms, case, quotes and dashes alike', () => {
    expect(fold('Eﬃcient “ＡＢＣ”—it’s')).toBe('efficient "abc"-it\'s');
  });

  it('folds CJK radicals of both blocks to the ideographs they look like', () => {
    expect(fold('\u2F3F\u2EE2\u2ED3')).toBe('手马长');
  });

  it('drops soft hyphens and takes a run of white space for one space', () => {
    expect(fold('co\u00ADop  \n\t er')).toBe('coop er');
  });

  it('leaves out spaces and hyphens when asked to', () => {
    expect(fold('end-to-end\u2010 test', { spaces: 'none', hyphens: 'none' })).toBe('endtoendtest');
  });

  it('composes what combines', () => {
    expect(fold('Je\u0301gou')).toBe(fold('Jégou'));
    expect(fold('\u1112\u1161\u11AB')).toBe('한');
  });

  it('maps a ligature back as a whole', () => {
    const { folded, toSourceRange } = foldWithMap('aﬃne');
    expect(folded).toBe('affine');
    expect(toSourceRange(1, 2)).toEqual({ start: 1, end: 2 });
    expect(toSourceRange(4, 5)).toEqual({ start: 2, end: 3 });
  });

  const text = fc.string({
    unit: fc.constantFrom(...'aBﬁ \n\u00AD-中\u2F3F'.split(''), 'é', 'e\u0301', '한', '𝒳', '½'),
    maxLength: 30,
  });

  it('maps offsets back in order and within the source', () => {
    fc.assert(
      fc.property(text, fc.boolean(), (source, loose) => {
        const { folded, toSource } = foldWithMap(source, loose ? { spaces: 'none', hyphens: 'none' } : {});
        let last = 0;
        for (let i = 0; i <= folded.length; i++) {
          expect(toSource(i)).toBeGreaterThanOrEqual(last);
          last = toSource(i);
        }
        expect(last).toBe(source.length);
      }),
    );
  });

  it('folds the source range of a folded range to something that holds it', () => {
    fc.assert(
      fc.property(text, fc.nat(40), fc.nat(10), (source, from, length) => {
        const { folded, toSourceRange } = foldWithMap(source);
        const start = Math.min(from, folded.length);
        const end = Math.min(start + length, folded.length);
        const range = toSourceRange(start, end);
        expect(fold(source.slice(range.start, range.end))).toContain(folded.slice(start, end));
      }),
    );
  });

  it('is done after one time', () => {
    fc.assert(
      fc.property(text, (source) => {
        expect(fold(fold(source))).toBe(fold(source));
      }),
    );
  });
});

describe('the plain form of a printed character', () => {
  it('spells ligatures out and turns radicals into ideographs', () => {
    expect(plainForm('ﬁ')).toBe('fi');
    expect(plainForm('\u2F3F')).toBe('手');
    expect(plainForm('\u2EE2')).toBe('马');
  });

  it('leaves superscripts and full-width letters as they are', () => {
    expect(plainForm('²')).toBe('²');
    expect(plainForm('Ａ')).toBe('Ａ');
  });
});
