import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignSentences, alignTexts, splitPoint } from './align.ts';
import { sentencesOf } from './sentences.ts';

const sentences = (text: string, lang = 'en') =>
  sentencesOf(text, lang).map(({ start, end }) => text.slice(start, end));
const languages = { primary: 'en', secondary: 'zh-Hans' };
const pairs = (primary: string, secondary: string) =>
  alignTexts(primary, secondary, languages).map((pair) => [
    primary.slice(pair.primary.start, pair.primary.end),
    secondary.slice(pair.secondary.start, pair.secondary.end),
  ]);

describe('sentences', () => {
  test('end where they end in either language', () => {
    expect(sentences('One is enough. Two are “better.” Three?')).toEqual([
      'One is enough.',
      'Two are “better.”',
      'Three?',
    ]);
    expect(sentences('一句就够。他说：“两句更好。”三句呢？', 'zh-Hans')).toEqual([
      '一句就够。',
      '他说：“两句更好。”',
      '三句呢？',
    ]);
  });

  test('are not cut at abbreviations, initials, numbers, or inside formulas, code and links', () => {
    const text =
      'Smith et al. found (cf. Fig. 3) that J. Doe was right. It is $a. B$ or `x. Y`. See [one. Two](https://a.org/b.Cd) now.';
    expect(sentences(text)).toEqual([
      'Smith et al. found (cf. Fig. 3) that J. Doe was right.',
      'It is $a. B$ or `x. Y`.',
      'See [one. Two](https://a.org/b.Cd) now.',
    ]);
    expect(sentences('It grew by 3.5 % in 2019. Then it fell.')).toEqual([
      'It grew by 3.5 % in 2019.',
      'Then it fell.',
    ]);
  });

  test('end with their line', () => {
    expect(sentences('- first\n- second\n\nThird')).toEqual(['- first', '- second', 'Third']);
  });

  test('cover every character that is not white space, in order, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const ranges = sentencesOf(text, 'en');
        let at = 0;
        for (const { start, end } of ranges) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(at, start).trim()).toBe('');
          at = end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
    );
  });
});

describe('alignment', () => {
  test('pairs sentence with sentence', () => {
    expect(pairs('Readers gloss. They return later.', '读者作旁注。他们之后会回来。')).toEqual([
      ['Readers gloss.', '读者作旁注。'],
      ['They return later.', '他们之后会回来。'],
    ]);
  });

  test('finds one sentence rendered as two, by length and by the numbers both keep', () => {
    const primary =
      'We tested 48 expert readers. Half of them wrote glosses while reading, and when we asked again after 30 days they remembered 62 % of the claims, against 41 % in the control group. No effect was seen for figures.';
    const secondary =
      '我们测试了 48 位专家读者。其中一半在阅读时写旁注。30 天后再问时，他们记得 62 % 的论点，而对照组只有 41 %。图表方面未见效果。';
    expect(pairs(primary, secondary).map(([, there]) => there)).toEqual([
      '我们测试了 48 位专家读者。',
      '其中一半在阅读时写旁注。30 天后再问时，他们记得 62 % 的论点，而对照组只有 41 %。',
      '图表方面未见效果。',
    ]);
  });

  test('leaves out a sentence that the other side lacks when the anchors say so', () => {
    const primary =
      'The model is BERT. It has 110M parameters. Nobody knows why it works so well on tasks that it was never trained for, and few have asked. We train on SQuAD 2.0.';
    const secondary = '模型是 BERT。它有 110M 参数。我们在 SQuAD 2.0 上训练。';
    const found = pairs(primary, secondary);
    expect(found).toContainEqual(['We train on SQuAD 2.0.', '我们在 SQuAD 2.0 上训练。']);
    expect(found).toContainEqual(['The model is BERT.', '模型是 BERT。']);
  });

  test('has every sentence once and in order, whatever the sides', () => {
    const side = fc.array(fc.string({ minLength: 1, maxLength: 60 }), { maxLength: 12 });
    fc.assert(
      fc.property(side, side, (a, b) => {
        const beads = alignSentences(a, b);
        const flat = (of: 'primary' | 'secondary') =>
          beads.flatMap((bead) => Array.from({ length: bead[of][1] - bead[of][0] }, (_, index) => bead[of][0] + index));
        expect(flat('primary')).toEqual(a.map((_, index) => index));
        expect(flat('secondary')).toEqual(b.map((_, index) => index));
      }),
    );
  });
});

test('a split falls on the other side where the sentences part', () => {
  const primary = 'One thing. Another thing.';
  const secondary = '一件事。另一件事。';
  const aligned = alignTexts(primary, secondary, languages);
  expect(splitPoint(aligned, 'primary', primary.indexOf('Another'), secondary.length)).toBe(secondary.indexOf('另'));
  expect(splitPoint(aligned, 'secondary', 4, primary.length)).toBe(primary.indexOf('Another'));
});
