// Calls of the matrix room.
import { confirmSides } from '#shared/bilingual.ts';
import { AppError } from '#shared/errors.ts';
import type { Matrix, matrix, MatrixCell, MatrixSummary } from '#shared/matrix.ts';
import type { Place } from '#shared/values.ts';
import { inShort, requireAnnotation } from '../annotations/index.ts';
import type { Handlers, Reader, Row, Tx } from '../kinds.ts';
import { columnsOf, placeAmong } from '../notes/index.ts';
import { exportMatrix } from './export.ts';
import { cellAt, columnsIn, findMatrix, findSummary, listMatrices, rowsIn } from './sql.ts';
import { addColumn, addRows, cellFor, createMatrix, writeCell } from './write.ts';

function getMatrix(db: Reader, id: string): Matrix {
  const found = findMatrix(db, id);
  if (!found) throw new AppError('not_found', 'There is no such matrix.');
  return found;
}

function getSummary(db: Reader, id: string): MatrixSummary {
  const found = findSummary(db, id);
  if (!found) throw new AppError('not_found', 'There is no such matrix.');
  return found;
}

const about = (summary: MatrixSummary): { subject: string; place: Place } => ({
  subject: inShort(summary.title || summary.titleSecondary),
  place: { matrixId: summary.id },
});

/** The live row of a table that belongs to a matrix, or `not_found`. */
function part(tx: Tx, table: 'matrix_column' | 'matrix_row', id: string): Row {
  const row = tx.row(table, id);
  if (!row || row.deleted_at !== null) {
    throw new AppError('not_found', `There is no such ${table === 'matrix_row' ? 'row' : 'column'} in the matrix.`);
  }
  return row;
}

/** The matrix of a cell; both its row and its column must be of it. */
function matrixAt(tx: Tx, rowId: string, columnId: string): MatrixSummary {
  const row = part(tx, 'matrix_row', rowId);
  const column = part(tx, 'matrix_column', columnId);
  if (row.matrix_id !== column.matrix_id) {
    throw new AppError('bad_input', 'columnId: this column is of another matrix than the row.');
  }
  return getSummary(tx.db, String(row.matrix_id));
}

const getCell = (db: Reader, rowId: string, columnId: string): MatrixCell => {
  const cell = cellAt(db, rowId, columnId);
  if (!cell) throw new AppError('not_found', 'There is nothing in this cell.');
  return cell;
};

/** Names the step and gives the matrix of a row or column. */
function stepOn(tx: Tx, table: 'matrix_column' | 'matrix_row', id: string, joins?: string): string {
  const matrixId = String(part(tx, table, id).matrix_id);
  const label = table === 'matrix_row' ? 'matrix.row' : 'matrix.column';
  tx.step(label, { ...about(getSummary(tx.db, matrixId)), ...(joins ? { joins } : {}) });
  return matrixId;
}

function moveAmong(
  tx: Tx,
  table: 'matrix_column' | 'matrix_row',
  all: readonly { id: string; position: number }[],
  { id, afterId }: { id: string; afterId: string | null },
): Record<string, never> {
  if (afterId === id) throw new AppError('bad_input', 'afterId: it cannot follow itself.');
  const at = all.findIndex((one) => one.id === id);
  if ((all[at - 1]?.id ?? null) === afterId) return {};
  const others = all.filter((one) => one.id !== id);
  tx.patch(table, id, { position: placeAmong(tx, table, others, afterId) });
  return {};
}

const nameColumn = (side: 'primary' | 'secondary'): string => (side === 'primary' ? 'title' : 'title_secondary');

export const matrixCalls: Handlers<typeof matrix> = {
  list: ({ db }, { surveyId, trashed = false }) => listMatrices(db, surveyId, trashed),
  get: ({ db }, { id }) => getMatrix(db, id),
  create: (tx, input) => {
    tx.step('matrix.create', { subject: inShort(input.title || input.titleSecondary) });
    return getMatrix(tx.db, createMatrix(tx, input));
  },
  rename: (tx, { id, side, text }) => {
    tx.step('matrix.edit', { ...about(getSummary(tx.db, id)), joins: `matrix:${id}:${side}` });
    tx.patch('matrix', id, { [nameColumn(side)]: text, updated_at: tx.now });
    return getSummary(tx.db, id);
  },
  remove: (tx, { id }) => {
    tx.step('matrix.remove', { subject: about(getSummary(tx.db, id)).subject, place: {} });
    tx.patch('matrix', id, { deleted_at: tx.now });
    return {};
  },
  restore: (tx, { id }) => {
    tx.step('matrix.restore', about(getSummary(tx.db, id)));
    tx.patch('matrix', id, { deleted_at: null });
    return getSummary(tx.db, id);
  },
  addColumn: (tx, { matrixId, afterId, ...name }) => {
    tx.step('matrix.column', about(getSummary(tx.db, matrixId)));
    const id = addColumn(tx, matrixId, name, afterId);
    const column = columnsIn(tx.db, matrixId).find((one) => one.id === id);
    if (!column) throw new Error('The column just written is not there.');
    return column;
  },
  renameColumn: (tx, { id, side, text }) => {
    stepOn(tx, 'matrix_column', id, `matrix_column:${id}:${side}`);
    tx.patch('matrix_column', id, { [nameColumn(side)]: text });
    return {};
  },
  moveColumn: (tx, input) => {
    const matrixId = stepOn(tx, 'matrix_column', input.id);
    return moveAmong(tx, 'matrix_column', columnsIn(tx.db, matrixId), input);
  },
  removeColumn: (tx, { id }) => {
    stepOn(tx, 'matrix_column', id);
    tx.patch('matrix_column', id, { deleted_at: tx.now });
    return {};
  },
  addRows: (tx, { matrixId, ...rows }) => {
    tx.step('matrix.row', about(getSummary(tx.db, matrixId)));
    return { added: addRows(tx, matrixId, rows) };
  },
  moveRow: (tx, input) => {
    const matrixId = stepOn(tx, 'matrix_row', input.id);
    return moveAmong(tx, 'matrix_row', rowsIn(tx.db, matrixId), input);
  },
  removeRow: (tx, { id }) => {
    stepOn(tx, 'matrix_row', id);
    tx.patch('matrix_row', id, { deleted_at: tx.now });
    return {};
  },
  editCell: (tx, { rowId, columnId, ...edit }) => {
    const joins = `matrix_cell:${rowId}:${columnId}:${edit.side}`;
    tx.step('matrix.cell', { ...about(matrixAt(tx, rowId, columnId)), joins });
    writeCell(tx, cellFor(tx, rowId, columnId), edit);
    return getCell(tx.db, rowId, columnId);
  },
  confirmCell: (tx, { rowId, columnId }) => {
    tx.step('matrix.cell', about(matrixAt(tx, rowId, columnId)));
    const cell = getCell(tx.db, rowId, columnId);
    tx.patch('matrix_cell', cell.id, columnsOf(confirmSides(cell)));
    return getCell(tx.db, rowId, columnId);
  },
  linkCell: (tx, { rowId, columnId, annotationId }) => {
    tx.step('matrix.cell', about(matrixAt(tx, rowId, columnId)));
    requireAnnotation(tx, annotationId);
    const cell = cellFor(tx, rowId, columnId);
    if (!cell.annotationIds.includes(annotationId)) {
      tx.put('matrix_cell_annotation', tx.newId(), { cell_id: cell.id, annotation_id: annotationId });
    }
    return getCell(tx.db, rowId, columnId);
  },
  unlinkCell: (tx, { rowId, columnId, annotationId }) => {
    tx.step('matrix.cell', about(matrixAt(tx, rowId, columnId)));
    const cell = getCell(tx.db, rowId, columnId);
    const link = tx.db.get<{ id: string }>(
      'SELECT id FROM matrix_cell_annotation WHERE cell_id = ? AND annotation_id = ?',
      cell.id,
      annotationId,
    );
    if (link) tx.put('matrix_cell_annotation', link.id, null);
    return getCell(tx.db, rowId, columnId);
  },
  export: ({ db, library }, { id, ...options }) => exportMatrix(db, library, getMatrix(db, id), options),
};
