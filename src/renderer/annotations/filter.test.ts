import { describe, expect, it } from 'vitest';
import type { Annotation, AnnotationColor } from '#shared/annotations.ts';
import { colorsInUse, filterAnnotations } from './filter.ts';

const annotation = (
  id: string,
  color: AnnotationColor,
  quote: string,
  commentPrimary = '',
  commentSecondary = '',
): Annotation => ({
  id,
  paperId: null,
  sha256: 'a'.repeat(64),
  kind: 'highlight',
  color,
  commentPrimary,
  commentSecondary,
  anchor: {
    sha256: 'a'.repeat(64),
    ranges: [],
    quote,
    rawQuote: quote,
    prefix: '',
    suffix: '',
    pageLabel: '1',
    textModelVersion: 1,
    shape: null,
    how: 'made',
    score: 1,
  },
  author: '',
  earlierAnchors: 0,
  sortKey: id,
  evidence: [],
  passageIds: [],
  createdAt: 0,
  updatedAt: 0,
  deletedAt: null,
});

const all = [
  annotation('1', 'yellow', 'Fine-tuned CNNs outperform experts', 'check the baseline'),
  annotation('2', 'blue', 'The eﬃcient model', '', '与基线相比更快'),
  annotation('3', 'yellow', '深度学习在医学影像中的应用'),
];
const ids = (list: Annotation[]) => list.map(({ id }) => id).join('');

describe('the filter of annotations', () => {
  it('lets everything through, in order, when it asks for nothing', () => {
    expect(ids(filterAnnotations(all, { words: '  ', color: null }))).toBe('123');
  });

  it('finds words in the quote and in either comment, whatever their case and order', () => {
    expect(ids(filterAnnotations(all, { words: 'experts FINE', color: null }))).toBe('1');
    expect(ids(filterAnnotations(all, { words: 'baseline', color: null }))).toBe('1');
    expect(ids(filterAnnotations(all, { words: '基线', color: null }))).toBe('2');
    expect(ids(filterAnnotations(all, { words: '影像', color: null }))).toBe('3');
  });

  it('sees through ligatures', () => {
    expect(ids(filterAnnotations(all, { words: 'efficient', color: null }))).toBe('2');
  });

  it('asks for every word', () => {
    expect(filterAnnotations(all, { words: 'experts efficient', color: null })).toEqual([]);
  });

  it('asks for the colour and the words together', () => {
    expect(ids(filterAnnotations(all, { words: '', color: 'yellow' }))).toBe('13');
    expect(ids(filterAnnotations(all, { words: 'CNNs', color: 'blue' }))).toBe('');
  });

  it('offers only colours in use, in the palette’s order', () => {
    expect(colorsInUse(all, ['green', 'blue', 'yellow'])).toEqual(['blue', 'yellow']);
  });
});
