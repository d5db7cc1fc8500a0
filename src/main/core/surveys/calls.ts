// Calls of the surveys room.
import { AppError } from '#shared/errors.ts';
import type { Survey, surveys, SurveySummary } from '#shared/surveys.ts';
import type { Handlers, Reader } from '../kinds.ts';
import { importSurvey, previewSurvey } from './import.ts';
import { findSummary, findSurvey, listSurveys } from './sql.ts';

const none = (): AppError => new AppError('not_found', 'There is no such survey.');

function getSurvey(db: Reader, id: string): Survey {
  const survey = findSurvey(db, id);
  if (!survey) throw none();
  return survey;
}

function getSummary(db: Reader, id: string): SurveySummary {
  const summary = findSummary(db, id);
  if (!summary) throw none();
  return summary;
}

export const surveysCalls: Handlers<typeof surveys> = {
  list: ({ db }, { trashed }) => listSurveys(db, trashed),
  get: ({ db }, { id }) => getSurvey(db, id),
  preview: (core, { source }) => previewSurvey(core, source),
  import: (tx, { source }) => importSurvey(tx, source),
  // What was read from a survey stays in the library with its papers: evidence may hang on it.
  remove: (tx, { id }) => {
    tx.step('survey.remove', { subject: getSummary(tx.db, id).title, place: { surveyId: id } });
    tx.patch('survey', id, { deleted_at: tx.now });
    return {};
  },
  restore: (tx, { id }) => {
    tx.step('survey.restore', { subject: getSummary(tx.db, id).title, place: { surveyId: id } });
    tx.patch('survey', id, { deleted_at: null });
    return getSummary(tx.db, id);
  },
};
