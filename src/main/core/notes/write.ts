// Writes passages. Other rooms (survey import, samples) add passages through here.
import { editSide, type Sides } from '#shared/bilingual.ts';
import { AppError } from '#shared/errors.ts';
import type { Passage } from '#shared/notes.ts';
import { requireAnnotation } from '../annotations/index.ts';
import type { Row, Tx } from '../kinds.ts';
import { findPassage, linkId, noteOfPaper, passagesOf } from './sql.ts';

/** A passage to be added. `afterId` null: at the start; undefined: at the end. */
export type NewPassage = {
  paperId: string;
  primary: string;
  secondary: string;
  afterId?: string | null | undefined;
  surveyId?: string | null;
  annotationIds?: string[];
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

/** The note of a paper, made when there is none. */
function noteFor(tx: Tx, paperId: string): string {
  const known = noteOfPaper(tx.db, paperId);
  if (known) return known.id;
  if (!tx.row('paper', paperId)) throw new AppError('not_found', 'There is no such paper.');
  const id = tx.newId();
  tx.put('note', id, { paper_id: paperId, survey_id: null, created_at: tx.now });
  return id;
}

/** A position after `afterId`, halfway to the next. `not_found` when that passage is not in the note. */
export function positionAfter(passages: readonly Placed[], afterId: string | null | undefined): number {
  if (afterId === undefined) return (passages.at(-1)?.position ?? 0) + 1;
  const index = afterId === null ? -1 : passages.findIndex((passage) => passage.id === afterId);
  if (afterId !== null && index < 0) throw new AppError('not_found', 'afterId: that passage is not in this note.');
  const before = passages[index]?.position;
  const after = passages[index + 1]?.position;
  if (after === undefined) return (before ?? 0) + 1;
  return ((before ?? after - 2) + after) / 2;
}

type Placed = Pick<Passage, 'id' | 'position'>;

/**
 * As {@link positionAfter}, among the note's passages but `exceptId`. After some fifty halvings in one place no number
 * is left between two neighbours: then the note is numbered anew, 1, 2, 3, in the same step.
 */
export function placeAfter(tx: Tx, noteId: string, afterId: string | null | undefined, exceptId?: string): number {
  const others = passagesOf(tx.db, noteId).filter(({ id }) => id !== exceptId);
  const position = positionAfter(others, afterId);
  if (others.every((other) => other.position !== position)) return position;
  const renumbered = others.map(({ id }, index) => ({ id, position: index + 1 }));
  for (const passage of renumbered) tx.patch('passage', passage.id, { position: passage.position });
  return positionAfter(renumbered, afterId);
}

/** Adds a passage to a paper's note. The caller names the step. */
export function addPassage(tx: Tx, input: NewPassage): string {
  const noteId = noteFor(tx, input.paperId);
  const id = tx.newId();
  tx.put('passage', id, {
    note_id: noteId,
    survey_id: input.surveyId ?? null,
    position: placeAfter(tx, noteId, input.afterId),
    ...columnsOf(writtenAt(tx.now, input.primary, input.secondary)),
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
