import { describe, expect, test } from 'vitest';
import { staleRooms } from './freshness.ts';

const rooms = (...tables: string[]) => {
  const stale = staleRooms(tables);
  return stale === 'everything' ? stale : [...stale].sort();
};

describe('what to read again', () => {
  test('after a new highlight are its lists, the counts of its paper, and the history', () => {
    expect(rooms('annotation', 'anchor')).toEqual(expect.arrayContaining(['annotations', 'history', 'papers']));
  });

  test('after a changed setting are the settings alone', () => expect(rooms('setting')).toEqual(['settings']));

  test('after a table nobody knows is everything', () => expect(rooms('paper', 'mystery')).toBe('everything'));
});
