import { expect, test } from 'vitest';
import { panesOf } from './use-panes.ts';

test('panes are as they were left; what is stored and makes no sense is as the last paper had it', () => {
  const left = { aside: { tab: 'paper', isOpen: false }, nav: { tab: 'find', isOpen: true }, beside: 'p' } as const;
  expect(panesOf(left)).toEqual(left);
  expect(panesOf({ nav: { tab: 'pages', isOpen: true } }, left)).toEqual({
    aside: left.aside,
    nav: { tab: 'pages', isOpen: true },
    beside: null,
  });
  for (const odd of [null, 3, { aside: { tab: 'gone', isOpen: true }, nav: { tab: 'find', isOpen: 'yes' } }]) {
    expect(panesOf(odd, left)).toEqual({ ...left, beside: null });
  }
  expect(panesOf(null)).toEqual({
    aside: { tab: 'notes', isOpen: true },
    nav: { tab: 'outline', isOpen: false },
    beside: null,
  });
});
