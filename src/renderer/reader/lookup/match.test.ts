import { expect, test } from 'vitest';
import { paperOfReference } from './match.ts';

const paper = (id: string, title: string, more: object = {}) => ({
  id,
  title,
  titleSecondary: '',
  doi: null,
  arxivId: null,
  year: null,
  ...more,
});
const papers = [
  paper('short', 'Reading'),
  paper('a', 'The comfort of the yellow line'),
  paper('longer', 'The Comfort of the Yellow Line: Revisited'),
  paper('doi', 'Something else', { doi: '10.1000/abc.12' }),
  paper('zh', 'Spatial Contiguity', { titleSecondary: '空间邻近与批注阅读' }),
];
const of = (text: string) => paperOfReference({ text }, papers)?.id ?? null;

test('an entry is the paper whose DOI it names, else the one whose title stands in it, the longest of several', () => {
  expect(of('P. Lindqvist, “The comfort of the yel-low line,” 2024.')).toBe('a');
  expect(of('P. Lindqvist. The Comfort of the Yellow Line: Revisited. 2026.')).toBe('longer');
  expect(of('X. Reading. doi:10.1000/ABC.12.')).toBe('doi');
  expect(of('X. Reading. doi:10.1000/abc.123')).toBeNull();
  expect(of('温以澄. 空间邻近与批注阅读[J]. 2027.')).toBe('zh');
  expect(of('A. Reading. 2001.')).toBeNull();
});
