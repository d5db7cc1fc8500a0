import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Encoding } from './decode.ts';
import { encode, spliceBytes, spliceText } from './encode.ts';

const ENCODINGS: Encoding[] = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'gb18030'];
const words = fc.array(fc.constantFrom('a', '\r\n', '\n', '医学', '图像', '𠮷', '𝔾', ' é', '€', '，', 'ﬁ'), {
  maxLength: 60,
});
const marked = (encoding: Encoding, text: string): Buffer => {
  const mark = { 'utf-8-bom': [0xef, 0xbb, 0xbf], 'utf-16le': [0xff, 0xfe], 'utf-16be': [0xfe, 0xff] }[
    encoding as string
  ];
  return Buffer.concat([Buffer.from(mark ?? []), encode(text, encoding)]);
};

describe('a stretch replaced in bytes', () => {
  test('is the same stretch replaced in text, in every encoding', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ENCODINGS), words, words, fc.nat(), fc.nat(), (encoding, before, insert, x, y) => {
        const pieces = before;
        const [i, j] = [x % (pieces.length + 1), y % (pieces.length + 1)].toSorted((a, b) => a - b);
        const text = pieces.join('');
        const edit = {
          start: pieces.slice(0, i).join('').length,
          end: pieces.slice(0, j).join('').length,
          insert: insert.join(''),
        };
        const bytes = spliceBytes({ bytes: marked(encoding, text), encoding }, [edit]);
        expect(bytes.equals(marked(encoding, spliceText(text, [edit])))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('leaves every other byte, however damaged, of what was read as UTF-8', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.uint8Array({ maxLength: 40 }), (head, tail) => {
        const bytes = Buffer.concat([Buffer.from('x'), head, Buffer.from('<here>'), tail]);
        const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
        const start = text.indexOf('<here>');
        const spliced = spliceBytes({ bytes, encoding: 'utf-8' }, [{ start, end: start + 6, insert: '那里' }]);
        expect(spliced.equals(Buffer.concat([Buffer.from('x'), head, Buffer.from('那里'), tail]))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('GB18030 is written as it is read', () => {
    const text = '医学图像：“分割”—— 𠮷 é €';
    expect(new TextDecoder('gb18030').decode(encode(text, 'gb18030'))).toBe(text);
  });
});
