// Reads matrices.
import { staleSide } from '#shared/bilingual.ts';
import type { Matrix, MatrixCell, MatrixColumn, MatrixRow, MatrixSummary } from '#shared/matrix.ts';
import type { Reader } from '../kinds.ts';
import { sidesOf } from '../notes/index.ts';

type SummaryRow = {
  id: string;
  survey_id: string | null;
  title: string;
  title_secondary: string;
  created_at: number;
  updated_at: number;
  deleted_at: number | null;
};
type ColumnRow = { id: string; position: number; title: string; title_secondary: string };
type RowRow = {
  id: string;
  position: number;
  paper_id: string | null;
  section: string | null;
  title: string | null;
  title_secondary: string | null;
  citekey: string | null;
  year: number | null;
};
type CellRow = {
  id: string;
  row_id: string;
  column_id: string;
  primary_text: string;
  secondary_text: string;
  primary_at: number;
  secondary_at: number;
  updated_at: number;
};

const toSummary = (row: SummaryRow): MatrixSummary => ({
  id: row.id,
  surveyId: row.survey_id,
  title: row.title,
  titleSecondary: row.title_secondary,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  deletedAt: row.deleted_at,
});

/** Matrices of a survey, or all; the newest first. */
export const listMatrices = (db: Reader, surveyId: string | undefined, trashed: boolean): MatrixSummary[] =>
  db
    .all<SummaryRow>(
      `SELECT * FROM matrix WHERE deleted_at IS ${trashed ? 'NOT ' : ''}NULL ${surveyId ? 'AND survey_id = ?' : ''}
       ORDER BY id DESC`,
      ...(surveyId ? [surveyId] : []),
    )
    .map(toSummary);

/** A matrix's name and dates, in the trash or not. */
export function findSummary(db: Reader, id: string): MatrixSummary | undefined {
  const row = db.get<SummaryRow>('SELECT * FROM matrix WHERE id = ?', id);
  return row && toSummary(row);
}

export const columnsIn = (db: Reader, matrixId: string): MatrixColumn[] =>
  db
    .all<ColumnRow>(
      `SELECT id, position, title, title_secondary FROM matrix_column
       WHERE matrix_id = ? AND deleted_at IS NULL ORDER BY position, id`,
      matrixId,
    )
    .map((row) => ({ id: row.id, position: row.position, title: row.title, titleSecondary: row.title_secondary }));

/** A matrix's rows in order, without those of papers in the trash. */
export const rowsIn = (db: Reader, matrixId: string): MatrixRow[] =>
  db
    .all<RowRow>(
      `SELECT matrix_row.id, matrix_row.position, paper_id, section, paper.title, paper.title_secondary, citekey, year
       FROM matrix_row LEFT JOIN paper ON paper.id = paper_id
       WHERE matrix_id = ? AND matrix_row.deleted_at IS NULL AND paper.deleted_at IS NULL
       ORDER BY matrix_row.position, matrix_row.id`,
      matrixId,
    )
    .map((row) => ({
      id: row.id,
      position: row.position,
      paperId: row.paper_id,
      section: row.section,
      title: row.title ?? row.section ?? '',
      titleSecondary: row.title_secondary ?? '',
      citekey: row.citekey ?? '',
      year: row.year,
    }));

const CELLS = 'SELECT matrix_cell.* FROM matrix_cell';

function toCells(db: Reader, rows: CellRow[]): MatrixCell[] {
  const links = Map.groupBy(
    db.all<{ cell_id: string; annotation_id: string }>(
      `SELECT cell_id, annotation_id FROM matrix_cell_annotation JOIN annotation ON annotation.id = annotation_id
       WHERE annotation.deleted_at IS NULL AND cell_id IN (SELECT value FROM json_each(?))
       ORDER BY annotation.sort_key, matrix_cell_annotation.id`,
      JSON.stringify(rows.map((row) => row.id)),
    ),
    (link) => link.cell_id,
  );
  return rows.map((row) => {
    const sides = sidesOf(row);
    return {
      id: row.id,
      rowId: row.row_id,
      columnId: row.column_id,
      ...sides,
      stale: staleSide(sides),
      annotationIds: (links.get(row.id) ?? []).map((link) => link.annotation_id),
      updatedAt: row.updated_at,
    };
  });
}

/** The cell where a row and a column meet, if it holds anything. */
export const cellAt = (db: Reader, rowId: string, columnId: string): MatrixCell | undefined =>
  toCells(db, db.all<CellRow>(`${CELLS} WHERE row_id = ? AND column_id = ?`, rowId, columnId))[0];

/** A matrix with everything in it. */
export function findMatrix(db: Reader, id: string): Matrix | undefined {
  const summary = findSummary(db, id);
  if (!summary) return undefined;
  const cells = db.all<CellRow>(
    `${CELLS} JOIN matrix_row ON matrix_row.id = row_id JOIN matrix_column ON matrix_column.id = column_id
     WHERE matrix_row.matrix_id = ? AND matrix_row.deleted_at IS NULL AND matrix_column.deleted_at IS NULL`,
    id,
  );
  return { ...summary, columns: columnsIn(db, id), rows: rowsIn(db, id), cells: toCells(db, cells) };
}

/** Live papers: those a survey names, in its order, or all by title. */
export const paperIdsIn = (db: Reader, surveyId: string | null): string[] =>
  (surveyId === null
    ? db.all<{ id: string }>('SELECT id FROM paper WHERE deleted_at IS NULL ORDER BY title COLLATE NOCASE, id')
    : db.all<{ id: string }>(
        `SELECT paper.id FROM paper JOIN survey_block ON entity_id = paper.id
         WHERE survey_id = ? AND kind IN ('paper', 'reference', 'mention') AND deleted_at IS NULL
         GROUP BY paper.id ORDER BY min(start_at), paper.id`,
        surveyId,
      )
  ).map(({ id }) => id);
