import fc from 'fast-check';
import { describe as suite, expect, it } from 'vitest';
import { anchor, describe } from './anchor.ts';
import { findQuote, findQuoteInPages } from './find.ts';
import { NO_HABITS } from './habits.ts';
import { pagesOf, type PageRange } from './pages.ts';
import { cleanQuote, contextOf, rawQuote } from './quote.ts';
import { makePage } from './test-page.ts';
import type { PageText } from './model.ts';

const line = (text: string, y: number): { text: string; x: number; y: number } => ({ text, x: 50, y });
const one = makePage(
  [
    {
      lines: [
        line('Deep networks are hard to train, as is well', 700),
        line('docu-', 688),
        line('mented in the litera-', 676),
      ],
    },
    { lines: [line('1 A note.', 100)], role: 'footnote' },
  ],
  NO_HABITS,
  1,
);
const two = makePage(
  [{ lines: [line('ture. We show that residual', 700), line('networks are easy to train.', 688)] }],
  NO_HABITS,
  2,
);
const pages = pagesOf([one, two]);

const rangeOf = (page: PageText, words: string): PageRange => {
  const start = page.text.indexOf(words);
  return { page: page.page, start, end: start + words.length };
};

suite('quotes', () => {
  it('read as running text, and raw as printed', () => {
    const range = rangeOf(one, 'well documented in');
    expect(cleanQuote(pages, [range])).toBe('well documented in');
    expect(rawQuote(one, range)).toBe('well\ndocu-\nmented in');
  });

  it('join over a page by the same rules, hyphen included', () => {
    expect(cleanQuote(pages, [rangeOf(one, 'the litera-'), rangeOf(two, 'ture.')])).toBe('the literature.');
  });

  it('have 32 characters of context on each side, from the next page if need be', () => {
    const { prefix, suffix } = contextOf(two, rangeOf(two, 'ture.'), 32, pages);
    expect(prefix.length).toBeGreaterThanOrEqual(32);
    expect(prefix.endsWith('in the litera-\n')).toBe(true);
    expect(suffix).toBe(' We show that residual networks ');
    expect(contextOf(one, rangeOf(one, 'Deep')).prefix).toBe('');
  });
});

suite('finding a quote', () => {
  it('does not mind how it was broken, hyphened, cased or joined', () => {
    const found = findQuote('An eﬃcient end-to-end\nmethod', 'EFFICIENT end-to- end method');
    expect(found).toEqual([{ start: 3, end: 28 }]);
  });

  it('prefers places that agree in spaces too', () => {
    expect(findQuote('therapist, the rapist', 'the rapist')).toEqual([{ start: 11, end: 21 }]);
  });

  it('finds all places, none for an empty quote', () => {
    expect(findQuote('a b a b', 'a b')).toHaveLength(2);
    expect(findQuote('a b', '  ')).toEqual([]);
  });

  it('finds a quote that goes over a page', () => {
    expect(findQuoteInPages(pages, 'in the literature. We show')).toEqual([
      [
        { page: 1, start: one.text.indexOf('in the'), end: one.text.indexOf('litera-') + 7 },
        { page: 2, start: 0, end: two.text.indexOf('show') + 4 },
      ],
    ]);
  });
});

suite('an anchor', () => {
  it('comes back to its own place', () => {
    const ranges = [rangeOf(one, 'hard to train'), rangeOf(two, 'ture. We show')];
    const selector = describe(pages, ranges, 'f'.repeat(64));
    expect(selector.pageLabel).toBe('1');
    expect(anchor(selector, pages)).toEqual({ ranges: selector.ranges, how: 'position' });
  });

  it('of any range is placed at that range', () => {
    fc.assert(
      fc.property(fc.nat(one.text.length - 1), fc.integer({ min: 1, max: 60 }), (start, length) => {
        const end = Math.min(start + length, one.text.length);
        fc.pre(one.text.slice(start, end).trim() !== '');
        const selector = describe(pages, [{ page: 1, start, end }], '');
        expect(anchor(selector, pages)).toEqual({ ranges: selector.ranges, how: 'position' });
      }),
    );
  });

  it('is found again in a version with other line breaks, by its context where the quote stands twice', () => {
    const selector = describe(pages, [rangeOf(two, 'networks')], '');
    const other = makePage(
      [
        { lines: [line('Networks of old. Deep networks are hard to', 700), line('train, as is well known.', 688)] },
        { lines: [line('We show that residual networks are easy', 660), line('to train.', 648)] },
      ],
      NO_HABITS,
      1,
    );
    const start = other.text.indexOf('residual networks') + 9;
    expect(anchor(selector, pagesOf([other]))).toMatchObject({
      how: 'exact',
      ranges: [{ page: 1, start, end: start + 8 }],
    });
  });

  it('is not guessed: null when the quote is gone, or stands in several places without its context', () => {
    const selector = describe(pages, [rangeOf(two, 'residual')], '');
    const gone = makePage([{ lines: [line('Nothing of it is left', 700)] }], NO_HABITS, 1);
    const vague = makePage([{ lines: [line('(residual) or (residual)', 700)] }], NO_HABITS, 1);
    expect(anchor(selector, pagesOf([gone]))).toBeNull();
    expect(anchor(selector, pagesOf([vague]))).toBeNull();
  });
});
