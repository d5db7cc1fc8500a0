import { describe, expect, test } from 'vitest';
import type { PaperItem } from '#shared/papers.ts';
import { arrange, orderAfterPress, type Order } from './arrange.ts';

const paper = (id: string, more: Partial<PaperItem> = {}): PaperItem =>
  ({
    id,
    title: id,
    titleSecondary: '',
    authors: [],
    year: null,
    container: '',
    citekey: '',
    doi: null,
    arxivId: null,
    files: [],
    findings: 0,
    annotations: 0,
    passages: 0,
    ...more,
  }) as unknown as PaperItem;
const pdf = { sha256: 'x', pageCount: 9, state: 'ready' as const, label: '', kind: 'main' as const, version: '' };
const papers = [
  paper('b', { year: 2017, findings: 4 }),
  paper('a', { year: null, files: [pdf] }),
  paper('c', { year: 2019, titleSecondary: '医学图像' }),
];
const order = (by: Order['by'], isDescending = false): Order => ({ by, isDescending });
const ids = (...args: [string, Parameters<typeof arrange>[2], Order]) => arrange(papers, ...args).map(({ id }) => id);

describe('the list of papers', () => {
  test('keeps the survey’s order until a heading is pressed', () => {
    expect(ids('', 'every', order('order'))).toEqual(['b', 'a', 'c']);
    expect(ids('', 'every', order('title'))).toEqual(['a', 'b', 'c']);
  });

  test('puts papers without a year after the others when the latest come first', () => {
    expect(ids('', 'every', order('year', true))).toEqual(['c', 'b', 'a']);
  });

  test('leaves papers that are equal in the order they had, either way round', () => {
    expect(ids('', 'every', order('annotations'))).toEqual(['b', 'a', 'c']);
    expect(ids('', 'every', order('annotations', true))).toEqual(['b', 'a', 'c']);
  });

  test('narrows to what lacks something, and to words in either title', () => {
    expect(ids('', 'noPdf', order('order'))).toEqual(['b', 'c']);
    expect(ids('', 'noFindings', order('order'))).toEqual(['a', 'c']);
    expect(ids('图像', 'every', order('order'))).toEqual(['c']);
  });

  test('does not disturb the core’s answer', () => {
    const before = [...papers];
    arrange(papers, '', 'every', order('title', true));
    expect(papers).toEqual(before);
  });

  test('begins counts with the most and titles with A; a second press turns round', () => {
    expect(orderAfterPress(order('title'), 'findings')).toEqual(order('findings', true));
    expect(orderAfterPress(order('findings', true), 'findings')).toEqual(order('findings'));
    expect(orderAfterPress(order('findings'), 'title')).toEqual(order('title'));
  });
});
