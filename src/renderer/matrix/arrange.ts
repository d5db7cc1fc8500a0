// Which rows of a matrix are shown, and in what order; where the keys lead. Pure.
import type { Matrix, MatrixCell, MatrixRow } from '#shared/matrix.ts';

export type Sort = { columnId: string; isDescending: boolean } | null;

/** Cells by row and column. */
export const cellKey = (rowId: string, columnId: string): string => `${rowId} ${columnId}`;
export const cellsByPlace = (matrix: Matrix): ReadonlyMap<string, MatrixCell> =>
  new Map(matrix.cells.map((cell) => [cellKey(cell.rowId, cell.columnId), cell]));

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Rows that have all the words, in their name or any cell, sorted by a column; empty cells come last either way. */
export function arranged(matrix: Matrix, typed: string, sort: Sort, collator: Intl.Collator): MatrixRow[] {
  const cells = cellsByPlace(matrix);
  const words = plain(typed).split(/\s+/u).filter(Boolean);
  const textOf = (row: MatrixRow): string =>
    plain(
      [
        row.title,
        row.titleSecondary,
        row.citekey,
        String(row.year ?? ''),
        ...matrix.columns.flatMap(({ id }) => {
          const cell = cells.get(cellKey(row.id, id));
          return cell ? [cell.primary, cell.secondary] : [];
        }),
      ].join(' '),
    );
  const shown =
    words.length === 0 ? matrix.rows : matrix.rows.filter((row) => words.every((word) => textOf(row).includes(word)));
  if (!sort) return [...shown];
  const valueOf = (row: MatrixRow): string => {
    const cell = cells.get(cellKey(row.id, sort.columnId));
    return (cell?.primary || cell?.secondary || '').trim();
  };
  return shown.toSorted((a, b) => {
    const [left, right] = [valueOf(a), valueOf(b)];
    if (!left || !right) return left ? -1 : right ? 1 : 0;
    return (sort.isDescending ? -1 : 1) * collator.compare(left, right);
  });
}

/** A place in the grid: 0-based. */
export type At = { row: number; column: number };

/** Where a key leads from a cell; null where it is none of the grid's. Tab goes on in the next row, and leaves at the ends. */
export function nextAt(at: At, key: string, isShift: boolean, rows: number, columns: number): At | null {
  const clamp = (value: number, most: number) => Math.max(0, Math.min(value, most - 1));
  switch (key) {
    case 'ArrowUp':
      return { ...at, row: clamp(at.row - 1, rows) };
    case 'ArrowDown':
      return { ...at, row: clamp(at.row + 1, rows) };
    case 'ArrowLeft':
      return { ...at, column: clamp(at.column - 1, columns) };
    case 'ArrowRight':
      return { ...at, column: clamp(at.column + 1, columns) };
    case 'Home':
      return { ...at, column: 0 };
    case 'End':
      return { ...at, column: columns - 1 };
    case 'Tab': {
      const index = at.row * columns + at.column + (isShift ? -1 : 1);
      return index < 0 || index >= rows * columns
        ? null
        : { row: Math.floor(index / columns), column: index % columns };
    }
    default:
      return null;
  }
}
