// Rows of a grouped list: headings and lines, by index, without making them all. Pure.

export type Group = { key: string; label: string; count: number };
export type Row = { type: 'group'; group: Group } | { type: 'line'; at: number };

/** Rows of all: the lines, and a heading before each group. */
export const rowCount = (total: number, groups: readonly Group[]): number => total + groups.length;

/** The row at an index; `at` counts lines alone. */
export function rowOf(index: number, groups: readonly Group[]): Row {
  if (groups.length === 0) return { type: 'line', at: index };
  let rows = 0;
  let lines = 0;
  for (const group of groups) {
    if (index === rows) return { type: 'group', group };
    if (index <= rows + group.count) return { type: 'line', at: lines + index - rows - 1 };
    rows += group.count + 1;
    lines += group.count;
  }
  return { type: 'line', at: lines };
}

/** The index of the row of a line. */
export function indexOfLine(at: number, groups: readonly Group[]): number {
  let lines = 0;
  for (const [index, group] of groups.entries()) {
    if (at < lines + group.count) return at + index + 1;
    lines += group.count;
  }
  return at + groups.length;
}
