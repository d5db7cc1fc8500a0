// Writes matrices: rows, columns, cells. The caller names the step.
import { editSide } from '#shared/bilingual.ts';
import { AppError } from '#shared/errors.ts';
import type { MatrixCell } from '#shared/matrix.ts';
import type { Section } from '#shared/surveys.ts';
import type { Side } from '#shared/values.ts';
import type { Tx } from '../kinds.ts';
import { checkBase, columnsOf, placeAmong } from '../notes/index.ts';
import { cellAt, columnsIn, paperIdsIn, rowsIn } from './sql.ts';

type Name = { title: string; titleSecondary: string };

/** A matrix to be made; see the contract for what `rows` means. */
export type NewMatrix = Name & {
  surveyId: string | null;
  rows: 'papers' | 'sections' | 'none';
  paperIds?: string[] | undefined;
  columns: Name[];
};

/** Rows of one matrix at most: what a screen and a spreadsheet can bear. */
const MOST_ROWS = 5000;

/** Makes a matrix with its first rows and columns. `not_found` for the survey. */
export function createMatrix(tx: Tx, input: NewMatrix): string {
  const { surveyId } = input;
  const survey = surveyId === null ? undefined : tx.row('survey', surveyId);
  if (surveyId !== null && !survey) throw new AppError('not_found', 'There is no such survey.');
  const id = tx.newId();
  tx.put('matrix', id, {
    survey_id: surveyId,
    title: input.title,
    title_secondary: input.titleSecondary,
    created_at: tx.now,
    updated_at: tx.now,
    deleted_at: null,
  });
  for (const column of input.columns) addColumn(tx, id, column);
  if (input.rows === 'sections') {
    addRows(tx, id, { paperIds: [], sections: survey ? sectionTitles(String(survey.sections)) : [] });
  } else if (input.rows === 'papers') {
    const papers = input.paperIds ?? paperIdsIn(tx.db, surveyId);
    addRows(tx, id, { paperIds: papers, sections: [] });
  }
  return id;
}

/** Titles of a survey's sections, each once. */
export const sectionTitles = (json: string): string[] => [
  ...new Set((JSON.parse(json) as Section[]).map(({ title }) => title).filter((title) => title.trim() !== '')),
];

export function addColumn(tx: Tx, matrixId: string, name: Name, afterId?: string | null): string {
  const id = tx.newId();
  const position = placeAmong(tx, 'matrix_column', columnsIn(tx.db, matrixId), afterId);
  tx.put('matrix_column', id, {
    matrix_id: matrixId,
    position,
    title: name.title,
    title_secondary: name.titleSecondary,
    deleted_at: null,
  });
  return id;
}

/** Adds rows at the end, except for what is a row already. Answers how many. `not_found` for a paper. */
export function addRows(tx: Tx, matrixId: string, rows: { paperIds: string[]; sections: string[] }): number {
  const known = rowsIn(tx.db, matrixId);
  const papers = new Set(known.map((row) => row.paperId));
  const sections = new Set(known.map((row) => row.section));
  const added = [
    ...[...new Set(rows.paperIds)].filter((id) => !papers.has(id)).map((id) => ({ paper_id: id, section: null })),
    ...[...new Set(rows.sections)]
      .filter((title) => !sections.has(title))
      .map((title) => ({ paper_id: null, section: title })),
  ];
  if (known.length + added.length > MOST_ROWS) {
    throw new AppError('bad_input', `A matrix has at most ${MOST_ROWS} rows.`);
  }
  let position = known.at(-1)?.position ?? 0;
  for (const row of added) {
    const paper = row.paper_id === null ? undefined : tx.row('paper', row.paper_id);
    if (row.paper_id !== null && (!paper || paper.deleted_at !== null)) {
      throw new AppError('not_found', 'paperIds: there is no such paper.');
    }
    position += 1;
    tx.put('matrix_row', tx.newId(), { matrix_id: matrixId, position, ...row, deleted_at: null });
  }
  return added.length;
}

/** The cell where a row and a column meet, made empty when there is none. */
export function cellFor(tx: Tx, rowId: string, columnId: string): MatrixCell {
  const known = cellAt(tx.db, rowId, columnId);
  if (known) return known;
  tx.put('matrix_cell', tx.newId(), {
    row_id: rowId,
    column_id: columnId,
    ...columnsOf({ primary: '', secondary: '', primaryAt: 0, secondaryAt: 0 }),
    updated_at: tx.now,
  });
  const made = cellAt(tx.db, rowId, columnId);
  if (!made) throw new Error('The cell just written is not there.');
  return made;
}

/** Sets one side of a cell; `conflict` as `notes.editPassage`. */
export function writeCell(
  tx: Tx,
  cell: MatrixCell,
  { side, text, base }: { side: Side; text: string; base?: string | undefined },
): void {
  checkBase(cell[side], text, base);
  if (cell[side] === text) return;
  tx.patch('matrix_cell', cell.id, { ...columnsOf(editSide(cell, side, text, tx.now)), updated_at: tx.now });
}
