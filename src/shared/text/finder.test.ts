import { describe, expect, it } from 'vitest';
import { makeFinder, type FindOptions } from './finder.ts';
import { NO_HABITS } from './habits.ts';
import { makePage, type PrintedBlock } from './test-page.ts';
import { wordsOf } from './words.ts';

/** Pages of blocks of lines. */
const documentOf = (...pages: string[][][]) =>
  pages.map((blocks, index) =>
    wordsOf(
      makePage(
        blocks.map((lines): PrintedBlock => ({ lines: lines.map((text, i) => ({ text, x: 50, y: 700 - i * 12 })) })),
        NO_HABITS,
        index + 1,
      ),
    ),
  );

const SIMPLE: Record<string, string> = { 學: '学', 習: '习', 機: '机' };
const simplify = (char: string) => SIMPLE[char] ?? char;

const found = (pages: ReturnType<typeof documentOf>, query: string, options?: FindOptions) =>
  makeFinder(pages, simplify)
    .find(query, options)
    .map(({ ranges }) =>
      ranges.map(({ page, start, end }) => `${String(page)}:${pages[page - 1]?.text.slice(start, end)}`).join(' + '),
    );

describe('finding in a document', () => {
  it('goes over line breaks, hyphens at line ends and paragraph breaks', () => {
    const pages = documentOf([
      ['the scribes wrote infor-', 'mation between the', 'lines of manuscripts'],
      ['Next thing.'],
    ]);
    expect(found(pages, 'information between the lines')).toEqual(['1:information between the lines']);
    expect(found(pages, 'manuscripts next')).toEqual(['1:manuscripts\nNext']);
  });

  it('takes a hyphen within a word for nothing, on either side, but not a space', () => {
    const pages = documentOf([['We pre-train; others pretrain. We are taken.']]);
    expect(found(pages, 'pretrain')).toEqual(['1:pre-train', '1:pretrain']);
    expect(found(pages, 'pre-train')).toEqual(['1:pre-train', '1:pretrain']);
    expect(found(pages, 'ret')).toEqual(['1:re-t', '1:ret']);
    expect(found(pages, 'aret')).toEqual([]);
  });

  it('finds Chinese across line breaks, beside Latin with or without a space, traditional for simplified', () => {
    const pages = documentOf([['我们用深度', '学习 BERT 模型，機器學習亦然']]);
    expect(found(pages, '深度学习')).toEqual(['1:深度学习']);
    expect(found(pages, '学习BERT模型')).toEqual(['1:学习 BERT 模型']);
    expect(found(pages, '深 度學習')).toEqual(['1:深度学习']);
    expect(found(pages, '机器学习')).toEqual(['1:機器學習']);
  });

  it('folds radicals, ligatures and full-width letters', () => {
    const pages = documentOf([['\u2EE2\u8F66 e\uFB03cient ＣＮＮ']]);
    expect(found(pages, '马车')).toEqual(['1:\u2EE2\u8F66']);
    expect(found(pages, 'efficient')).toEqual(['1:e\uFB03cient']);
    expect(found(pages, 'cnn')).toEqual(['1:ＣＮＮ']);
  });

  it('tells case apart and keeps to whole words when asked to', () => {
    const pages = documentOf([['Art and artists; the art, state-of-the-art, 深度学习方法。']]);
    expect(found(pages, 'art')).toHaveLength(4);
    expect(found(pages, 'Art', { matchCase: true })).toEqual(['1:Art']);
    expect(found(pages, 'art', { wholeWord: true })).toEqual(['1:Art', '1:art', '1:art']);
    expect(found(pages, '学习', { wholeWord: true })).toEqual(['1:学习']);
    expect(found(pages, '度学', { wholeWord: true })).toEqual([]);
  });

  it('goes over the end of a page, with a hyphen or a space there', () => {
    const pages = documentOf([['it ends with infor-']], [['mation and then']], [['goes on here']]);
    expect(found(pages, 'information')).toEqual(['1:infor- + 2:mation']);
    expect(found(pages, 'then goes on')).toEqual(['2:then + 3:goes on']);
    const chinese = documentOf([['这是深度']], [['学习的方法']]);
    expect(found(chinese, '深度学习')).toEqual(['1:深度 + 2:学习']);
  });

  it('shows the words around, without halves of words', () => {
    const line =
      'Wordsatthebeginning some more words come before the thing itself and others follow afterwards, and then some more words unendinglyandonandon';
    const [hit] = makeFinder(documentOf([[line]])).find('thing');
    expect(hit).toMatchObject({ words: 'thing' });
    expect(hit?.before).toBe('more words come before the ');
    expect(hit?.after).toBe(' itself and others follow afterwards, and then some more words');
  });

  it('finds nothing for nothing, and a lone hyphen where it stands', () => {
    const pages = documentOf([['a well-known thing']]);
    expect(found(pages, '  ')).toEqual([]);
    expect(found(pages, '-')).toEqual(['1:-']);
  });
});
