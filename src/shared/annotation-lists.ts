// Lists of annotations: which ones, in what groups, how much of each. Made for tens of thousands.
import { z } from 'zod';
import { Annotation, Anchor, AnnotationColor, AnnotationKind, Shape } from './annotation.ts';
import { query } from './calls.ts';
import { Id, RectSchema, Sha256, Time } from './values.ts';

/** Which annotations; all that is given must hold. */
export const AnnotationFilter = z.object({
  sha256: Sha256.optional(),
  paperId: Id.optional(),
  surveyId: Id.optional(),
  trashed: z.boolean().optional(),
  /** Any of these. */
  kinds: z.array(AnnotationKind).optional(),
  colors: z.array(AnnotationColor).optional(),
  /** Any of these tags. */
  tagIds: z.array(Id).optional(),
  /** Any of these; '' is the user. */
  authors: z.array(z.string()).optional(),
  /** With (or without) a finding it is evidence for. */
  hasFinding: z.boolean().optional(),
  hasComment: z.boolean().optional(),
  /** All of these words, in any order, in quote or comments; case, width, ligatures do not matter. */
  words: z.string().max(500).optional(),
});
export type AnnotationFilter = z.infer<typeof AnnotationFilter>;

export const AnnotationGroup = z.enum(['none', 'paper', 'section', 'color', 'kind', 'tag']);
export type AnnotationGroup = z.infer<typeof AnnotationGroup>;

/** An annotation as a list shows it. */
export const AnnotationLine = Annotation.pick({
  id: true,
  paperId: true,
  sha256: true,
  kind: true,
  color: true,
  commentPrimary: true,
  commentSecondary: true,
  author: true,
  evidence: true,
  passageIds: true,
  updatedAt: true,
}).extend({
  /** At most 600 characters. */
  quote: z.string(),
  page: z.int().min(1),
  pageLabel: z.string(),
  /** How it came to its present place, and how alike its words are. */
  how: Anchor.shape.how,
  score: z.number(),
  /** A shape's bounds, for its picture. */
  rect: RectSchema.nullable(),
});
export type AnnotationLine = z.infer<typeof AnnotationLine>;

/** What the page shows of an annotation. */
export const PageMark = Annotation.pick({ id: true, kind: true, color: true, passageIds: true }).extend({
  ranges: Anchor.shape.ranges,
  shape: Shape.nullable(),
  /** Free text: what is written. Else ''. */
  text: z.string(),
  hasComment: z.boolean(),
  findingIds: z.array(Id),
});
export type PageMark = z.infer<typeof PageMark>;

/** What a comment, colour and kind were before. */
export const FormerAnnotation = Annotation.pick({
  kind: true,
  color: true,
  commentPrimary: true,
  commentSecondary: true,
}).extend({ at: Time });
export type FormerAnnotation = z.infer<typeof FormerAnnotation>;

const Counted = <T extends z.ZodType>(of: T) => z.array(z.object({ value: of, count: z.int() }));

/** What a list can be filtered by, the most frequent first. */
export const annotationFacets = z.object({
  total: z.int(),
  colors: Counted(AnnotationColor),
  kinds: Counted(AnnotationKind),
  authors: Counted(z.string()),
  withFinding: z.int(),
  withComment: z.int(),
});

export const listCalls = {
  /**
   * A stretch of a list in reading order (columns respected; papers by title), grouped as asked. `total` and `groups`
   * are of the whole list; with `tag` an annotation stands under each of its tags. A group's key is the colour, the
   * kind, a paper's or tag's id, or a section's words; '' for what belongs to none.
   */
  lines: query(
    AnnotationFilter.extend({
      group: AnnotationGroup.default('none'),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
    z.object({
      total: z.int(),
      groups: z.array(z.object({ key: z.string(), label: z.string(), count: z.int() })),
      lines: z.array(AnnotationLine),
    }),
  ),
  /** The ids of a whole list, in the order of `lines`. */
  ids: query(AnnotationFilter.extend({ group: AnnotationGroup.default('none') }), z.array(Id)),
  /** What there is to filter by. */
  facets: query(
    AnnotationFilter.pick({ sha256: true, paperId: true, surveyId: true, trashed: true }),
    annotationFacets,
  ),
  /**
   * What to draw on these pages of a file (1-based, both included). A mark that has moved on to another file of its
   * paper is shown here where it was last in this one.
   */
  onPages: query(
    z.object({ sha256: Sha256, from: z.int().min(1), to: z.int().min(1) }).refine(({ from, to }) => from <= to),
    z.array(PageMark),
  ),
  /** All its anchors, the present one first. */
  anchors: query(z.object({ id: Id }), z.array(Anchor.extend({ createdAt: Time }))),
  /** The live quotes of a Markdown text, each with the words its mark has now ('' where it is gone). */
  quotes: query(
    z.object({ text: z.string().max(2_000_000) }),
    z.array(
      z.object({
        annotationId: Id,
        words: z.string(),
        marked: z.string(),
        state: z.enum(['same', 'kept', 'marked', 'reworded', 'both', 'gone']),
      }),
    ),
  ),
  /** What its comments, colour and kind were, the latest first; the present state is not among them. */
  versions: query(z.object({ id: Id }), z.array(FormerAnnotation)),
};
