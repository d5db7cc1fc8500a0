import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAuthors, takeAuthors } from './authors.ts';
import { readInline } from './inline.ts';
import { measure, readCases, written } from './measure.ts';
import { parseReference } from './reference.ts';

/** Labelled references that are not read right yet, by how they begin. */
const KNOWN_MISSES: string[] = [];

const cases = readCases();

describe('parseReference', () => {
  it('reads the fields of the labelled references, 97 of 100 or better for title, year and first author', () => {
    expect(cases.length).toBeGreaterThanOrEqual(120);
    const scores = new Map(measure(cases).map((score) => [score.field, score]));
    for (const field of ['title', 'year', 'first']) {
      const { right = 0, of = 1, wrong = [] } = scores.get(field) ?? {};
      expect(right / of, JSON.stringify(wrong, null, 2)).toBeGreaterThanOrEqual(0.97);
    }
    const all = [...scores.values()];
    const right = all.reduce((sum, score) => sum + score.right, 0);
    expect(right / all.reduce((sum, score) => sum + score.of, 0)).toBeGreaterThanOrEqual(0.97);
  });

  it('reads what it read before: a miss that is not known is a step back', () => {
    const missed = cases.filter(({ raw, fields }) => fields.some(([name, value]) => written(raw).get(name) !== value));
    expect(missed.map(({ raw }) => raw.slice(0, 24))).toEqual(KNOWN_MISSES);
  });

  it('is tried on every style people mix, each case with title, year and first author', () => {
    const styles = new Set(cases.map(({ style }) => style.split(' ')[0]));
    expect([...styles]).toEqual(
      expect.arrayContaining(['MLA', 'Vancouver', 'PLOS', 'APA', 'IEEE', 'GB/T', 'Nature', 'link']),
    );
    for (const { fields } of cases) {
      expect(fields.map(([name]) => name)).toEqual(expect.arrayContaining(['title', 'year', 'first']));
    }
  });

  it('never throws, whatever the text', () => {
    const bits = fc.constantFrom(
      'Smith, J.',
      'et al.',
      '"',
      '“',
      '(2018)',
      '[J]',
      '//',
      ' In ',
      '12(3): 4-5',
      '.',
      ',',
      '等',
      '王伟',
      '](',
      '[',
      'https://a.b/c',
      '*',
      '<',
      ':',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme', maxLength: 400 }),
          fc.array(bits, { maxLength: 40 }).map((list) => list.join(' ')),
        ),
        (raw) => {
          parseReference(raw);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('stays quick on texts made to be slow', () => {
    const names = 'Van De La Cruz-Berg X Y, ';
    const hostile = [
      names.repeat(150),
      '"'.repeat(3000),
      '['.repeat(4000),
      '(2018) '.repeat(500),
      'A. B. '.repeat(600),
      '1-'.repeat(2000),
      'Aa '.repeat(1300),
      '*a '.repeat(1300),
      '<a href="'.repeat(400),
    ];
    const begun = performance.now();
    for (const text of hostile) parseReference(text);
    expect(performance.now() - begun).toBeLessThan(3000);
  });
});

describe('parseAuthors', () => {
  it.each([
    ['Gao F, Wu JX, et al.', ['Gao|F', 'Wu|JX'], true],
    ['Hart, L. M., Osei, K., & Zhao, Q.', ['Hart|L. M.', 'Osei|K.', 'Zhao|Q.'], false],
    ['Q. Ren, T. H. Vo and M. Ali', ['Ren|Q.', 'Vo|T. H.', 'Ali|M.'], false],
    ['Tan, Wei Ling, Arno Kessel, and Priya van Nair', ['Tan|Wei Ling', 'Kessel|Arno', 'van Nair|Priya'], false],
    ['Garcia Lopez, Maria, et al.', ['Garcia Lopez|Maria'], true],
    ['Kai Hu, Xia Zhang', ['Hu|Kai', 'Zhang|Xia'], false],
    ['李明，王小红，欧阳建国，等', ['李|明', '王|小红', '欧阳|建国'], true],
    ['ZHANG X Y, LI W', ['Zhang|X Y', 'Li|W'], false],
    ['Rossi, M.; Bianchi, L.', ['Rossi|M.', 'Bianchi|L.'], false],
    ['King, M. L., Jr., & Day, O.', ['King|M. L.', 'Day|O.'], false],
    ['Reading Group of the Institute', ['Reading Group of the Institute'], false],
    ['', [], false],
  ])('reads “%s”', (text, names, etAl) => {
    const read = parseAuthors(text);
    expect(read.authors.map((a) => ('literal' in a ? a.literal : `${a.family}|${a.given}`))).toEqual(names);
    expect(read.etAl).toBe(etAl);
  });

  it('takes no people from a text that begins with a title', () => {
    expect(takeAuthors('What do models know about words? Journal of Words.')).toBeNull();
    expect(takeAuthors('基于深度学习的医学图像分割方法综述')).toBeNull();
  });
});

describe('readInline', () => {
  it('gives plain text and says where links and emphasis are', () => {
    const { plain, links, emphasis } = readInline(
      'A [b *c*](<https://x.org/a b>) _d_ &amp; **e** snake_case 2 * 3 \\[f\\] ![no](https://x.org/i.png)',
    );
    expect(plain).toBe('A b c d & e snake_case 2 * 3 [f]');
    expect(links).toEqual([{ url: 'https://x.org/a b', text: 'b c', start: 2, end: 5 }]);
    expect(emphasis.map(({ start, end }) => plain.slice(start, end))).toEqual(['d', 'e']);
  });

  it('keeps brackets inside an address', () => {
    expect(readInline('["T"](https://cell.org/S0092-8674(18)30154-5?code=x) Cell').links[0]?.url).toBe(
      'https://cell.org/S0092-8674(18)30154-5?code=x',
    );
  });
});
