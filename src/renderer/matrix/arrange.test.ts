import { describe, expect, it } from 'vitest';
import type { Matrix } from '#shared/matrix.ts';
import { arranged, nextAt } from './arrange.ts';

const row = (id: string, title: string) => ({
  id,
  position: 0,
  paperId: id,
  section: null,
  title,
  titleSecondary: '',
  citekey: '',
  year: 2020,
});
const cell = (rowId: string, primary: string, secondary = '') => ({
  id: rowId,
  rowId,
  columnId: 'c',
  primary,
  secondary,
  primaryAt: 0,
  secondaryAt: 0,
  stale: null,
  annotationIds: [],
  updatedAt: 0,
});
const matrix: Matrix = {
  id: 'm',
  surveyId: null,
  title: '',
  titleSecondary: '',
  createdAt: 0,
  updatedAt: 0,
  deletedAt: null,
  columns: [{ id: 'c', position: 1, title: 'Task', titleSecondary: '' }],
  rows: [row('1', 'Glosses'), row('2', 'Margins'), row('3', 'Eyes')],
  cells: [cell('1', 'b reading', '阅读'), cell('2', 'A writing')],
};
const ids = (typed: string, isDescending?: boolean) =>
  arranged(
    matrix,
    typed,
    isDescending === undefined ? null : { columnId: 'c', isDescending },
    new Intl.Collator('en'),
  ).map(({ id }) => id);

describe('rows', () => {
  it('are filtered by every word, of names and cells in either language', () => {
    expect(ids('')).toEqual(['1', '2', '3']);
    expect(ids('阅读')).toEqual(['1']);
    expect(ids('margin writ')).toEqual(['2']);
    expect(ids('nowhere')).toEqual([]);
  });

  it('are sorted by a column as a reader would, empty ones last either way', () => {
    expect(ids('', false)).toEqual(['2', '1', '3']);
    expect(ids('', true)).toEqual(['1', '2', '3']);
  });
});

describe('keys', () => {
  it('stay in the grid by arrows, and wrap by Tab until the ends', () => {
    expect(nextAt({ row: 0, column: 0 }, 'ArrowUp', false, 2, 2)).toEqual({ row: 0, column: 0 });
    expect(nextAt({ row: 0, column: 1 }, 'Tab', false, 2, 2)).toEqual({ row: 1, column: 0 });
    expect(nextAt({ row: 1, column: 0 }, 'Tab', true, 2, 2)).toEqual({ row: 0, column: 1 });
    expect(nextAt({ row: 1, column: 1 }, 'Tab', false, 2, 2)).toBeNull();
    expect(nextAt({ row: 0, column: 0 }, 'x', false, 2, 2)).toBeNull();
  });
});
