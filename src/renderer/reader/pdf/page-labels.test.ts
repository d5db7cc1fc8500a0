import { describe, expect, it } from 'vitest';
import { pageByWords, usefulLabels } from './page-labels.ts';

const LABELS = ['i', 'ii', 'iii', '1', '2', '3', 'A-1'];

describe('page labels', () => {
  it('are dropped where they only repeat the page numbers', () => {
    expect(usefulLabels(null)).toBeNull();
    expect(usefulLabels(['1', '2', '3'])).toBeNull();
    expect(usefulLabels(['', '', ''])).toBeNull();
  });

  it('are kept where they say something else, gaps filled with the number', () => {
    expect(usefulLabels(['i', '', '1'])).toEqual(['i', '2', '1']);
  });
});

describe('finding a page by what a user types', () => {
  it('takes the printed label before the number', () => {
    expect(pageByWords('2', LABELS, 7)).toBe(5);
    expect(pageByWords('iii', LABELS, 7)).toBe(3);
    expect(pageByWords('A-1', LABELS, 7)).toBe(7);
    expect(pageByWords(' III ', LABELS, 7)).toBe(3);
  });

  it('takes the number where no page bears that label', () => {
    expect(pageByWords('7', LABELS, 7)).toBe(7);
    expect(pageByWords('7', null, 7)).toBe(7);
  });

  it('takes "#" for the number itself', () => {
    expect(pageByWords('#2', LABELS, 7)).toBe(2);
  });

  it('understands the ways pages are cited, in both languages', () => {
    expect(pageByWords('p. 4', null, 7)).toBe(4);
    expect(pageByWords('第 4 页', null, 7)).toBe(4);
    expect(pageByWords('４', null, 7)).toBe(4);
  });

  it('finds nothing outside the document or in other words', () => {
    for (const words of ['0', '8', '-1', '1.5', '', 'next', '#', '1e1']) expect(pageByWords(words, null, 7)).toBeNull();
  });
});
