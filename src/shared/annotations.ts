// Annotations: marks on the words and pages of a PDF. Their place is an anchor, computed by the core from the text model.
import { z } from 'zod';
import { Annotation, AnnotationColor, AnnotationKind, PageRange, ShapeKind, Stance, TextKind } from './annotation.ts';
import { listCalls, AnnotationFilter } from './annotation-lists.ts';
import { moveCalls } from './annotation-moves.ts';
import { command, query } from './calls.ts';
import { Id, Nothing, RectSchema, Sha256 } from './values.ts';

export * from './annotation.ts';
export * from './annotation-lists.ts';
export * from './annotation-moves.ts';

const Look = { kind: TextKind.default('highlight'), color: AnnotationColor.default('yellow') };
/** Links the new mark to a finding in the same step. */
const Linked = { finding: z.object({ id: Id, stance: Stance.default('supports') }).optional() };

/** Points of one stroke: x1, y1, x2, y2, … in PDF user space. */
const Stroke = z
  .array(z.number().min(-1e6).max(1e6))
  .min(2)
  .max(20_000)
  .refine((numbers) => numbers.length % 2 === 0, 'a stroke is pairs of numbers');

/** A shape as drawn. `rect` may be left out for ink, whose bounds follow from its strokes. */
export const NewShape = z.object({
  page: z.int().min(1),
  rect: RectSchema.optional(),
  strokes: z.array(Stroke).max(500).default([]),
  sizePt: z.number().min(0).max(200).default(0),
});
export type NewShape = z.input<typeof NewShape>;

/** What several marks can be given at once. */
const Change = {
  kind: AnnotationKind.optional(),
  color: AnnotationColor.optional(),
};
const Many = z.array(Id).min(1).max(20_000);

export const annotations = {
  /** In reading order, whole; of a file, a paper, a survey's papers, or the library. For long lists see `lines`. */
  list: query(AnnotationFilter, z.array(Annotation)),
  get: query(z.object({ id: Id }), Annotation),
  ...listCalls,
  ...moveCalls,
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
  /** Draws a shape on a page. `bad_input` for one without extent or off its page. */
  draw: command(
    z.object({
      sha256: Sha256,
      kind: ShapeKind,
      color: AnnotationColor.default('yellow'),
      shape: NewShape,
      commentPrimary: z.string().default(''),
      ...Linked,
    }),
    Annotation,
  ),
  update: command(
    z.object({
      id: Id,
      ...Change,
      commentPrimary: z.string().optional(),
      commentSecondary: z.string().optional(),
      /** A step of its own, not one with what was typed just before (a former version brought back). */
      isStep: z.boolean().optional(),
    }),
    Annotation,
  ),
  /** One step for all of them. `bad_input` where a shape is to become a mark on words or the reverse. */
  updateMany: command(z.object({ ids: Many, ...Change }), z.object({ changed: z.int() })),
  /** Gives it another place: a new anchor, the old one kept. Ranges for marks on words, a shape for the others. */
  place: command(
    z.object({
      id: Id,
      sha256: Sha256.optional(),
      ranges: z.array(PageRange).min(1).max(200).optional(),
      shape: NewShape.optional(),
    }),
    Annotation,
  ),
  /**
   * Makes one of several marks on the words of one file: all their words, the first's look, the comments one below the
   * other, every finding and passage. The others go to the trash.
   */
  merge: command(z.object({ ids: z.array(Id).min(2).max(200) }), Annotation),
  /** Cuts a mark in two at a place inside it; the second has the look, the findings and the passages of the first. */
  split: command(
    z.object({ id: Id, at: z.object({ page: z.int().min(1), offset: z.int().min(0) }) }),
    z.object({ first: Annotation, second: Annotation }),
  ),
  /** Moves it to the trash; its evidence and note links come back with it. */
  remove: command(z.object({ id: Id }), Nothing),
  removeMany: command(z.object({ ids: Many }), Nothing),
  restore: command(z.object({ id: Id }), Annotation),
  restoreMany: command(z.object({ ids: Many }), Nothing),
};
