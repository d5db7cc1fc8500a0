import { expect, test } from 'vitest';
import { markedAfter } from './marking.ts';

const shown = ['a', 'b', 'c', 'd'].map((id) => ({ id }));

test('a range runs from the picked one either way, a toggle adds and drops one', () => {
  expect([...markedAfter(shown, new Set(), 'b', 'd', 'range')]).toEqual(['b', 'c', 'd']);
  expect([...markedAfter(shown, new Set(), 'c', 'a', 'range')].sort()).toEqual(['a', 'b', 'c']);
  expect([...markedAfter(shown, new Set(), 'a', 'c', 'toggle')]).toEqual(['a', 'c']);
  expect([...markedAfter(shown, new Set(['a', 'c']), 'a', 'c', 'toggle')]).toEqual(['a']);
});
