// The term base: terms with their forms in the library's two languages, and where they are used.
import { z } from 'zod';
import { command, query } from './calls.ts';
import { Source } from './files.ts';
import { Id, Nothing, Place, Side, Time } from './values.ts';

/** `admitted` may be used beside the preferred form; `deprecated` is to be replaced by it. */
export const AliasStatus = z.enum(['admitted', 'deprecated']);
export type AliasStatus = z.infer<typeof AliasStatus>;

const Form = z.string().trim().max(300);

export const Alias = z.object({ side: Side, text: Form.min(1), status: AliasStatus });
export type Alias = z.infer<typeof Alias>;

/** A term. `primary` and `secondary` are its preferred forms; '' while one is not known yet. */
export const Term = z.object({
  id: Id,
  primary: z.string(),
  secondary: z.string(),
  aliases: z.array(Alias),
  note: z.string(),
  createdAt: Time,
  updatedAt: Time,
  deletedAt: Time.nullable(),
});
export type Term = z.infer<typeof Term>;

const Fields = {
  primary: Form.default(''),
  secondary: Form.default(''),
  aliases: z.array(Alias).max(100).default([]),
  note: z.string().max(20_000).default(''),
};

/** One use of a term. `side` is the language of `form`; the words around it are of the same text. */
export const TermUse = z.object({
  kind: z.enum(['paper', 'passage', 'finding', 'survey']),
  place: Place,
  /** Title of the paper or survey it stands in; '' for none. */
  title: z.string(),
  /** Printed page label; '' outside papers. */
  pageLabel: z.string(),
  side: Side,
  form: z.string(),
  before: z.string(),
  match: z.string(),
  after: z.string(),
});
export type TermUse = z.infer<typeof TermUse>;

/** A two-language text whose one side has the term and whose other side renders it in no accepted way. */
export const TermIssue = z.object({
  termId: Id,
  kind: z.enum(['passage', 'finding']),
  place: Place,
  title: z.string(),
  /** `missing`: no form of the term on `side`; `deprecated`: a form there that is to be replaced. */
  problem: z.enum(['missing', 'deprecated']),
  /** The side to mend. */
  side: Side,
  /** What stands on the other side, or the deprecated form. */
  form: z.string(),
  /** The preferred form of `side`. */
  preferred: z.string(),
  primary: z.string(),
  secondary: z.string(),
});
export type TermIssue = z.infer<typeof TermIssue>;

/** What an import did, or a preview would do. Lines are 1-based, of the file. */
export const TermImport = z.object({
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  problems: z.array(z.object({ line: z.int().min(1), message: z.string() })),
});
export type TermImport = z.infer<typeof TermImport>;

export const TermFormat = z.enum(['csv', 'tbx']);
export type TermFormat = z.infer<typeof TermFormat>;

export const terms = {
  /** By primary form, those without one by their secondary. */
  list: query(z.object({ trashed: z.boolean().optional() }), z.array(Term)),
  get: query(z.object({ id: Id }), Term),
  /** `bad_input` without a form; `conflict` (with `termId`) where another term has the same preferred form. */
  create: command(z.object(Fields), Term),
  /** Sets the given fields; `aliases` is the whole list. `conflict` as in `create`. */
  edit: command(
    z.object({
      id: Id,
      primary: Form.optional(),
      secondary: Form.optional(),
      aliases: z.array(Alias).max(100).optional(),
      note: z.string().max(20_000).optional(),
    }),
    Term,
  ),
  remove: command(z.object({ id: Id }), Nothing),
  restore: command(z.object({ id: Id }), Term),
  /**
   * Where a term is used. Notes, findings and surveys come with the first answer; papers follow file by file: `next` is
   * passed as `after` for more, null at the end. `searched` of `total` files were looked through so far.
   */
  uses: query(
    z.object({ id: Id, after: z.int().min(0).default(0), paperId: Id.optional() }),
    z.object({ uses: z.array(TermUse), next: z.int().nullable(), searched: z.int(), total: z.int() }),
  ),
  /** Inconsistent renderings, in a survey or the library. */
  issues: query(z.object({ surveyId: Id.optional(), paperId: Id.optional() }), z.array(TermIssue)),
  /** What an import would do; writes nothing and keeps the source usable. CSV or TBX, told apart by content. */
  preview: query(z.object({ source: Source }), TermImport),
  /** Takes terms in, in one step: the same preferred form is the same term, which gains what it lacks. */
  import: command(z.object({ source: Source }), TermImport),
  /** The whole term base as a file's text. CSV begins with a byte order mark, for spreadsheets. */
  export: query(
    z.object({ format: TermFormat }),
    z.object({ fileName: z.string(), mime: z.string(), text: z.string() }),
  ),
};
