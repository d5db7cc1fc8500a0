import { expect, test } from 'vitest';
import { citedQuote } from './citing.ts';

const person = (family: string, given = 'A.') => ({ family, given });

test('a quotation says whose it is, of when, and on which printed page', () => {
  const paper = { authors: [person('Smith'), person('Wang'), person('Li')], year: 2018, title: 'T' };
  expect(citedQuote('marks made\nby hand', paper, ['iv'])).toBe('“marks made by hand” (Smith et al., 2018, p. iv)');
  expect(citedQuote('x', { ...paper, authors: paper.authors.slice(0, 2) }, ['12', '13'])).toBe(
    '“x” (Smith & Wang, 2018, pp. 12–13)',
  );
  expect(citedQuote('x', { authors: [], year: null, title: 'A Report' }, [])).toBe('“x” (A Report, n.d.)');
  expect(citedQuote('x', { ...paper, authors: [{ literal: 'WHO' }] }, ['1'])).toBe('“x” (WHO, 2018, p. 1)');
});

test('Chinese words are cited in Chinese', () => {
  const paper = { authors: [person('温', '以澄'), person('沈', '亦舟'), person('顾', '听澜')], year: 2027, title: 'T' };
  expect(citedQuote('旁注帮助理解 BERT', paper, ['7'])).toBe('“旁注帮助理解 BERT”（温以澄等，2027，第 7 页）');
});
