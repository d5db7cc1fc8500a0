// Matrices: papers or sections down, the user's own columns across; a cell holds words in two languages and evidence.
import { z } from 'zod';
import { command, query } from './calls.ts';
import { Bilingual, Id, Nothing, Side, Time } from './values.ts';

/** A short name in the library's two languages; either may be empty. */
const NAME = { title: z.string().max(500), titleSecondary: z.string().max(500) };
const NewName = { title: z.string().max(500).default(''), titleSecondary: z.string().max(500).default('') };

export const MatrixColumn = z.object({ id: Id, position: z.number(), ...NAME });
export type MatrixColumn = z.infer<typeof MatrixColumn>;

/** A paper, or a section of the matrix's survey by its title. `title` is what to show. */
export const MatrixRow = z.object({
  id: Id,
  position: z.number(),
  paperId: Id.nullable(),
  section: z.string().nullable(),
  title: z.string(),
  titleSecondary: z.string(),
  /** Of a paper. */
  citekey: z.string(),
  year: z.int().nullable(),
});
export type MatrixRow = z.infer<typeof MatrixRow>;

export const MatrixCell = Bilingual.extend({
  id: Id,
  rowId: Id,
  columnId: Id,
  annotationIds: z.array(Id),
  updatedAt: Time,
});
export type MatrixCell = z.infer<typeof MatrixCell>;

export const MatrixSummary = z.object({
  id: Id,
  surveyId: Id.nullable(),
  ...NAME,
  createdAt: Time,
  updatedAt: Time,
  deletedAt: Time.nullable(),
});
export type MatrixSummary = z.infer<typeof MatrixSummary>;

export const Matrix = MatrixSummary.extend({
  columns: z.array(MatrixColumn),
  rows: z.array(MatrixRow),
  /** Only cells that hold something. */
  cells: z.array(MatrixCell),
});
export type Matrix = z.infer<typeof Matrix>;

/** A cell by where it stands: it is made when it is first written. */
const AT = { rowId: Id, columnId: Id };

export const matrix = {
  list: query(z.object({ surveyId: Id.optional(), trashed: z.boolean().optional() }), z.array(MatrixSummary)),
  get: query(z.object({ id: Id }), Matrix),
  /** Makes a matrix; its rows are the survey's papers or sections, or the given papers, or none. */
  create: command(
    z.object({
      ...NewName,
      surveyId: Id.nullable().default(null),
      rows: z.enum(['papers', 'sections', 'none']).default('papers'),
      paperIds: z.array(Id).max(2000).optional(),
      columns: z.array(z.object(NewName)).max(50).default([]),
    }),
    Matrix,
  ),
  rename: command(z.object({ id: Id, side: Side, text: z.string().max(500) }), MatrixSummary),
  remove: command(z.object({ id: Id }), Nothing),
  restore: command(z.object({ id: Id }), MatrixSummary),
  addColumn: command(z.object({ matrixId: Id, ...NewName, afterId: Id.nullable().optional() }), MatrixColumn),
  renameColumn: command(z.object({ id: Id, side: Side, text: z.string().max(500) }), Nothing),
  moveColumn: command(z.object({ id: Id, afterId: Id.nullable() }), Nothing),
  /** Takes a column away with its cells; undo brings both back. */
  removeColumn: command(z.object({ id: Id }), Nothing),
  /** Adds rows at the end; what is a row already stays one. Answers how many are new. */
  addRows: command(
    z.object({
      matrixId: Id,
      paperIds: z.array(Id).max(2000).default([]),
      sections: z.array(z.string()).max(2000).default([]),
    }),
    z.object({ added: z.int() }),
  ),
  moveRow: command(z.object({ id: Id, afterId: Id.nullable() }), Nothing),
  removeRow: command(z.object({ id: Id }), Nothing),
  /** Sets one side of a cell; `base` as in `notes.editPassage`. */
  editCell: command(
    z.object({ ...AT, side: Side, text: z.string().max(20_000), base: z.string().optional() }),
    MatrixCell,
  ),
  confirmCell: command(z.object(AT), MatrixCell),
  linkCell: command(z.object({ ...AT, annotationId: Id }), MatrixCell),
  unlinkCell: command(z.object({ ...AT, annotationId: Id }), MatrixCell),
  /**
   * The matrix as a text: `side` one language or both. Rows and their order as given (filtered and sorted), else all.
   * Cells of the CSV that a spreadsheet would take for a formula begin with an apostrophe.
   */
  export: query(
    z.object({
      id: Id,
      format: z.enum(['markdown', 'csv', 'html']),
      side: z.enum(['primary', 'secondary', 'both']).default('both'),
      rowIds: z.array(Id).optional(),
    }),
    z.object({ fileName: z.string(), type: z.string(), text: z.string() }),
  ),
};
