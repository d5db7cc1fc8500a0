// Writes passages. Other rooms (survey import, samples) add passages through here.
import { editSide, type Sides } from '#shared/bilingual.ts';
import { AppError } from '#shared/errors.ts';
import type { Passage, Spot } from '#shared/notes.ts';
import { requireAnnotation } from '../annotations/index.ts';
import type { Row, Tx } from '../kinds.ts';
import { findPassage, linkId, noteById, noteOfPaper, noteOfSurvey, passagesOf } from './sql.ts';

/** Whose note: a paper's, a survey's, or a note by its id. One of the three. */
export type Owner = { paperId?: string | undefined; ownSurveyId?: string | undefined; noteId?: string | undefined };

/** A passage to be added. `afterId` null: at the start; undefined: at the end. `surveyId`: the survey it was read from. */
export type NewPassage = Owner & {
  primary: string;
  secondary: string;
  afterId?: string | null | undefined;
  surveyId?: string | null;
  annotationIds?: string[];
  spot?: Spot | undefined;
};

const UNWRITTEN: Sides = { primary: '', secondary: '', primaryAt: 0, secondaryAt: 0 };

/** The columns of a two-language text. */
export const columnsOf = (sides: Sides): Row => ({
  primary_text: sides.primary,
  secondary_text: sides.secondary,
  primary_at: sides.primaryAt,
  secondary_at: sides.secondaryAt,
});

/** Two sides written at one time; a side without words was never written. */
export function writtenAt(now: number, primary: string, secondary: string): Sides {
  const first = primary ? editSide(UNWRITTEN, 'primary', primary, now) : UNWRITTEN;
  return secondary ? editSide(first, 'secondary', secondary, now) : first;
}

/** The note of its owner, made when there is none. `not_found` for an owner that is not there. */
export function noteFor(tx: Tx, { paperId, ownSurveyId, noteId }: Owner): string {
  if (noteId) {
    const note = noteById(tx.db, noteId);
    if (!note || note.deleted_at !== null) throw new AppError('not_found', 'There is no such note.');
    return note.id;
  }
  const known = paperId ? noteOfPaper(tx.db, paperId) : ownSurveyId ? noteOfSurvey(tx.db, ownSurveyId) : undefined;
  if (known) return known.id;
  if (paperId && !tx.row('paper', paperId)) throw new AppError('not_found', 'There is no such paper.');
  if (ownSurveyId && !tx.row('survey', ownSurveyId)) throw new AppError('not_found', 'There is no such survey.');
  return createNote(tx, { paperId: paperId ?? null, surveyId: ownSurveyId ?? null, title: '', titleSecondary: '' });
}

/** Writes a new, empty note. */
export function createNote(
  tx: Tx,
  note: { paperId: string | null; surveyId: string | null; title: string; titleSecondary: string },
): string {
  const id = tx.newId();
  tx.put('note', id, {
    paper_id: note.paperId,
    survey_id: note.surveyId,
    title: note.title,
    title_secondary: note.titleSecondary,
    created_at: tx.now,
    deleted_at: null,
  });
  return id;
}

/** A position after `afterId`, halfway to the next. `not_found` when that passage is not in the note. */
export function positionAfter(passages: readonly Placed[], afterId: string | null | undefined): number {
  if (afterId === undefined) return (passages.at(-1)?.position ?? 0) + 1;
  const index = afterId === null ? -1 : passages.findIndex((passage) => passage.id === afterId);
  if (afterId !== null && index < 0) throw new AppError('not_found', 'afterId: it is not there.');
  const before = passages[index]?.position;
  const after = passages[index + 1]?.position;
  if (after === undefined) return (before ?? 0) + 1;
  return ((before ?? after - 2) + after) / 2;
}

/** What has a place in an order. */
export type Placed = { id: string; position: number };

/**
 * As {@link positionAfter}, among the rows of `table` given in order. After some fifty halvings in one place no number
 * is left between two neighbours: then all are numbered anew, 1, 2, 3, in the same step.
 */
export function placeAmong(
  tx: Tx,
  table: string,
  others: readonly Placed[],
  afterId: string | null | undefined,
): number {
  const position = positionAfter(others, afterId);
  if (others.every((other) => other.position !== position)) return position;
  const renumbered = others.map(({ id }, index) => ({ id, position: index + 1 }));
  for (const { id, position: next } of renumbered) tx.patch(table, id, { position: next });
  return positionAfter(renumbered, afterId);
}

/** A passage's place among the note's passages but `exceptId`. */
export const placeAfter = (tx: Tx, noteId: string, afterId: string | null | undefined, exceptId?: string): number =>
  placeAmong(
    tx,
    'passage',
    passagesOf(tx.db, noteId).filter(({ id }) => id !== exceptId),
    afterId,
  );

/** Adds a passage to a note. The caller names the step. */
export function addPassage(tx: Tx, input: NewPassage): string {
  const noteId = noteFor(tx, input);
  const id = tx.newId();
  tx.put('passage', id, {
    note_id: noteId,
    survey_id: input.surveyId ?? null,
    position: placeAfter(tx, noteId, input.afterId),
    ...columnsOf(writtenAt(tx.now, input.primary, input.secondary)),
    spot: input.spot ? JSON.stringify(input.spot) : null,
    primary_by: '',
    secondary_by: '',
    created_at: tx.now,
    updated_at: tx.now,
    deleted_at: null,
  });
  for (const annotationId of input.annotationIds ?? []) linkPassage(tx, id, annotationId);
  return id;
}

/** Ties a passage to an annotation; nothing happens where the tie is there. `not_found` for either. */
export function linkPassage(tx: Tx, passageId: string, annotationId: string): void {
  if (!findPassage(tx.db, passageId)) throw new AppError('not_found', 'There is no such passage.');
  requireAnnotation(tx, annotationId);
  if (linkId(tx.db, passageId, annotationId)) return;
  tx.put('passage_annotation', tx.newId(), { passage_id: passageId, annotation_id: annotationId });
}

/**
 * Sets one side: the other ages by the rules of two-language texts, and words a provider drafted become the user's own.
 * With `base`, `conflict` when the side holds neither that nor the new text.
 */
export function writeSide(
  tx: Tx,
  passage: Passage,
  { side, text, base }: { side: 'primary' | 'secondary'; text: string; base?: string | undefined },
): void {
  checkBase(passage[side], text, base);
  if (passage[side] === text) return;
  tx.patch('passage', passage.id, {
    ...columnsOf(editSide(passage, side, text, tx.now)),
    [`${side}_by`]: '',
    updated_at: tx.now,
  });
}

/** `conflict` (details: `stored`) when a text was written over something else than is there. */
export function checkBase(stored: string, text: string, base: string | undefined): void {
  if (base === undefined || stored === base || stored === text) return;
  throw new AppError('conflict', 'base: this text was changed elsewhere meanwhile. Compare the two and choose.', {
    stored,
  });
}
