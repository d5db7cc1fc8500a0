import { describe, expect, it } from 'vitest';
import { askedAt, type Linkable, matching } from './completion.ts';

const asked = (text: string) => askedAt(text, text.length);

describe('asking for a link', () => {
  it('begins with two brackets, spaces and all, or with @ before a word', () => {
    expect(asked('see [[active learn')).toEqual({ start: 4, words: 'active learn' });
    expect(asked('see @smi')).toEqual({ start: 4, words: 'smi' });
    expect(asked('参见@主动')).toEqual({ start: 2, words: '主动' });
    expect(asked('@')).toEqual({ start: 0, words: '' });
  });

  it('is no address, no closed link, no other line', () => {
    for (const text of ['write to a@b', '[[done]] more', '[[one\ntwo', 'a [b', 'x@ y'])
      expect([text, asked(text)]).toEqual([text, null]);
  });
});

it('finds things by all their words in either language, names that begin so first', () => {
  const thing = (name: string, also = ''): Linkable => ({ kind: 'paper', id: name, name, also });
  const all = [thing('On glosses', 'zhang2019'), thing('Glosses at the Margin', '页边旁注'), thing('Eye tracking')];
  expect(matching(all, 'gloss', 8).map(({ name }) => name)).toEqual(['Glosses at the Margin', 'On glosses']);
  expect(matching(all, '旁注', 8).map(({ name }) => name)).toEqual(['Glosses at the Margin']);
  expect(matching(all, 'zhang glosses', 8).map(({ name }) => name)).toEqual(['On glosses']);
  expect(matching(all, '(', 8)).toEqual([]);
});
