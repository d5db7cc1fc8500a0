import { expect, test } from 'vitest';
import { cleanIdentifier, identifiersOfUrl } from './identifiers.ts';

test.each([
  ['isbn', '3-16-148410-X', '9783161484100'],
  ['isbn', 'ISBN 978-3-16-148410-0', '9783161484100'],
  ['isbn', '978-3-16-148410-1', null],
  ['pmid', 'PMID: 12345678', '12345678'],
  ['pmid', 'https://pubmed.ncbi.nlm.nih.gov/12345678/', '12345678'],
  ['pmcid', 'https://www.ncbi.nlm.nih.gov/pmc/articles/PMC1234567/', 'PMC1234567'],
  ['pmcid', 'pmc 1234567', 'PMC1234567'],
  ['pmcid', '1234567', null],
  ['openreview', 'https://openreview.net/forum?id=Abc-dEf_12', 'Abc-dEf_12'],
  ['acl', 'https://aclanthology.org/2020.ACL-main.12.pdf', '2020.acl-main.12'],
  ['acl', 'https://www.aclweb.org/anthology/p18-1001/', 'P18-1001'],
  ['acl', 'https://aclanthology.org/people/x', null],
  ['arxiv', 'https://arxiv.org/abs/1706.03762v5', '1706.03762'],
  ['doi', 'https://doi.org/10.1000/ABC.', '10.1000/abc'],
] as const)('%s of %s is %s', (scheme, text, value) => {
  expect(cleanIdentifier(scheme, text)).toBe(value);
});

test('an address tells which work it is of', () => {
  expect(identifiersOfUrl('https://openreview.net/pdf?id=Abc-dEf_12')).toEqual([
    { scheme: 'openreview', value: 'Abc-dEf_12' },
  ]);
  expect(identifiersOfUrl('https://example.org/12345678')).toEqual([]);
});
