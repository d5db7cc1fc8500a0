import type { Finding } from '#shared/findings.ts';
import { expect, it } from 'vitest';
import { countAttention, needs, withWords } from './attention.ts';

const finding = (id: string, primary: string, secondary = '是', quote?: string): Finding => ({
  id,
  paperId: 'P',
  surveyId: null,
  primary,
  secondary,
  primaryAt: 1,
  secondaryAt: 1,
  stale: null,
  context: '',
  position: 1,
  confidence: null,
  places: [],
  evidence: quote
    ? [
        {
          id: 'e',
          findingId: id,
          annotationId: 'a',
          stance: 'supports',
          comment: '',
          quote,
          color: 'yellow',
          paperId: 'P',
          sha256: '0'.repeat(64),
          page: 1,
          pageLabel: '1',
        },
      ]
    : [],
  createdAt: 0,
  updatedAt: 0,
  deletedAt: null,
});
const weak = { contradicted: ['1'], onePaper: ['2'], loose: ['a', 'b'], offered: new Map([['3', 2]]) };
const all = [finding('1', 'One', '一', 'Scribes wrote'), finding('2', 'Two', '二', 'x'), finding('3', 'Three', '')];

it('findings are told apart by what they need', () => {
  expect(all.map((one) => needs(one, 'contradicted', weak))).toEqual([true, false, false]);
  expect(all.map((one) => needs(one, 'offered', weak))).toEqual([false, false, true]);
  expect(countAttention(all, weak)).toEqual({
    contradicted: 1,
    onePaper: 1,
    evidence: 1,
    offered: 1,
    translation: 1,
    stale: 0,
    loose: 2,
  });
});

it('words are looked for in both languages and in the quotes', () => {
  const ids = (query: string) => withWords(all, query).map(({ id }) => id);
  expect(ids('scribes 一')).toEqual(['1']);
  expect(ids('TWO')).toEqual(['2']);
  expect(ids('')).toEqual(['1', '2', '3']);
  expect(ids('two scribes')).toEqual([]);
});
