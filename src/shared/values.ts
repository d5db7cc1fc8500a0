// Schemas used by more than one room: ids, hashes, rectangles, places, two-language texts.
import { z } from 'zod';

/** Key of a row: uuid v7, so that keys sort by creation. */
export const Id = z.uuid();
export type Id = z.infer<typeof Id>;

/** SHA-256 of a file's bytes, lower-case hex. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Epoch milliseconds. */
export const Time = z.int();

/** Nothing to say, in either direction. */
export const Nothing = z.object({});

/** `[x1, y1, x2, y2]` in PDF user space, points. */
export const RectSchema = z.tuple([z.number(), z.number(), z.number(), z.number()]);

/** Which of the library's two languages. */
export const Side = z.enum(['primary', 'secondary']);
export type Side = z.infer<typeof Side>;

/** A text in the library's two languages; each side has its own edit time. `stale` names the side that lags behind. */
export const Bilingual = z.object({
  primary: z.string(),
  secondary: z.string(),
  primaryAt: Time,
  secondaryAt: Time,
  stale: Side.nullable(),
});
export type Bilingual = z.infer<typeof Bilingual>;

/** Where in the app something is: what a link, an undo step or a search hit leads to. */
export const Place = z.object({
  paperId: Id.optional(),
  surveyId: Id.optional(),
  sha256: Sha256.optional(),
  page: z.int().min(1).optional(),
  annotationId: Id.optional(),
  passageId: Id.optional(),
  findingId: Id.optional(),
  /** A note by itself: a survey's own, or one on nothing in particular. */
  noteId: Id.optional(),
  matrixId: Id.optional(),
  outlineId: Id.optional(),
});
export type Place = z.infer<typeof Place>;
