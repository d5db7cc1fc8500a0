import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_HABITS } from './habits.ts';
import { pagesOf, rangesBetween } from './pages.ts';
import { lineAt, offsetAtPoint, orderRange, paragraphAt, rectsOf, sentenceAt, wordAt } from './select.ts';
import { makePage } from './test-page.ts';

/** Two columns of two lines each. */
const page = makePage(
  [
    {
      lines: [
        { text: 'The left column speaks', x: 50, y: 700 },
        { text: 'of one thing.', x: 50, y: 688 },
      ],
    },
    {
      lines: [
        { text: 'The right column goes', x: 320, y: 700 },
        { text: 'on. It cites Fig. 3 here.', x: 320, y: 688 },
      ],
    },
  ],
  NO_HABITS,
);
const slice = (range: { start: number; end: number }): string => page.text.slice(range.start, range.end);

describe('a point on the page', () => {
  it('takes the caret before or after the nearest character', () => {
    expect(offsetAtPoint(page, 50 + 5 * 4 + 1, 703)).toBe(4);
    expect(offsetAtPoint(page, 50 + 5 * 4 + 4, 703)).toBe(5);
  });

  it('stays in the column it is nearest to', () => {
    const right = page.text.indexOf('The right');
    for (let x = 40; x < 240; x += 7) expect(offsetAtPoint(page, x, 690)).toBeLessThan(right);
    for (let x = 245; x < 500; x += 7) expect(offsetAtPoint(page, x, 690)).toBeGreaterThanOrEqual(right);
  });

  it('takes the end of a short line for a point beside it', () => {
    expect(offsetAtPoint(page, 200, 690)).toBe(page.text.indexOf('thing.') + 6);
  });

  it('is 0 on a page without text', () => {
    expect(offsetAtPoint(makePage([], NO_HABITS), 10, 10)).toBe(0);
  });
});

describe('words, lines, sentences and paragraphs', () => {
  it('finds the word around an offset, and the one before a caret at its end', () => {
    const at = page.text.indexOf('column');
    expect(slice(wordAt(page, at + 2))).toBe('column');
    expect(slice(wordAt(page, at + 6))).toBe('column');
  });

  it('finds Chinese words', () => {
    const chinese = makePage([{ lines: [{ text: '我们提出一种深度学习方法', x: 50, y: 700 }] }], NO_HABITS);
    const word = wordAt(chinese, chinese.text.indexOf('学习'));
    expect(chinese.text.slice(word.start, word.end)).toMatch(/学习/u);
    expect(word.end - word.start).toBeLessThan(chinese.text.length);
  });

  it('does not end a sentence at an abbreviation', () => {
    expect(slice(sentenceAt(page, page.text.indexOf('cites')))).toBe('It cites Fig. 3 here.');
    expect(slice(sentenceAt(page, page.text.indexOf('right')))).toBe('The right column goes on.');
  });

  it('finds the line and the paragraph', () => {
    const at = page.text.indexOf('thing');
    expect(slice(lineAt(page, at))).toBe('of one thing.');
    expect(slice(paragraphAt(page, at))).toBe('The left column speaks of one thing.');
  });
});

describe('rectangles of a range', () => {
  it('are one a line, over the gaps between words', () => {
    const start = page.text.indexOf('column');
    expect(rectsOf(page, { start, end: page.text.indexOf('one') + 3 })).toEqual([
      [95, 698, 160, 707],
      [50, 686, 80, 695],
    ]);
  });

  it('hold every printed character of the range and none of another line', () => {
    fc.assert(
      fc.property(fc.nat(page.text.length), fc.nat(page.text.length), (a, b) => {
        const range = { start: Math.min(a, b), end: Math.max(a, b) };
        const rects = rectsOf(page, range);
        for (let i = 0; i < page.text.length; i++) {
          const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = page.boxes.slice(i * 4, i * 4 + 4);
          if (x1 === x2) continue;
          const isCovered = rects.some((rect) => rect[0] <= x1 && rect[1] <= y1 && rect[2] >= x2 && rect[3] >= y2);
          expect(isCovered).toBe(i >= range.start && i < range.end);
        }
      }),
    );
  });
});

describe('a selection over pages', () => {
  const first = makePage(
    [
      { lines: [{ text: 'The text goes', x: 50, y: 700 }] },
      { lines: [{ text: 'A note.', x: 50, y: 100 }], role: 'footnote' },
      { lines: [{ text: '12', x: 300, y: 50 }], role: 'footer' },
    ],
    NO_HABITS,
    1,
  );
  const second = makePage(
    [
      { lines: [{ text: 'Running head', x: 50, y: 760 }], role: 'header' },
      { lines: [{ text: 'on over the page.', x: 50, y: 700 }] },
    ],
    NO_HABITS,
    2,
  );

  it('leaves out what stands between the running texts', () => {
    const end = { page: 2, offset: second.text.indexOf('over') + 4 };
    const ranges = rangesBetween(pagesOf([first, second]), end, { page: 1, offset: 4 });
    const words = ranges.map((range) => (range.page === 1 ? first : second).text.slice(range.start, range.end));
    expect(words).toEqual(['text goes', 'on over']);
  });

  it('orders its ends', () => {
    expect(orderRange({ page: 2, offset: 1 }, { page: 1, offset: 9 }).start).toEqual({ page: 1, offset: 9 });
  });
});
