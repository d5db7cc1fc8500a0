import { describe, expect, it } from 'vitest';
import { NO_HABITS } from '#shared/text/habits.ts';
import type { PageText } from '#shared/text/model.ts';
import { makePage } from '#shared/text/test-page.ts';
import { PageTexts } from './page-texts.ts';
import { MAX_PAGES, Selection } from './selection.ts';
import { granularityOf, trimRanges, unitAt } from './units.ts';

/** Two columns of two lines; ten points a line, five a character. */
const twoColumns = (page: number) =>
  makePage(
    [
      {
        lines: [
          { text: 'The left column speaks', x: 50, y: 700 },
          { text: 'of one thing. Then more.', x: 50, y: 688 },
        ],
      },
      {
        lines: [
          { text: 'The right column goes', x: 320, y: 700 },
          { text: 'on for a while.', x: 320, y: 688 },
        ],
      },
    ],
    NO_HABITS,
    page,
  );

async function documentOf(pages: readonly PageText[], loaded = pages.map(({ page }) => page)) {
  const texts = new PageTexts((number) => {
    const text = pages.find(({ page }) => page === number);
    return text ? Promise.resolve(text) : Promise.reject(new Error('no such page'));
  });
  for (const page of loaded) await texts.load(page);
  return { texts, selection: new Selection(texts) };
}
const one = twoColumns(1);
/** The middle of a character of page 1. */
const at = (words: string, more = 0): [number, number] => {
  const offset = one.text.indexOf(words) + more;
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = one.boxes.slice(offset * 4, offset * 4 + 4);
  return [(x1 + x2) / 2, (y1 + y2) / 2];
};

describe('what a click takes', () => {
  const taken = (clicks: number, x: number, y: number) => {
    const { start, end } = unitAt(one, x, y, granularityOf(clicks));
    return one.text.slice(start, end);
  };

  it('is a caret, a word, a sentence, a paragraph', () => {
    const [x, y] = at('thing', 2);
    expect(taken(1, x, y)).toBe('');
    expect(taken(2, x, y)).toBe('thing');
    expect(taken(3, x, y)).toBe('The left column speaks of one thing.');
    expect(taken(4, x, y)).toBe('The left column speaks of one thing. Then more.');
    expect(taken(5, x, y)).toBe(taken(4, x, y));
  });

  it('is the word under the pointer, at either end of its letters', () => {
    const [x, y] = at('left');
    expect(taken(2, x - 2, y)).toBe('left');
    const [endX, endY] = at('left', 3);
    expect(taken(2, endX + 2, endY)).toBe('left');
  });

  it('is the Chinese word under the pointer, not the one that begins beside it', () => {
    const page = makePage([{ lines: [{ text: '深度学习方法', x: 50, y: 700, size: 10 }] }], NO_HABITS);
    const offset = page.text.indexOf('学习') + 1;
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = page.boxes.slice(offset * 4, offset * 4 + 4);
    const { start, end } = unitAt(page, x1 + (x2 - x1) * 0.9, (y1 + y2) / 2, 'word');
    expect(start).toBeLessThanOrEqual(offset);
    expect(end).toBe(offset + 1);
  });
});

describe('a drag', () => {
  it('stays in its column and takes whole lines in between', async () => {
    const { selection } = await documentOf([one]);
    selection.begin(unitAt(one, ...at('left'), 'character'));
    selection.extend(unitAt(one, ...at('Then', 3), 'character'));
    await selection.finish();
    expect(selection.get().ranges).toHaveLength(1);
    expect(selection.quote()).toMatch(/^l?eft column speaks of one thing\. The/);
    expect(selection.quote()).not.toContain('right');
  });

  it('is the same backwards', async () => {
    const { selection } = await documentOf([one]);
    selection.begin(unitAt(one, ...at('thing', 4), 'word'));
    selection.extend(unitAt(one, ...at('left', 1), 'word'));
    await selection.finish();
    expect(selection.quote()).toBe('left column speaks of one thing');
  });

  it('begun with a double click grows by words', async () => {
    const { selection } = await documentOf([one]);
    selection.begin(unitAt(one, ...at('column', 2), 'word'));
    selection.extend(unitAt(one, ...at('one', 1), 'word'));
    await selection.finish();
    expect(selection.quote()).toBe('column speaks of one');
  });

  it('ends without the white space the pointer went over', async () => {
    const { selection, texts } = await documentOf([one]);
    selection.begin({ page: 1, start: 3, end: 3 });
    selection.extend({ page: 1, start: 9, end: 9 });
    expect(one.text.slice(3, 9)).toBe(' left ');
    await selection.finish();
    expect(selection.quote()).toBe('left');
    expect(trimRanges(texts, [{ page: 1, start: 3, end: 4 }])).toEqual([]);
  });

  it('that goes nowhere selects nothing', async () => {
    const { selection } = await documentOf([one]);
    selection.begin(unitAt(one, ...at('left'), 'character'));
    expect(selection.isEmpty()).toBe(true);
    expect(selection.get().isDragging).toBe(true);
    selection.clear();
    expect(selection.get()).toEqual({ ranges: [], isDragging: false });
  });
});

describe('a selection over pages', () => {
  it('takes the pages in between, also those nobody has seen yet', async () => {
    const pages = [one, twoColumns(2), twoColumns(3)];
    const { selection } = await documentOf(pages, [1, 3]);
    selection.begin({ page: 1, start: 0, end: 0 });
    selection.extend({ page: 3, start: 8, end: 8 });
    expect(selection.get().ranges.map(({ page }) => page)).toEqual([1, 3]);
    await selection.finish();
    expect(selection.get().ranges.map(({ page }) => page)).toEqual([1, 2, 3]);
    expect(selection.quote().split('while.')).toHaveLength(3);
  });

  it('does not grow beyond what one annotation may take', async () => {
    const { selection } = await documentOf([one]);
    selection.begin({ page: 1, start: 0, end: 4 });
    selection.extend({ page: MAX_PAGES + 1, start: 1, end: 1 });
    expect(selection.get().ranges).toEqual([{ page: 1, start: 0, end: 4 }]);
  });

  it('tells its listeners of each change, and only of changes', async () => {
    const { selection } = await documentOf([one]);
    let heard = 0;
    selection.subscribe(() => heard++);
    selection.begin({ page: 1, start: 0, end: 4 });
    selection.extend({ page: 1, start: 2, end: 2 });
    const before = selection.get();
    selection.extend({ page: 1, start: 2, end: 2 });
    expect(selection.get()).toBe(before);
    expect(heard).toBeGreaterThan(0);
  });
});

describe('the texts at hand', () => {
  it('are fetched once, and a page without any is none', async () => {
    let asked = 0;
    const texts = new PageTexts((number) => {
      asked++;
      return number === 1 ? Promise.resolve(one) : Promise.reject(new Error('none'));
    });
    expect(texts.page(1)).toBeUndefined();
    await Promise.all([texts.load(1), texts.load(1)]);
    expect(texts.page(1)).toBe(one);
    expect(asked).toBe(1);
    expect(await texts.load(2)).toBeNull();
  });
});
