// Marks that come from elsewhere: from an earlier version of a paper's file, or out of the PDF itself.
import { z } from 'zod';
import { Anchor, Annotation, AnnotationColor, AnnotationKind } from './annotation.ts';
import { command, job, query } from './calls.ts';
import { Id, Nothing, RectSchema, Sha256, Time } from './values.ts';

/** What became of a paper's annotations when its file was replaced. */
export const ReanchorReport = z.object({
  paperId: Id,
  /** The file they went to. */
  to: Sha256,
  /** Annotations that come from other files of the paper, those carried over before included. */
  total: z.int(),
  /** Those that have their place in it now, `fuzzy` and `moved` included. */
  placed: z.int(),
  /** How many were carried over this time. */
  newly: z.int(),
  /** Placed on words that are not quite the same. */
  fuzzy: z.array(z.object({ id: Id, score: z.number(), quote: z.string(), now: z.string() })),
  /** Shapes that went along with the words or the figure by them. */
  moved: z.array(z.object({ id: Id, with: z.string() })),
  /** Left where they are until the reader decides; `score` of the likeliest place, null where there is none. */
  review: z.array(z.object({ id: Id, quote: z.string(), score: z.number().nullable() })),
  /** The file has another text altogether (a supplement): nothing was moved and nothing is asked. */
  isOther: z.boolean(),
});
export type ReanchorReport = z.infer<typeof ReanchorReport>;

/** A mark the reader has to find a place for. */
export const AnchorReview = z.object({
  id: Id,
  annotation: Annotation,
  /** The file it is to go to. */
  sha256: Sha256,
  /** The likeliest place there; null where nothing is like it. */
  candidate: Anchor.nullable(),
  score: z.number(),
  createdAt: Time,
});
export type AnchorReview = z.infer<typeof AnchorReview>;

/** An annotation the file brings along. */
export const PdfMark = z.object({
  /** Names it within its file. */
  key: z.string(),
  page: z.int().min(1),
  /** What it would become. */
  kind: AnnotationKind,
  color: AnnotationColor,
  author: z.string(),
  contents: z.string(),
  /** The words it marks, '' for a shape. */
  quote: z.string(),
  /** Boxes of its words, or its bounds, in PDF user space. */
  rects: z.array(RectSchema),
  strokes: z.array(z.array(z.number())),
  sizePt: z.number(),
  createdAt: Time.nullable(),
  /** In the order they were written. */
  replies: z.array(z.object({ author: z.string(), contents: z.string(), createdAt: Time.nullable() })),
  /** The annotation made of it, where it was adopted. */
  adoptedId: Id.nullable(),
});
export type PdfMark = z.infer<typeof PdfMark>;

export const moveCalls = {
  /**
   * Carries a paper's annotations over to one of its files: the same position, the same words, words much like them
   * (at least 80 in 100 characters), else the review queue. Every earlier anchor is kept. `isOffered`: the file was
   * just added, and may be another text altogether. `not_found` where the file is not the paper's.
   */
  reanchor: job(z.object({ paperId: Id, to: Sha256, isOffered: z.boolean().optional() }), ReanchorReport),
  /** Marks waiting for a place, in reading order; of a paper or all. */
  reviews: query(z.object({ paperId: Id.optional() }), z.array(AnchorReview)),
  /** Takes the offered place, or leaves the mark where it is for good. To give it another place, use `place`. */
  settle: command(z.object({ id: Id, take: z.enum(['candidate', 'leave']) }), Nothing),
  /** The annotations a file brings along, page by page; the file itself is never changed. */
  inPdf: query(z.object({ sha256: Sha256 }), z.array(PdfMark)),
  /** Makes them one's own to edit, those named or all; what was adopted before is passed over. One step. */
  adopt: command(z.object({ sha256: Sha256, keys: z.array(z.string()).max(20_000).optional() }), z.array(Id)),
};
