// Calls of the notes room.
import { confirmSides } from '#shared/bilingual.ts';
import { AppError } from '#shared/errors.ts';
import type { Note, notes, Passage } from '#shared/notes.ts';
import type { Place } from '#shared/values.ts';
import { createAnnotation, inShort } from '../annotations/index.ts';
import type { Handlers, Reader, Tx } from '../kinds.ts';
import { addImage } from './images.ts';
import { joinWithNext, splitPassage } from './split.ts';
import {
  findPassage,
  linkId,
  listFree,
  listNotes,
  noteById,
  noteOfPaper,
  noteOfSurvey,
  passagesOf,
  toNote,
  trashedPassages,
  type NoteRow,
} from './sql.ts';
import { changedSince, versionsOf } from './versions.ts';
import { addPassage, columnsOf, createNote, linkPassage, noteFor, placeAfter, writeSide, type Owner } from './write.ts';

/** The passage, or `not_found`. */
function getPassage(db: Reader, id: string): Passage {
  const passage = findPassage(db, id);
  if (!passage) throw new AppError('not_found', 'There is no such passage.');
  return passage;
}

function getNote(db: Reader, id: string): Note {
  const row = noteById(db, id);
  const note = row && toNote(db, row);
  if (!note) throw new AppError('not_found', 'There is no such note.');
  return note;
}

/** Where a note is shown. */
function placeOfNote(row: NoteRow | undefined): Place {
  if (row?.paper_id) return { paperId: row.paper_id };
  if (row?.survey_id) return { surveyId: row.survey_id, noteId: row.id };
  return row ? { noteId: row.id } : {};
}

function about(db: Reader, passage: Passage): { subject: string; place: Place } {
  return {
    subject: inShort(passage.primary || passage.secondary),
    place: { passageId: passage.id, ...placeOfNote(noteById(db, passage.noteId)) },
  };
}

const aboutNote = (note: Note): { subject: string; place: Place } => ({
  subject: inShort(note.title || note.titleSecondary),
  place: { noteId: note.id },
});

/** A note with a title of its own, or `bad_input`. */
function getFree(db: Reader, id: string): Note {
  const note = getNote(db, id);
  if (note.paperId ?? note.surveyId) {
    throw new AppError('bad_input', 'id: this is the note of a paper or a survey; it is named by that.');
  }
  return note;
}

const ownerOf = (input: {
  paperId?: string | undefined;
  surveyId?: string | undefined;
  noteId?: string | undefined;
}): Owner => ({
  paperId: input.paperId,
  ownSurveyId: input.surveyId,
  noteId: input.noteId,
});

/** The place of an owner's note before it may exist. */
const placeOfOwner = ({ paperId, ownSurveyId, noteId }: Owner): Place => ({
  ...(paperId ? { paperId } : {}),
  ...(ownSurveyId ? { surveyId: ownSurveyId } : {}),
  ...(noteId ? { noteId } : {}),
});

function movePassage(tx: Tx, passage: Passage, afterId: string | null | undefined, noteId: string): void {
  const { id } = passage;
  if (afterId === id) throw new AppError('bad_input', 'afterId: a passage cannot follow itself.');
  const passages = passagesOf(tx.db, noteId);
  const at = passages.findIndex((other) => other.id === id);
  const isThere =
    at >= 0 && (afterId === undefined ? at === passages.length - 1 : (passages[at - 1]?.id ?? null) === afterId);
  if (!isThere) tx.patch('passage', id, { note_id: noteId, position: placeAfter(tx, noteId, afterId, id) });
}

export const notesCalls: Handlers<typeof notes> = {
  list: ({ db }, { surveyId }) => listNotes(db, surveyId),
  get: ({ db }, { id }) => getNote(db, id),
  ofPaper: ({ db }, { paperId }) => {
    const row = noteOfPaper(db, paperId);
    return row ? toNote(db, row) : null;
  },
  ofSurvey: ({ db }, { surveyId }) => {
    const row = noteOfSurvey(db, surveyId);
    return row ? toNote(db, row) : null;
  },
  free: ({ db }, { trashed = false }) => listFree(db, trashed),
  create: (tx, input) => {
    tx.step('note.create', { subject: inShort(input.title || input.titleSecondary) });
    return getNote(tx.db, createNote(tx, { paperId: null, surveyId: null, ...input }));
  },
  rename: (tx, { id, side, text }) => {
    tx.step('note.rename', { ...aboutNote(getFree(tx.db, id)), joins: `note:${id}:${side}` });
    tx.patch('note', id, { [side === 'primary' ? 'title' : 'title_secondary']: text });
    return getNote(tx.db, id);
  },
  remove: (tx, { id }) => {
    tx.step('note.remove', { subject: aboutNote(getFree(tx.db, id)).subject, place: {} });
    tx.patch('note', id, { deleted_at: tx.now });
    return {};
  },
  restore: (tx, { id }) => {
    tx.step('note.restore', aboutNote(getFree(tx.db, id)));
    tx.patch('note', id, { deleted_at: null });
    return getNote(tx.db, id);
  },
  addPassage: (tx, { mark, ...input }) => {
    const owner = ownerOf(input);
    tx.step('passage.add', { subject: inShort(input.primary || input.secondary), place: placeOfOwner(owner) });
    const marked = mark ? [createAnnotation(tx, mark)] : [];
    const { primary, secondary, afterId, spot } = input;
    const annotationIds = [...marked, ...input.annotationIds];
    return getPassage(tx.db, addPassage(tx, { ...owner, primary, secondary, afterId, spot, annotationIds }));
  },
  addPassages: (tx, { passages, afterId, ...input }) => {
    const owner = ownerOf(input);
    const [first] = passages;
    tx.step('passage.add', { subject: inShort(first?.primary || first?.secondary || ''), place: placeOfOwner(owner) });
    let after = afterId;
    return passages.map(({ primary, secondary }) => {
      const id = addPassage(tx, { ...owner, primary, secondary, afterId: after });
      if (after !== undefined) after = id;
      return getPassage(tx.db, id);
    });
  },
  editPassage: (tx, { id, side, text, base }) => {
    const passage = getPassage(tx.db, id);
    tx.step('passage.edit', { ...about(tx.db, passage), joins: `passage:${id}:${side}` });
    writeSide(tx, passage, { side, text, base });
    return getPassage(tx.db, id);
  },
  draftPassage: (tx, { id, side, text, by }) => {
    const passage = getPassage(tx.db, id);
    tx.step('passage.draft', about(tx.db, passage));
    if (passage[side].trim()) {
      throw new AppError('conflict', 'side: there are words on this side already; a draft does not replace them.');
    }
    writeSide(tx, passage, { side, text });
    tx.patch('passage', id, { [`${side}_by`]: by });
    return getPassage(tx.db, id);
  },
  confirmPassage: (tx, { id }) => {
    const passage = getPassage(tx.db, id);
    tx.step('passage.edit', about(tx.db, passage));
    tx.patch('passage', id, { ...columnsOf(confirmSides(passage)), primary_by: '', secondary_by: '' });
    return getPassage(tx.db, id);
  },
  movePassage: (tx, { id, afterId, ...to }) => {
    const passage = getPassage(tx.db, id);
    tx.step('passage.move', about(tx.db, passage));
    const owner = ownerOf(to);
    const isElsewhere = owner.paperId ?? owner.ownSurveyId ?? owner.noteId;
    movePassage(tx, passage, afterId, isElsewhere ? noteFor(tx, owner) : passage.noteId);
    return getPassage(tx.db, id);
  },
  splitPassage: (tx, { id, ...split }) => {
    const passage = getPassage(tx.db, id);
    tx.step('passage.split', about(tx.db, passage));
    const second = splitPassage(tx, passage, split);
    return { first: getPassage(tx.db, id), second: getPassage(tx.db, second) };
  },
  joinPassages: (tx, { id }) => {
    const passage = getPassage(tx.db, id);
    tx.step('passage.join', about(tx.db, passage));
    joinWithNext(tx, passage);
    return getPassage(tx.db, id);
  },
  placePassage: (tx, { id, spot }) => {
    tx.step('passage.move', about(tx.db, getPassage(tx.db, id)));
    tx.patch('passage', id, { spot: spot ? JSON.stringify(spot) : null });
    return getPassage(tx.db, id);
  },
  removePassage: (tx, { id }) => {
    tx.step('passage.remove', about(tx.db, getPassage(tx.db, id)));
    tx.patch('passage', id, { deleted_at: tx.now });
    return {};
  },
  restorePassage: (tx, { id }) => {
    const row = tx.row('passage', id);
    const place = placeOfNote(noteById(tx.db, String(row?.note_id)));
    tx.step('passage.restore', { place: { ...place, passageId: id } });
    tx.patch('passage', id, { deleted_at: null });
    return getPassage(tx.db, id);
  },
  trashedPassages: ({ db }) =>
    trashedPassages(db).map((passage) => {
      const note = noteById(db, passage.noteId);
      return {
        ...passage,
        paperId: note?.paper_id ?? null,
        ownSurveyId: note?.survey_id ?? null,
        noteTitle: note?.title || note?.title_secondary || '',
      };
    }),
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
  versions: ({ db }, { id, side }) => versionsOf(db, 'passage', id, side, getPassage(db, id)[side]),
  changedSince: ({ db }, { id }) => changedSince(db, getPassage(db, id)),
  addImage: (tx, { source }) => addImage(tx, source),
};
