// Calls of the notes room.
import { confirmSides, editSide } from '#shared/bilingual.ts';
import { AppError } from '#shared/errors.ts';
import type { notes, Passage } from '#shared/notes.ts';
import type { Place } from '#shared/values.ts';
import { inShort } from '../annotations/index.ts';
import type { Handlers, Reader } from '../kinds.ts';
import { findPassage, linkId, listNotes, noteById, noteOfPaper, passagesOf, toNote } from './sql.ts';
import { addPassage, columnsOf, linkPassage, placeAfter } from './write.ts';

/** The passage, or `not_found`. */
function getPassage(db: Reader, id: string): Passage {
  const passage = findPassage(db, id);
  if (!passage) throw new AppError('not_found', 'There is no such passage.');
  return passage;
}

function about(db: Reader, passage: Passage): { subject: string; place: Place } {
  const note = noteById(db, passage.noteId);
  return {
    subject: inShort(passage.primary || passage.secondary),
    place: { passageId: passage.id, ...(note?.paper_id ? { paperId: note.paper_id } : {}) },
  };
}

export const notesCalls: Handlers<typeof notes> = {
  list: ({ db }, { surveyId }) => listNotes(db, surveyId),
  ofPaper: ({ db }, { paperId }) => {
    const row = noteOfPaper(db, paperId);
    return row ? toNote(db, row) : null;
  },
  addPassage: (tx, input) => {
    tx.step('passage.add', { subject: inShort(input.primary || input.secondary), place: { paperId: input.paperId } });
    return getPassage(tx.db, addPassage(tx, input));
  },
  editPassage: (tx, { id, side, text }) => {
    const passage = getPassage(tx.db, id);
    tx.step('passage.edit', { ...about(tx.db, passage), joins: `passage:${id}:${side}` });
    if (passage[side] !== text) {
      tx.patch('passage', id, { ...columnsOf(editSide(passage, side, text, tx.now)), updated_at: tx.now });
    }
    return getPassage(tx.db, id);
  },
  confirmPassage: (tx, { id }) => {
    const passage = getPassage(tx.db, id);
    tx.step('passage.edit', about(tx.db, passage));
    tx.patch('passage', id, columnsOf(confirmSides(passage)));
    return getPassage(tx.db, id);
  },
  movePassage: (tx, { id, afterId }) => {
    const passage = getPassage(tx.db, id);
    tx.step('passage.move', about(tx.db, passage));
    if (afterId === id) throw new AppError('bad_input', 'afterId: a passage cannot follow itself.');
    const passages = passagesOf(tx.db, passage.noteId);
    const isThere = passages[passages.findIndex((other) => other.id === id) - 1]?.id === (afterId ?? undefined);
    if (!isThere) tx.patch('passage', id, { position: placeAfter(tx, passage.noteId, afterId, id) });
    return getPassage(tx.db, id);
  },
  removePassage: (tx, { id }) => {
    tx.step('passage.remove', about(tx.db, getPassage(tx.db, id)));
    tx.patch('passage', id, { deleted_at: tx.now });
    return {};
  },
  linkPassage: (tx, { id, annotationId }) => {
    tx.step('passage.link', about(tx.db, getPassage(tx.db, id)));
    linkPassage(tx, id, annotationId);
    return getPassage(tx.db, id);
  },
  unlinkPassage: (tx, { id, annotationId }) => {
    tx.step('passage.unlink', about(tx.db, getPassage(tx.db, id)));
    const link = linkId(tx.db, id, annotationId);
    if (link) tx.put('passage_annotation', link, null);
    return getPassage(tx.db, id);
  },
};
