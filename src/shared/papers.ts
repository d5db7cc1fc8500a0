// Papers: the works a survey speaks of. A paper may have no PDF, one, or several versions.
import { z } from 'zod';
import { command, query } from './calls.ts';
import { CslRole, CslVariable } from './csl.ts';
import { PaperFilter } from './paper-filter.ts';
import { Identifier, PaperFile, ReadingStatus } from './paper-values.ts';
import { Id, Nothing, Time } from './values.ts';

export { FileKind, FileState, Identifier, IdentifierScheme, PaperFile, ReadingStatus } from './paper-values.ts';

/** A person as CSL-JSON knows one; `literal` for groups and names that cannot be split. */
export const Author = z.union([
  z.object({
    family: z.string(),
    given: z.string(),
    /** Non-dropping particle: "van" of Vincent van Gogh. */
    particle: z.string().optional(),
    /** "Jr.", "III". */
    suffix: z.string().optional(),
  }),
  z.object({ literal: z.string() }),
]);
export type Author = z.infer<typeof Author>;

/** The fields of a work a user may edit; named as in CSL-JSON 1.0.2 where it has the field. */
export const PaperFields = z.object({
  citekey: z.string(),
  /** CSL type, e.g. `article-journal`, `paper-conference`. */
  type: z.string(),
  title: z.string(),
  titleSecondary: z.string(),
  authors: z.array(Author),
  year: z.int().nullable(),
  /** The date beyond the year, `YYYY-MM` or `YYYY-MM-DD`, '' where only the year is known. Its year is `year`. */
  issued: z.string(),
  container: z.string(),
  volume: z.string(),
  issue: z.string(),
  pages: z.string(),
  publisher: z.string(),
  abstract: z.string().max(100_000),
  /** BCP 47 of the work itself, '' where unknown. */
  language: z.string(),
  doi: z.string().nullable(),
  arxivId: z.string().nullable(),
  url: z.string().nullable(),
  /** All others it has: PMID, ISBN…, a second DOI (of the preprint). */
  identifiers: z.array(Identifier),
  /** CSL variables without a field of their own. */
  more: z.partialRecord(CslVariable, z.string()),
  /** People in other parts than the author's. */
  people: z.partialRecord(CslRole, z.array(Author)),
  status: ReadingStatus,
  /** When reading began and ended; set with the status where they are not given. */
  startedAt: Time.nullable(),
  finishedAt: Time.nullable(),
  /** 0: not judged. */
  stars: z.int().min(0).max(5),
});
export type PaperFields = z.infer<typeof PaperFields>;

/** A paper as lists show it: no more than that, since there may be ten thousand. */
export const PaperItem = PaperFields.pick({
  citekey: true,
  type: true,
  title: true,
  titleSecondary: true,
  authors: true,
  year: true,
  container: true,
  doi: true,
  arxivId: true,
  url: true,
  status: true,
  stars: true,
}).extend({
  id: Id,
  /** The one that opens first. */
  files: z.array(PaperFile),
  /** How many of each it has. */
  findings: z.int(),
  annotations: z.int(),
  passages: z.int(),
  hasAbstract: z.boolean(),
  surveyIds: z.array(Id),
  /** Collections it was put into by hand. */
  collectionIds: z.array(Id),
  tagIds: z.array(Id),
  createdAt: Time,
  updatedAt: Time,
  deletedAt: Time.nullable(),
});
export type PaperItem = z.infer<typeof PaperItem>;

/** What a paper is to another: `paperId` is the preprint, or a translation, of the other; `related` has no direction. */
export const RelationKind = z.enum(['related', 'preprint', 'translation']);
export type RelationKind = z.infer<typeof RelationKind>;

export const Relation = z.object({
  id: Id,
  kind: RelationKind,
  /** True where this paper is the preprint or translation, false where the other is. */
  isSource: z.boolean(),
  paperId: Id,
  title: z.string(),
});
export type Relation = z.infer<typeof Relation>;

export const Paper = PaperFields.extend(PaperItem.omit({ hasAbstract: true }).shape).extend({
  relations: z.array(Relation),
});
export type Paper = z.infer<typeof Paper>;

/** Why two papers may be one work; `value` is what they share, or the likeness in percent. */
export const PairReason = z.object({
  code: z.enum([
    'doi',
    'arxiv',
    'pmid',
    'pmcid',
    'openreview',
    'acl',
    'isbn',
    'url',
    'title',
    'near-title',
    'other-language-title',
    'same-text',
    'authors',
    'year',
    'file-title',
  ]),
  value: z.string(),
});
export type PairReason = z.infer<typeof PairReason>;

/** Two papers that may be one; `score` 0 to 1. */
export const PaperPair = z.object({
  a: PaperItem,
  b: PaperItem,
  score: z.number(),
  reasons: z.array(PairReason),
  /** `import`: seen when a PDF came in. */
  found: z.enum(['import', 'library']),
});
export type PaperPair = z.infer<typeof PaperPair>;

const Ids = z.array(Id).min(1).max(20_000);

export const papers = {
  /**
   * Papers not in the trash: of one survey in its order, of one collection in its order (a smart one's: what fits), or
   * all by title; those alone that fit `filter`. `trashed` lists the trash instead.
   */
  list: query(
    z.object({
      surveyId: Id.optional(),
      collectionId: Id.optional(),
      trashed: z.boolean().optional(),
      filter: PaperFilter.optional(),
    }),
    z.array(PaperItem),
  ),
  get: query(z.object({ id: Id }), Paper),
  create: command(PaperFields.partial().extend({ title: z.string().min(1) }), Paper),
  /** Changes the named fields. `conflict` when an identifier belongs to another paper. */
  update: command(z.object({ id: Id, fields: PaperFields.partial() }), Paper),
  /** The same change to many papers, as one step. */
  updateMany: command(
    z.object({
      ids: Ids,
      fields: PaperFields.pick({
        type: true,
        container: true,
        publisher: true,
        year: true,
        language: true,
        status: true,
        stars: true,
      }).partial(),
    }),
    Nothing,
  ),
  /** Makes the citekeys anew by the pattern of the settings; says how many changed. */
  rekey: command(z.object({ ids: Ids }), z.object({ changed: z.int() })),
  /** Moves it to the trash; its files, annotations and notes stay with it. */
  remove: command(z.object({ id: Id }), Nothing),
  removeMany: command(z.object({ ids: Ids }), Nothing),
  restore: command(z.object({ id: Id }), Paper),
  /** Says that it was opened to be read; no step of the history. */
  opened: command(z.object({ id: Id }), Nothing),
  /** The papers opened last, the latest first. */
  recent: query(z.object({}), z.array(z.object({ paperId: Id, at: Time }))),
  relate: command(z.object({ id: Id, otherId: Id, kind: RelationKind }), Paper),
  unrelate: command(z.object({ relationId: Id }), Nothing),
  /** Pairs that may be one work, the surest first; those refused are never among them. Asks no network. */
  duplicates: query(z.object({}), z.array(PaperPair)),
  /** Says that two papers are two works: they are not proposed again. */
  setDistinct: command(z.object({ ids: z.tuple([Id, Id]) }), Nothing),
  /**
   * Makes two papers one: `id` stays, and all that hangs on `otherId` follows; its fields fill those that are empty.
   * One step, so that one undo brings both back.
   */
  merge: command(z.object({ id: Id, otherId: Id }), Paper),
};
