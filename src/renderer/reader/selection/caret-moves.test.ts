import { describe, expect, it } from 'vitest';
import { NO_HABITS } from '#shared/text/habits.ts';
import { pagesOf } from '#shared/text/pages.ts';
import { makePage } from '#shared/text/test-page.ts';
import { caretKey } from './caret-mode.ts';
import { type CaretStep, moveCaret } from './caret-moves.ts';

const lines = (texts: string[], y: number, x = 50) => ({ lines: texts.map((text, i) => ({ text, x, y: y - i * 12 })) });
const first = makePage(
  [lines(['One short line here', 'and another one. Then a', 'third.'], 700), lines(['Second paragraph.'], 600)],
  NO_HABITS,
  1,
);
const empty = makePage([], NO_HABITS, 2);
const last = makePage([lines(['深度学习方法很好。'], 700)], NO_HABITS, 3);
const pages = pagesOf([first, empty, last]);

/** The words from a place to where a step leads. */
const over = (words: string, step: CaretStep, by: 1 | -1 = 1, page = first) => {
  const from = page.text.indexOf(words);
  const { caret } = moveCaret(pages, { page: page.page, offset: from }, step, by);
  return caret.page === page.page
    ? page.text.slice(Math.min(from, caret.offset), Math.max(from, caret.offset))
    : `page ${String(caret.page)} at ${String(caret.offset)}`;
};

describe('a caret', () => {
  it('moves by character, word, line end, sentence and paragraph', () => {
    expect(over('One', 'character')).toBe('O');
    expect(over('short', 'word')).toBe('short');
    expect(over('short', 'word', -1)).toBe('One ');
    expect(over('short', 'lineEnd')).toBe('short line here');
    expect(over('short', 'lineEnd', -1)).toBe('One ');
    expect(over('another', 'sentence')).toBe('another one.');
    expect(over(' Then', 'sentence')).toBe(' Then a third.');
    expect(over('Then', 'sentence', -1)).toBe('One short line here and another one. ');
    expect(over('another', 'paragraph')).toBe('another one. Then a third.');
    expect(over('Second', 'paragraph', -1)).toBe('One short line here and another one. Then a third.\n');
    expect(over('学习', 'word', 1, last)).toBe('学习');
  });

  it('keeps its place along the line on the way up and down', () => {
    const from = { page: 1, offset: first.text.indexOf('line here') };
    const down = moveCaret(pages, from, 'line', 1);
    expect(first.text.slice(down.caret.offset)).toMatch(/^r one\./);
    const short = moveCaret(pages, down.caret, 'line', 1, down.along);
    expect(first.text.slice(0, short.caret.offset)).toMatch(/third\.$/);
    expect(moveCaret(pages, short.caret, 'line', -1, short.along).caret).toEqual(down.caret);
  });

  it('goes on in the next page that has text, and stops at the ends of the document', () => {
    expect(over('', 'document', 1)).toBe('page 3 at 9');
    const end = { page: 1, offset: first.text.trimEnd().length };
    expect(moveCaret(pages, end, 'character', 1).caret).toEqual({ page: 3, offset: 0 });
    expect(moveCaret(pages, { page: 3, offset: 0 }, 'word', -1).caret).toEqual(end);
    expect(moveCaret(pages, { page: 3, offset: 9 }, 'word', 1).caret).toEqual({ page: 3, offset: 9 });
    expect(moveCaret(pages, { page: 1, offset: 0 }, 'line', -1).caret).toEqual({ page: 1, offset: 0 });
  });

  it('has a key for each step, with Shift extending', () => {
    const press = { key: 'ArrowRight', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
    expect(caretKey({ ...press, ctrlKey: true, shiftKey: true })).toEqual({ step: 'word', by: 1, extends: true });
    expect(caretKey({ ...press, key: 'ArrowDown', altKey: true })).toEqual({ step: 'sentence', by: 1, extends: false });
    expect(caretKey({ ...press, key: 'x' })).toBeNull();
  });
});
