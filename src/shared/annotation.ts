// What an annotation is: its kinds, colours, anchors and drawn shapes. The calls about them are in annotations.ts.
import { z } from 'zod';
import { Id, RectSchema, Sha256, Time } from './values.ts';

/** Marks on words. One may be turned into another. */
export const TextKind = z.enum(['highlight', 'underline', 'strikeout', 'squiggly']);
export type TextKind = z.infer<typeof TextKind>;

/** Marks with a shape of their own: a part of the page kept as an image, pen strokes, a sticky note, written text. */
export const ShapeKind = z.enum(['area', 'ink', 'note', 'text']);
export type ShapeKind = z.infer<typeof ShapeKind>;

export const AnnotationKind = z.enum([...TextKind.options, ...ShapeKind.options]);
export type AnnotationKind = z.infer<typeof AnnotationKind>;

/** Is it a mark on words? */
export const isTextKind = (kind: AnnotationKind): kind is TextKind => TextKind.options.some((one) => one === kind);

/** Named colours; their meaning is the user's ({@link Palette}), their shade the theme's. */
export const AnnotationColor = z.enum([
  'yellow',
  'green',
  'blue',
  'red',
  'purple',
  'orange',
  'magenta',
  'grey',
  'teal',
  'lime',
  'brown',
  'indigo',
]);
export type AnnotationColor = z.infer<typeof AnnotationColor>;

/**
 * The user's order of the colours and what each means to them, in the library's two languages ('' where nothing is
 * said). The first ten have the number keys 1 to 9 and 0. Kept as the setting {@link PALETTE_KEY}.
 */
export const Palette = z
  .array(z.object({ color: AnnotationColor, primary: z.string().max(60), secondary: z.string().max(60) }))
  .max(AnnotationColor.options.length);
export type Palette = z.infer<typeof Palette>;
export const PALETTE_KEY = 'marks.palette';

export const Stance = z.enum(['supports', 'contradicts', 'qualifies', 'mentions']);
export type Stance = z.infer<typeof Stance>;

/** A stretch of one page's clean text: 1-based page, half-open UTF-16 offsets into `PageText.text`. */
export const PageRange = z.object({
  page: z.int().min(1),
  start: z.int().min(0),
  end: z.int().min(1),
});
export type PageRange = z.infer<typeof PageRange>;

/** Words a shape stands by, and moves with when the file is replaced. `rect` is theirs, in PDF user space. */
export const NearWords = z.object({
  start: z.int().min(0),
  end: z.int().min(0),
  quote: z.string(),
  rect: RectSchema,
});
export type NearWords = z.infer<typeof NearWords>;

/** A drawn shape on one page. Points of PDF user space, three decimals. */
export const Shape = z.object({
  page: z.int().min(1),
  /** Its bounds. A sticky note's are those of its sign. */
  rect: RectSchema,
  /** Ink: a list of strokes, each x1, y1, x2, y2, … Empty for the other kinds. */
  strokes: z.array(z.array(z.number())),
  /** Ink: thickness of the pen. Free text: size of its letters. Else 0. */
  sizePt: z.number().min(0),
  near: NearWords.nullable(),
});
export type Shape = z.infer<typeof Shape>;

/**
 * How a place was found: `made` by hand, `position` the old offsets hold the same words, `exact` the same words stand
 * elsewhere, `fuzzy` words much like them do, `moved` a shape went along with the words or the figure by it, `picked`
 * by the user from the review queue.
 */
export const Placing = z.enum(['made', 'position', 'exact', 'fuzzy', 'moved', 'picked']);
export type Placing = z.infer<typeof Placing>;

/** The full anchor of one place, never changed once written; a new place is a new anchor. */
export const Anchor = z.object({
  sha256: Sha256,
  /**
   * Where it is, in reading order, with rectangles in PDF user space. A shape has one range: its words inside (or, with
   * start = end, the place in the text it stands at), and its bounds as the only rectangle.
   */
  ranges: z
    .array(
      z.object({
        page: z.int().min(1),
        start: z.int().min(0),
        end: z.int().min(0),
        rects: z.array(RectSchema),
      }),
    )
    .min(1),
  /** Clean text, as copied. Of a shape, the words inside it. */
  quote: z.string(),
  /** As printed: line ends, hyphens, ligatures. */
  rawQuote: z.string(),
  /** At least 32 characters before and after, where the document has them. */
  prefix: z.string(),
  suffix: z.string(),
  pageLabel: z.string(),
  textModelVersion: z.int(),
  /** Null for marks on words. */
  shape: Shape.nullable(),
  how: Placing,
  /** How alike the words are to those first marked, 0 to 1. */
  score: z.number().min(0).max(1),
});
export type Anchor = z.infer<typeof Anchor>;

export const Annotation = z.object({
  id: Id,
  /** The paper the file belongs to; the first, where several share one file. */
  paperId: Id.nullable(),
  sha256: Sha256,
  kind: AnnotationKind,
  color: AnnotationColor,
  /** Markdown. Of free text, what is written on the page. */
  commentPrimary: z.string(),
  commentSecondary: z.string(),
  /** Who made it, where it was adopted from the PDF; '' for the library's own user. */
  author: z.string(),
  anchor: Anchor,
  /** Anchors before the present one, in this file or others. */
  earlierAnchors: z.int(),
  /** `page|offset`, zero-padded: string order is reading order. */
  sortKey: z.string(),
  evidence: z.array(z.object({ id: Id, findingId: Id, stance: Stance })),
  passageIds: z.array(Id),
  createdAt: Time,
  updatedAt: Time,
  deletedAt: Time.nullable(),
});
export type Annotation = z.infer<typeof Annotation>;
