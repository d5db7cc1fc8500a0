import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { authorsText, formatAuthors, fullName, parseAuthors } from './authors.ts';

const latin = (family: string, given = 'A.') => ({ family, given });

describe('people in one line', () => {
  test('two are joined, four are cut', () => {
    expect(formatAuthors([latin('Ding'), latin('Zhou')], 'en')).toBe('Ding & Zhou');
    expect(formatAuthors([latin('A'), latin('B'), latin('C'), latin('D')], 'en')).toBe('A, B et al.');
    expect(formatAuthors([latin('A'), latin('B'), latin('C'), latin('D')], 'zh-Hans')).toBe('A, B 等');
  });

  test('Chinese names are written in full and joined the Chinese way in either interface', () => {
    const people = [
      { family: '王', given: '小明' },
      { family: '李', given: '四' },
    ];
    expect(formatAuthors(people, 'en')).toBe('王小明、李四');
    expect(fullName({ family: '王', given: '小明' })).toBe('王小明');
    expect(fullName(latin('Ding', 'Yiming'))).toBe('Yiming Ding');
  });

  test('nobody is nothing', () => expect(formatAuthors([], 'en')).toBe(''));
});

describe('people as text', () => {
  test('reads what a user types', () => {
    expect(parseAuthors('Ding, Yiming\n王，小明\n\nWHO Expert Group; Zhou, Z.')).toEqual([
      { family: 'Ding', given: 'Yiming' },
      { family: '王', given: '小明' },
      { literal: 'WHO Expert Group' },
      { family: 'Zhou', given: 'Z.' },
    ]);
  });

  test('comes back the same for any people', () => {
    const word = fc.stringMatching(/^[A-Za-z王李é][A-Za-z王李é. '-]{0,12}$/).map((text) => text.trim());
    const author = fc.oneof(fc.record({ family: word, given: word }), fc.record({ literal: word }));
    fc.assert(
      fc.property(fc.array(author), (authors) => {
        expect(parseAuthors(authorsText(authors))).toEqual(authors);
      }),
    );
  });
});
