import { expect, test } from 'vitest';
import type { Tag } from '#shared/tags.ts';
import { tagChoices } from './choices.ts';

const tag = (name: string, papers = 0): Tag => ({ id: name, name, color: 'blue', papers, annotations: 0, findings: 0 });
const all = [tag('Method', 1), tag('Cold method', 9), tag('眼动'), tag('Methane', 2)];
const offered = (typed: string, own: Tag[] = []) =>
  tagChoices(all, own, typed).map((choice) => (choice.kind === 'tag' ? choice.tag.name : `+${choice.name}`));

test('tags beginning with the words come first, then the more used; a new tag last', () => {
  expect(offered('meth')).toEqual(['Methane', 'Method', 'Cold method', '+meth']);
});
test('a name that is there is not offered as new, however it is written', () => {
  expect(offered('ＭＥＴＨＯＤ')).toEqual(['Method', 'Cold method']);
  expect(offered('眼')).toEqual(['眼动', '+眼']);
});
test('what the thing bears already is neither offered nor offered as new', () => {
  expect(offered('method', [all[0]!])).toEqual(['Cold method']);
});
