import { expect, test } from 'vitest';
import { hasField, toggleField } from './query-text.ts';

test('a field goes in and out of the query, and a field has one value', () => {
  const narrowed = toggleField('lung "chest x-ray"', 'year', '2017');
  expect(narrowed).toBe('lung "chest x-ray" year:2017');
  expect(hasField(narrowed, 'year', '2017')).toBe(true);
  expect(toggleField(narrowed, 'year', '2018')).toBe('lung "chest x-ray" year:2018');
  expect(toggleField(narrowed, 'year', '2017')).toBe('lung "chest x-ray"');
});

test('a value with spaces is quoted, and is found again', () => {
  const narrowed = toggleField('a', 'tag', 'to read');
  expect(narrowed).toBe('a tag:"to read"');
  expect(toggleField(narrowed, 'tag', 'to read')).toBe('a');
});
