// Calls of the papers room.
import { AppError } from '#shared/errors.ts';
import type { Paper, papers } from '#shared/papers.ts';
import type { Handlers, Reader } from '../kinds.ts';
import { findPaper, listPapers, listSurveyPapers } from './sql.ts';
import { createPaper, restorePaper, updatePaper } from './write.ts';

/** The paper, or `not_found`. */
export function getPaper(db: Reader, id: string): Paper {
  const paper = findPaper(db, id);
  if (!paper) throw new AppError('not_found', 'There is no such paper.');
  return paper;
}

export const papersCalls: Handlers<typeof papers> = {
  list: ({ db }, { surveyId, trashed }) => (surveyId ? listSurveyPapers(db, surveyId) : listPapers(db, trashed)),
  get: ({ db }, { id }) => getPaper(db, id),
  create: (tx, fields) => {
    tx.step('paper.create', { subject: fields.title });
    return getPaper(tx.db, createPaper(tx, fields));
  },
  update: (tx, { id, fields }) => {
    tx.step('paper.edit', { subject: getPaper(tx.db, id).title, place: { paperId: id } });
    updatePaper(tx, id, fields);
    return getPaper(tx.db, id);
  },
  remove: (tx, { id }) => {
    tx.step('paper.remove', { subject: getPaper(tx.db, id).title, place: { paperId: id } });
    tx.patch('paper', id, { deleted_at: tx.now });
    return {};
  },
  restore: (tx, { id }) => {
    tx.step('paper.restore', { subject: getPaper(tx.db, id).title, place: { paperId: id } });
    restorePaper(tx, id);
    return getPaper(tx.db, id);
  },
};
