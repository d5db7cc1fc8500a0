// One matrix: a grid to move in by keys, its cells written in place, filtered, sorted, exported.
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { Matrix } from '#shared/matrix.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useLibraryLanguages, useMessages } from '../ui/i18n.tsx';
import { useUiLanguage } from '../ui/language.ts';
import { isComposing } from '../notes/index.ts';
import { arranged, type At, cellKey, cellsByPlace, nextAt, type Sort } from './arrange.ts';
import { Cell } from './Cell.tsx';
import { ColumnHead } from './ColumnHead.tsx';
import { MatrixBar, type Shown } from './MatrixBar.tsx';
import styles from './MatrixTable.module.css';
import { messages } from './messages.ts';
import { RowHead } from './RowHead.tsx';

/** The cell being written, and the order its rows keep meanwhile. */
type Writing = { key: string; order: string[] };

/** The table. Mount it anew for another matrix (`key`). */
export function MatrixTable({ matrix }: { matrix: Matrix }) {
  const text = useMessages(messages);
  const ui = useUiLanguage();
  const languages = useLibraryLanguages();
  const [typed, setTyped] = useState('');
  const [sort, setSort] = useState<Sort>(null);
  const [shown, setShown] = useState<Shown>('both');
  /** Where the keyboard is; the one cell in the tab order. */
  const [at, setAt] = useState<At>({ row: 0, column: 0 });
  /** The cell being written. */
  const [writing, setWriting] = useState<Writing | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const collator = useMemo(() => new Intl.Collator(ui, { numeric: true }), [ui]);
  const cells = useMemo(() => cellsByPlace(matrix), [matrix]);
  // While a cell is written its row stays: what is typed must not filter or sort it away.
  const wanted = useMemo(() => arranged(matrix, typed, sort, collator), [matrix, typed, sort, collator]);
  const known = new Map(matrix.rows.map((row) => [row.id, row]));
  const rows = writing ? writing.order.flatMap((id) => known.get(id) ?? []) : wanted;
  const { columns } = matrix;

  const focusCell = (to: At) => {
    setAt(to);
    table.current?.querySelector<HTMLElement>(`[data-at="${to.row} ${to.column}"]`)?.focus();
  };
  const leave = (to: At) => {
    setWriting(null);
    // The cell takes the focus once it is itself again.
    requestAnimationFrame(() => focusCell(to));
  };
  const write = (rowId: string, columnId: string) =>
    setWriting({ key: cellKey(rowId, columnId), order: rows.map(({ id }) => id) });
  const onCellKey = (from: At, event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget || isComposing(event) || event.ctrlKey || event.metaKey || event.altKey)
      return;
    if (event.key === 'Enter' || event.key === 'F2') {
      const [row, column] = [rows[from.row], columns[from.column]];
      if (row && column) write(row.id, column.id);
    } else {
      const to = nextAt(from, event.key, event.shiftKey, rows.length, columns.length);
      if (!to) return;
      focusCell(to);
    }
    event.preventDefault();
  };
  /** Tab out of a cell's last field, or back out of its first. */
  const onLeaveBy = (from: At, isBack: boolean) => {
    const to = nextAt(from, 'Tab', isBack, rows.length, columns.length) ?? from;
    leave(to);
  };

  return (
    <>
      <MatrixBar
        matrix={matrix}
        rowIds={rows.map(({ id }) => id)}
        typed={typed}
        onType={setTyped}
        shown={shown}
        onShow={setShown}
      />
      <div className={styles.scroll}>
        <table
          ref={table}
          className={styles.table}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a table whose cells keys move in
          role="grid"
          aria-label={matrix.title || matrix.titleSecondary || text.untitled}
          data-shown={shown}
        >
          <thead>
            <tr>
              <th className={styles.corner} scope="col">
                <span className={styles.spoken}>{text.byPapers}</span>
              </th>
              {columns.map((column, index) => (
                <ColumnHead
                  key={column.id}
                  column={column}
                  number={index + 1}
                  before={columns[index - 2]?.id ?? (index === 0 ? undefined : null)}
                  after={columns[index + 1]?.id}
                  sort={sort?.columnId === column.id ? (sort.isDescending ? 'descending' : 'ascending') : 'none'}
                  onSort={(isDescending) =>
                    setSort(isDescending === null ? null : { columnId: column.id, isDescending })
                  }
                  shown={shown}
                  languages={languages}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, rowIndex) => (
              <tr key={row.id}>
                <RowHead
                  row={row}
                  before={rowIndex === 0 ? undefined : (rows[rowIndex - 2]?.id ?? null)}
                  after={rows[rowIndex + 1]?.id}
                  canMove={sort === null && typed === ''}
                />
                {columns.map((column, columnIndex) => {
                  const here = { row: rowIndex, column: columnIndex };
                  const key = cellKey(row.id, column.id);
                  return (
                    <Cell
                      key={column.id}
                      at={here}
                      row={row}
                      column={column}
                      cell={cells.get(key)}
                      shown={shown}
                      languages={languages}
                      isTabStop={at.row === rowIndex && at.column === columnIndex}
                      isWriting={writing?.key === key}
                      onWrite={() => {
                        setAt(here);
                        write(row.id, column.id);
                      }}
                      onFocus={() => setAt(here)}
                      onKey={(event) => onCellKey(here, event)}
                      onLeave={() => leave(here)}
                      onTab={(isBack) => onLeaveBy(here, isBack)}
                    />
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
        {columns.length === 0 && <EmptyState size="small" title={text.noColumns} />}
        {rows.length === 0 && <EmptyState size="small" title={text.noRows} />}
      </div>
    </>
  );
}
