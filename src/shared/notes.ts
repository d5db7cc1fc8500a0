// Notes: aligned passages on a paper, on a survey or on nothing in particular, each in two languages, each linkable to
// annotations, or standing in the margin of a page. Images in them are fetched from `/image/<sha256>`.
import { z } from 'zod';
import { AnnotationColor, AnnotationKind, PageRange } from './annotations.ts';
import { command, query } from './calls.ts';
import { Source } from './files.ts';
import { Bilingual, Id, Nothing, Sha256, Side, Time } from './values.ts';

/** A place on a page without a highlight: the scratch margin. `x`, `y` are points in PDF user space. */
export const Spot = z.object({ sha256: Sha256, page: z.int().min(1), x: z.number(), y: z.number() });
export type Spot = z.infer<typeof Spot>;

/** Who drafted each side that nobody has edited since: a provider's name; '' where the words are the user's. */
export const DraftedBy = z.object({ primary: z.string(), secondary: z.string() });
export type DraftedBy = z.infer<typeof DraftedBy>;

export const Passage = Bilingual.extend({
  id: Id,
  noteId: Id,
  /** Fractional order within the note. */
  position: z.number(),
  annotationIds: z.array(Id),
  spot: Spot.nullable(),
  draftedBy: DraftedBy,
  /** The survey this passage was read from, if any. */
  surveyId: Id.nullable(),
  createdAt: Time,
  updatedAt: Time,
  deletedAt: Time.nullable(),
});
export type Passage = z.infer<typeof Passage>;

/** A note of a paper (`paperId`), of a survey (`surveyId`), or free (neither), which alone has a title of its own. */
export const Note = z.object({
  id: Id,
  paperId: Id.nullable(),
  surveyId: Id.nullable(),
  title: z.string(),
  titleSecondary: z.string(),
  passages: z.array(Passage),
  createdAt: Time,
  deletedAt: Time.nullable(),
});
export type Note = z.infer<typeof Note>;

/** Where a passage belongs: exactly one of the three. The note of a paper or survey is made when it is first needed. */
const OWNER = { paperId: Id.optional(), surveyId: Id.optional(), noteId: Id.optional() };
const hasOneOwner = (input: { paperId?: unknown; surveyId?: unknown; noteId?: unknown }): boolean =>
  [input.paperId, input.surveyId, input.noteId].filter((id) => id !== undefined).length === 1;
const ONE_OWNER = 'Name one of paperId, surveyId and noteId.';

/** One side's text; the limit is in UTF-16 units. */
const SideText = z.string().max(200_000);

/** An image of the library: PNG, JPEG, GIF or WebP; sizes in pixels. Markdown names it `glossa:image/<sha256>`. */
export const NoteImage = z.object({ sha256: Sha256, type: z.string(), width: z.int(), height: z.int() });
export type NoteImage = z.infer<typeof NoteImage>;

/** A former version of one side, as history has it. */
export const SideVersion = z.object({ text: z.string(), at: Time });
export type SideVersion = z.infer<typeof SideVersion>;

export const notes = {
  /** Every note that has passages: a survey's papers' and its own, or all. */
  list: query(z.object({ surveyId: Id.optional() }), z.array(Note)),
  get: query(z.object({ id: Id }), Note),
  /** The note of a paper; null while nothing is written. */
  ofPaper: query(z.object({ paperId: Id }), Note.nullable()),
  /** The survey's own note; null while nothing is written. */
  ofSurvey: query(z.object({ surveyId: Id }), Note.nullable()),
  /** The notes on nothing in particular, the newest first. */
  free: query(z.object({ trashed: z.boolean().optional() }), z.array(Note)),
  /** Makes a free note. */
  create: command(
    z.object({ title: z.string().max(500).default(''), titleSecondary: z.string().max(500).default('') }),
    Note,
  ),
  /** Sets a free note's title in one language. */
  rename: command(z.object({ id: Id, side: Side, text: z.string().max(500) }), Note),
  /** Moves a free note to the trash. */
  remove: command(z.object({ id: Id }), Nothing),
  restore: command(z.object({ id: Id }), Note),
  /**
   * Adds a passage after `afterId` (null: at the start; absent: at the end), making the note if needed. With `mark` the
   * given words are highlighted and linked in the same step; with `spot` it stands in the margin there.
   */
  addPassage: command(
    z
      .object({
        ...OWNER,
        afterId: Id.nullable().optional(),
        primary: SideText.default(''),
        secondary: SideText.default(''),
        annotationIds: z.array(Id).default([]),
        spot: Spot.optional(),
        mark: z
          .object({
            sha256: Sha256,
            ranges: z.array(PageRange).min(1).max(200),
            kind: AnnotationKind.default('highlight'),
            color: AnnotationColor.default('yellow'),
          })
          .optional(),
      })
      .refine(hasOneOwner, ONE_OWNER),
    Passage,
  ),
  /** Adds several at once, as pasted, in one step. */
  addPassages: command(
    z
      .object({
        ...OWNER,
        afterId: Id.nullable().optional(),
        passages: z
          .array(z.object({ primary: SideText, secondary: SideText }))
          .min(1)
          .max(500),
      })
      .refine(hasOneOwner, ONE_OWNER),
    z.array(Passage),
  ),
  /**
   * Sets one side. Keystrokes on the same side within ten seconds of each other are one undo step. With `base`, the text
   * the caller wrote over: `conflict` (details: `stored`) when the side holds something else meanwhile.
   */
  editPassage: command(z.object({ id: Id, side: Side, text: SideText, base: SideText.optional() }), Passage),
  /** Puts a provider's draft on a side that is empty, marked as `by`'s until it is edited. `conflict` where words stand. */
  draftPassage: command(z.object({ id: Id, side: Side, text: SideText, by: z.string().min(1).max(200) }), Passage),
  /** Says that the side marked stale is still right, and that a draft is now one's own. */
  confirmPassage: command(z.object({ id: Id }), Passage),
  /** Moves it within its note, or with an owner to the note of another. */
  movePassage: command(
    z
      .object({ id: Id, afterId: Id.nullable().optional(), ...OWNER })
      .refine((input) => hasOneOwner(input) || !(input.paperId ?? input.surveyId ?? input.noteId), ONE_OWNER),
    Passage,
  ),
  /**
   * Splits a passage at UTF-16 offset `at` of `side`; the other side at `otherAt`, or where its sentences correspond.
   * The second part is a new passage after the first. `bad_input` outside the text.
   */
  splitPassage: command(
    z.object({ id: Id, side: Side, at: z.int().min(0), otherAt: z.int().min(0).optional() }),
    z.object({ first: Passage, second: Passage }),
  ),
  /** Joins a passage with the one after it, both sides, links and all; `conflict` when there is none after it. */
  joinPassages: command(z.object({ id: Id }), Passage),
  /** Moves a passage's place in the margin, or takes it off the page (null). */
  placePassage: command(z.object({ id: Id, spot: Spot.nullable() }), Passage),
  removePassage: command(z.object({ id: Id }), Nothing),
  restorePassage: command(z.object({ id: Id }), Passage),
  /** Passages in the trash, the newest first, with the note each came from. */
  trashedPassages: query(
    z.object({}),
    z.array(Passage.extend({ paperId: Id.nullable(), ownSurveyId: Id.nullable(), noteTitle: z.string() })),
  ),
  linkPassage: command(z.object({ id: Id, annotationId: Id }), Passage),
  unlinkPassage: command(z.object({ id: Id, annotationId: Id }), Passage),
  /** Earlier versions of a side, the newest first; at most 100. */
  versions: query(z.object({ id: Id, side: Side }), z.array(SideVersion)),
  /** What changed on `side` since the other, stale side was last right: its text then and now. Null when none is stale. */
  changedSince: query(
    z.object({ id: Id }),
    z.object({ side: Side, before: z.string(), after: z.string(), since: Time }).nullable(),
  ),
  /** Takes an image into the library. `refused` when it is no PNG, JPEG, GIF or WebP, or too large. */
  addImage: command(z.object({ source: Source }), NoteImage),
};
