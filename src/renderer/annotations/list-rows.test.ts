import { expect, it } from 'vitest';
import { indexOfLine, rowCount, rowOf, type Row } from './list-rows.ts';

const groups = [
  { key: 'a', label: 'A', count: 2 },
  { key: 'b', label: 'B', count: 1 },
];
const shown = (row: Row): string => (row.type === 'group' ? row.group.label : String(row.at));

it('every group has its heading before its lines, and every line is found again', () => {
  const rows = Array.from({ length: rowCount(3, groups) }, (_, index) => shown(rowOf(index, groups)));
  expect(rows).toEqual(['A', '0', '1', 'B', '2']);
  for (const at of [0, 1, 2]) expect(rowOf(indexOfLine(at, groups), groups)).toEqual({ type: 'line', at });
  expect([rowOf(7, []), indexOfLine(7, [])]).toEqual([{ type: 'line', at: 7 }, 7]);
});
