import { describe, expect, it } from 'vitest';
import { matching, nearnessOf } from './match.ts';

const make = (
  id: string,
  primary: string,
  secondary: string,
  paperId: string | null = null,
  surveyId: string | null = null,
) => ({
  id,
  position: Number(id),
  primary,
  secondary,
  paperId,
  surveyId,
  context: '',
});

const here = { paperId: 'P', surveyIds: ['S'] };
const all = [
  make('1', 'Fine-tuned CNNs match radiologists.', '微调的卷积网络与放射科医生相当。', 'other'),
  make('2', 'Shallow tuning suffices.', '浅层微调已经足够。', 'other', 'S'),
  make('3', 'Naïve training fails.', '从零训练会失败。', 'P'),
  make('4', 'Fine-tuning helps small data.', '微调有助于小数据。', 'P', 'S'),
];
const ids = (query: string) => matching(all, query, here).map(({ id }) => id);

describe('finding a finding by typing', () => {
  it("offers the paper's own first, then its surveys', then the library's", () => {
    expect(ids('')).toEqual(['3', '4', '2', '1']);
    expect(all.map((finding) => nearnessOf(finding, here))).toEqual(['library', 'survey', 'paper', 'paper']);
  });

  it("keeps a paper's findings together", () => {
    const mixed = [make('1', 'a', '', 'x'), make('2', 'a', '', 'y'), make('3', 'a', '', 'x')];
    expect(matching(mixed, 'a', here).map(({ id }) => id)).toEqual(['1', '3', '2']);
  });

  it('reads both languages', () => {
    expect(ids('微调')).toEqual(['4', '2', '1']);
    expect(ids('tun')).toEqual(['4', '2', '1']);
  });

  it('takes the words in any order and one of each language', () => {
    expect(ids('data 微调')).toEqual(['4']);
    expect(ids('radiologists cnn')).toEqual(['1']);
    expect(ids('radiologists nothing')).toEqual([]);
  });

  it('does not mind case, accents or full-width letters', () => {
    expect(ids('NAIVE')).toEqual(['3']);
    expect(ids('ｃｎｎ')).toEqual(['1']);
  });
});
