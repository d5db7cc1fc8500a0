import { describe, expect, it } from 'vitest';
import { fragmentsOf } from './fragments.ts';
import { ABOVE, BELOW, type Glyph } from './glyphs.ts';

/** Letters set one after the other as PDFium hands them over where it saw no spaces: `after` is the gap behind each. */
function lettersOf(letters: readonly { text: string; size: number; after: number }[]): Glyph[] {
  let along = 50;
  return letters.map(({ text, size, after }, order) => {
    const along1 = along;
    const along2 = along1 + size * 0.6;
    along = along2 + after;
    const across1 = 700 - size * BELOW;
    const across2 = 700 + size * ABOVE;
    return {
      text,
      raw: text,
      along1,
      along2,
      across1,
      across2,
      ink1: across1,
      ink2: across2,
      base: 700,
      size,
      weight: 400,
      space: 'none',
      isRtl: false,
      order,
      dir: 0,
    };
  });
}

describe('spaces PDFium has not seen', () => {
  it('part the words of a title in small capitals', () => {
    const words = ['CONVOLUTIONAL', 'NETWORKS', 'FOR', 'LARGE', 'IMAGES'];
    const letters = words.flatMap((word) =>
      [...word].map((text, i) => ({
        text,
        size: i === 0 && word !== 'FOR' ? 17.2 : 13.8,
        after: i === word.length - 1 ? 4.55 : 0.95,
      })),
    );
    expect(fragmentsOf(lettersOf(letters)).map((each) => each.text)).toEqual([words.join(' ')]);
  });

  it('are none in a word whose letters all stand apart, capitals large and small', () => {
    const letters = [...'ABSTRACT'].map((text, i) => ({ text, size: i === 0 ? 12 : 10, after: 2.8 }));
    expect(fragmentsOf(lettersOf(letters)).map((each) => each.text)).toEqual(['ABSTRACT']);
  });
});
