import { expect, test } from 'vitest';
import { identifierLines, readIdentifiers } from './identifier-lines.ts';

test('what is written is read again, and a line without a kind is named', () => {
  const identifiers = [
    { scheme: 'pmid' as const, value: '123' },
    { scheme: 'isbn' as const, value: '9783161484100' },
  ];
  expect(readIdentifiers(identifierLines(identifiers))).toEqual({ identifiers });
  expect(readIdentifiers('pmid：123\n\nISBN: 978-3-16-148410-0')).toEqual({
    identifiers: [identifiers[0], { scheme: 'isbn', value: '978-3-16-148410-0' }],
  });
  expect(readIdentifiers('PMID 1\n10.1000/182')).toEqual({ wrong: '10.1000/182' });
});
