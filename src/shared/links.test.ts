import { expect, test } from 'vitest';
import { imageOf, linkOf, linkTo, markdownLink } from './links.ts';

const id = '0189abcd-0000-7000-8000-00000000000f';

test('an address of the library comes back as what it leads to', () => {
  expect(linkOf(linkTo({ kind: 'finding', id }))).toEqual({ kind: 'finding', id });
  expect(imageOf(`glossa:image/${'ab'.repeat(32)}`)).toBe('ab'.repeat(32));
});

test('a live quote leads to its highlight; nothing else may carry its hash', () => {
  expect(linkOf(`glossa:annotation/${id}#1a2b3c`)).toEqual({ kind: 'annotation', id });
  expect(linkOf(`glossa:paper/${id}#1a2b3c`)).toBeNull();
  expect(linkOf(`glossa:annotation/${id}#`)).toBeNull();
  expect(linkOf(`glossa:annotation/${id}#../x`)).toBeNull();
});

test.each([
  'glossa://app/x',
  `glossa:file/${id}`,
  `glossa:paper/${id}/../x`,
  `glossa:paper/${id.toUpperCase()}`,
  ` glossa:paper/${id}`,
  `javascript:glossa:paper/${id}`,
  'glossa:image/../x',
  `https://a.org/glossa:paper/${id}`,
])('%j is no address of the library', (address) => {
  expect(linkOf(address)).toBeNull();
  expect(imageOf(address)).toBeNull();
});

test('the words of a link cannot end it early', () => {
  expect(markdownLink('a] (b)\n[c\\', { kind: 'paper', id })).toBe(`[a\\] (b) \\[c\\\\](glossa:paper/${id})`);
});
