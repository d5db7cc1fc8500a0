import { describe, expect, test } from 'vitest';
import type { PaperFilter } from '#shared/paper-filter.ts';
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
    status: 'unread',
    stars: 0,
    type: 'article-journal',
    surveyIds: [],
    collectionIds: [],
    tagIds: [],
    hasAbstract: false,
    createdAt: 0,
    ...more,
  }) as unknown as PaperItem;
const pdf = { sha256: 'x', pageCount: 9, state: 'ready' as const, label: '', kind: 'main' as const, version: '' };
const papers = [
  paper('b', { year: 2017, findings: 4 }),
  paper('a', { year: null, files: [pdf] }),
  paper('c', { year: 2019, titleSecondary: '医学图像' }),
];
const order = (by: Order['by'], isDescending = false): Order => ({ by, isDescending });
const ids = (...args: [PaperFilter, Order]) => arrange(papers, ...args).map(({ id }) => id);

describe('the list of papers', () => {
  test('keeps the survey’s order until a heading is pressed', () => {
    expect(ids({}, order('order'))).toEqual(['b', 'a', 'c']);
    expect(ids({}, order('title'))).toEqual(['a', 'b', 'c']);
  });

  test('puts papers without a year after the others when the latest come first', () => {
    expect(ids({}, order('year', true))).toEqual(['c', 'b', 'a']);
  });

  test('leaves papers that are equal in the order they had, either way round', () => {
    expect(ids({}, order('annotations'))).toEqual(['b', 'a', 'c']);
    expect(ids({}, order('annotations', true))).toEqual(['b', 'a', 'c']);
  });

  test('narrows to what lacks something, and to words in either title', () => {
    expect(ids({ lacks: ['pdf'] }, order('order'))).toEqual(['b', 'c']);
    expect(ids({ lacks: ['findings'] }, order('order'))).toEqual(['a', 'c']);
    expect(ids({ text: '图像' }, order('order'))).toEqual(['c']);
  });

  test('does not disturb the core’s answer', () => {
    const before = [...papers];
    arrange(papers, {}, order('title', true));
    expect(papers).toEqual(before);
  });

  test('begins counts with the most and titles with A; a second press turns round', () => {
    expect(orderAfterPress(order('title'), 'findings')).toEqual(order('findings', true));
    expect(orderAfterPress(order('findings', true), 'findings')).toEqual(order('findings'));
    expect(orderAfterPress(order('findings'), 'title')).toEqual(order('title'));
  });

  test('stands by pinyin where it is Chinese, behind what is Latin', () => {
    const titles = ['张', 'Zhang', '阿', '李'].map((title) => paper(title, { title }));
    expect(arrange(titles, {}, order('title')).map(({ id }) => id)).toEqual(['Zhang', '阿', '李', '张']);
  });

  test('narrows by status, tags and stars together', () => {
    const all = [
      paper('a', { status: 'read', tagIds: ['x', 'y'], stars: 4 }),
      paper('b', { status: 'read', tagIds: ['x'], stars: 5 }),
      paper('c', { tagIds: ['x', 'y'], stars: 5 }),
    ];
    const shown = (filter: PaperFilter) => arrange(all, filter, order('order')).map(({ id }) => id);
    expect(shown({ status: ['read'], tagIds: ['x', 'y'] })).toEqual(['a']);
    expect(shown({ stars: 5 })).toEqual(['b', 'c']);
    expect(shown({ status: ['read', 'unread'] })).toEqual(['a', 'b', 'c']);
  });
});
