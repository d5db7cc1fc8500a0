// Papers: the works a survey speaks of. A paper may have no PDF, one, or several versions.
import { z } from 'zod';
import { command, query } from './calls.ts';
import { Id, Nothing, Sha256, Time } from './values.ts';

/** A person as CSL-JSON knows one; `literal` for groups and names that cannot be split. */
export const Author = z.union([z.object({ family: z.string(), given: z.string() }), z.object({ literal: z.string() })]);
export type Author = z.infer<typeof Author>;

/** State of a PDF in the store. `unread` means kept, but could not be analysed within its limits. */
export const FileState = z.enum(['ready', 'damaged', 'locked', 'unread', 'missing']);
export type FileState = z.infer<typeof FileState>;

export const PaperFile = z.object({
  sha256: Sha256,
  pageCount: z.int(),
  state: FileState,
  /** Which version it is, in the user's words; the file's own name at first. */
  label: z.string(),
});
export type PaperFile = z.infer<typeof PaperFile>;

/** The fields of a work a user may edit; named as in CSL-JSON 1.0.2 where it has the field. */
export const PaperFields = z.object({
  citekey: z.string(),
  /** CSL type, e.g. `article-journal`, `paper-conference`. */
  type: z.string(),
  title: z.string(),
  titleSecondary: z.string(),
  authors: z.array(Author),
  year: z.int().nullable(),
  container: z.string(),
  volume: z.string(),
  issue: z.string(),
  pages: z.string(),
  publisher: z.string(),
  doi: z.string().nullable(),
  arxivId: z.string().nullable(),
  url: z.string().nullable(),
});
export type PaperFields = z.infer<typeof PaperFields>;

export const Paper = PaperFields.extend({
  id: Id,
  files: z.array(PaperFile),
  /** How many of each it has. */
  findings: z.int(),
  annotations: z.int(),
  passages: z.int(),
  surveyIds: z.array(Id),
  createdAt: Time,
  updatedAt: Time,
  deletedAt: Time.nullable(),
});
export type Paper = z.infer<typeof Paper>;

export const papers = {
  /** Papers not in the trash, of one survey in its order or all by title. `trashed` lists the trash instead. */
  list: query(z.object({ surveyId: Id.optional(), trashed: z.boolean().optional() }), z.array(Paper)),
  get: query(z.object({ id: Id }), Paper),
  create: command(PaperFields.partial().extend({ title: z.string().min(1) }), Paper),
  /** Changes the named fields. `conflict` when the DOI or arXiv id belongs to another paper. */
  update: command(z.object({ id: Id, fields: PaperFields.partial() }), Paper),
  /** Moves it to the trash; its files, annotations and notes stay with it. */
  remove: command(z.object({ id: Id }), Nothing),
  restore: command(z.object({ id: Id }), Paper),
};
