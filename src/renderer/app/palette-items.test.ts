import { describe, expect, test } from 'vitest';
import type { PaperItem } from '#shared/papers.ts';
import type { SurveySummary } from '#shared/surveys.ts';
import type { Command } from '../ui/command-registry.ts';
import { grouped, offer } from './palette-items.ts';

const command = (id: string, en: string, zh: string, more: Partial<Command> = {}): Command => ({
  id,
  label: { en, 'zh-Hans': zh },
  run: () => undefined,
  ...more,
});
const commands = [
  command('a', 'Import a survey…', '导入综述…'),
  command('b', 'Undo', '撤销', { enabled: false }),
  command('c', 'Commands', '命令', { hidden: true }),
];
const paper = (id: string, title: string, family: string) =>
  ({
    id,
    title,
    titleSecondary: '',
    authors: [{ family, given: '' }],
    year: 2017,
    container: '',
    citekey: '',
    doi: null,
    arxivId: null,
  }) as unknown as PaperItem;
const papers = [
  paper('1', 'Café culture', 'Ding'),
  paper('2', '医学图像分析', 'Zhou'),
  paper('3', 'Ｆｕｌｌ width', 'Li'),
];
const surveys = [{ id: 's', title: '[CV] Medical Image Analysis' } as SurveySummary];
const ids = (typed: string) => {
  const found = offer(typed, commands, surveys, papers);
  return [...found.commands, ...found.surveys, ...found.papers].map(({ id }) => id);
};

describe('the palette', () => {
  test('offers what can be done now and the surveys while nothing is typed', () =>
    expect(ids('  ')).toEqual(['a', 's']));

  test('finds a command by its label in either language', () => {
    expect(ids('import')).toEqual(['a']);
    expect(ids('综述')).toEqual(['a']);
  });

  test('finds a paper by words in any order, in any form of its letters', () => {
    expect(ids('ding CAFE')).toEqual(['1']);
    expect(ids('图像')).toEqual(['2']);
    expect(ids('full')).toEqual(['3']);
    expect(ids('2017')).toEqual(['1', '2', '3']);
  });
});

test('commands of the view come before those that are always there, settings last', () => {
  const list = ['settings', 'go', 'Reader', 'settings', 'Notes'].map((group, index) =>
    command(String(index), group, group, { group }),
  );
  expect(grouped(list).map(([group, of]) => [group, of.length])).toEqual([
    ['Reader', 1],
    ['Notes', 1],
    ['go', 1],
    ['settings', 2],
  ]);
});
