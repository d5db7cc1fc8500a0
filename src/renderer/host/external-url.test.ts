import { expect, test } from 'vitest';
import { externalUrl } from './host.ts';

test.each([
  ['https://a.org/b?c#d', 'https://a.org/b?c#d'],
  ['mailto:a@b.org', 'mailto:a@b.org'],
  ['doi:10.1000/182', 'https://doi.org/10.1000/182'],
])('%s may leave the app', (address, opened) => expect(externalUrl(address)).toBe(opened));

test.each([
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'file:///etc/passwd',
  'glossa://app/',
  'data:text/html,x',
  '//evil.org',
  'relative/path',
  'doi:evil',
  '',
])('%j may not', (address) => expect(externalUrl(address)).toBeNull());
