// Notes: a paper's (or survey's) aligned passages, each in two languages, each linkable to annotations.
import { z } from 'zod';
import { command, query } from './calls.ts';
import { Bilingual, Id, Nothing, Side, Time } from './values.ts';

export const Passage = Bilingual.extend({
  id: Id,
  noteId: Id,
  /** Fractional order within the note. */
  position: z.number(),
  annotationIds: z.array(Id),
  /** The survey this passage was read from, if any. */
  surveyId: Id.nullable(),
  createdAt: Time,
  updatedAt: Time,
});
export type Passage = z.infer<typeof Passage>;

export const Note = z.object({
  id: Id,
  paperId: Id.nullable(),
  surveyId: Id.nullable(),
  passages: z.array(Passage),
});
export type Note = z.infer<typeof Note>;

export const notes = {
  /** Every note that has passages. */
  list: query(z.object({ surveyId: Id.optional() }), z.array(Note)),
  /** The note of a paper; null while nothing is written. */
  ofPaper: query(z.object({ paperId: Id }), Note.nullable()),
  /** Adds a passage after `afterId` (null: at the start; absent: at the end), making the note if needed. */
  addPassage: command(
    z.object({
      paperId: Id,
      afterId: Id.nullable().optional(),
      primary: z.string().default(''),
      secondary: z.string().default(''),
      annotationIds: z.array(Id).default([]),
    }),
    Passage,
  ),
  /** Sets one side. Keystrokes on the same side within ten seconds of each other are one undo step. */
  editPassage: command(z.object({ id: Id, side: Side, text: z.string().max(200_000) }), Passage),
  /** Says that the side marked stale is still right. */
  confirmPassage: command(z.object({ id: Id }), Passage),
  movePassage: command(z.object({ id: Id, afterId: Id.nullable() }), Passage),
  removePassage: command(z.object({ id: Id }), Nothing),
  linkPassage: command(z.object({ id: Id, annotationId: Id }), Passage),
  unlinkPassage: command(z.object({ id: Id, annotationId: Id }), Passage),
};
