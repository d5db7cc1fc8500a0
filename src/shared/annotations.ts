// Annotations: marks on the words of a PDF. Their place is an anchor, computed by the core from the text model.
import { z } from 'zod';
import { command, query } from './calls.ts';
import { Id, Nothing, RectSchema, Sha256, Time } from './values.ts';

export const AnnotationKind = z.enum(['highlight', 'underline', 'strikeout', 'squiggly']);
export type AnnotationKind = z.infer<typeof AnnotationKind>;

/** Named colours; their meaning is the user's, their shade the theme's. */
export const AnnotationColor = z.enum(['yellow', 'green', 'blue', 'red', 'purple', 'orange', 'magenta', 'grey']);
export type AnnotationColor = z.infer<typeof AnnotationColor>;

export const Stance = z.enum(['supports', 'contradicts', 'qualifies', 'mentions']);
export type Stance = z.infer<typeof Stance>;

/** A stretch of one page's clean text: 1-based page, half-open UTF-16 offsets into `PageText.text`. */
export const PageRange = z.object({
  page: z.int().min(1),
  start: z.int().min(0),
  end: z.int().min(1),
});
export type PageRange = z.infer<typeof PageRange>;

/** The full anchor of one place, never changed once written; a new place is a new anchor. */
export const Anchor = z.object({
  sha256: Sha256,
  ranges: z.array(PageRange.extend({ rects: z.array(RectSchema) })).min(1),
  /** Clean text, as copied. */
  quote: z.string(),
  /** As printed: line ends, hyphens, ligatures. */
  rawQuote: z.string(),
  /** At least 32 characters before and after, where the document has them. */
  prefix: z.string(),
  suffix: z.string(),
  pageLabel: z.string(),
  textModelVersion: z.int(),
});
export type Anchor = z.infer<typeof Anchor>;

export const Annotation = z.object({
  id: Id,
  /** The paper the file belongs to; the first, where several share one file. */
  paperId: Id.nullable(),
  sha256: Sha256,
  kind: AnnotationKind,
  color: AnnotationColor,
  commentPrimary: z.string(),
  commentSecondary: z.string(),
  anchor: Anchor,
  /** `page|offset`, zero-padded: string order is reading order. */
  sortKey: z.string(),
  evidence: z.array(z.object({ id: Id, findingId: Id, stance: Stance })),
  passageIds: z.array(Id),
  createdAt: Time,
  updatedAt: Time,
  deletedAt: Time.nullable(),
});
export type Annotation = z.infer<typeof Annotation>;

const Look = { kind: AnnotationKind.default('highlight'), color: AnnotationColor.default('yellow') };
/** Links the new mark to a finding in the same step. */
const Linked = { finding: z.object({ id: Id, stance: Stance.default('supports') }).optional() };

export const annotations = {
  /** In reading order; of a file, a paper, a survey's papers, or the library. */
  list: query(
    z.object({
      sha256: Sha256.optional(),
      paperId: Id.optional(),
      surveyId: Id.optional(),
      trashed: z.boolean().optional(),
    }),
    z.array(Annotation),
  ),
  get: query(z.object({ id: Id }), Annotation),
  /** Marks the given ranges, in order. `bad_input` when a range is empty or outside its page's text. */
  create: command(
    z.object({ sha256: Sha256, ranges: z.array(PageRange).min(1).max(200), ...Look, ...Linked }),
    Annotation,
  ),
  /** Marks a quote on a page, found as search finds it. `not_found` when the page does not have it. */
  createFromQuote: command(
    z.object({ sha256: Sha256, page: z.int().min(1), quote: z.string().min(1), ...Look, ...Linked }),
    Annotation,
  ),
  update: command(
    z.object({
      id: Id,
      kind: AnnotationKind.optional(),
      color: AnnotationColor.optional(),
      commentPrimary: z.string().optional(),
      commentSecondary: z.string().optional(),
    }),
    Annotation,
  ),
  /** Moves it to the trash; its evidence and note links come back with it. */
  remove: command(z.object({ id: Id }), Nothing),
  restore: command(z.object({ id: Id }), Annotation),
};
