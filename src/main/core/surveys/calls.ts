// Calls of the surveys room.
import { AppError } from '#shared/errors.ts';
import type { Survey, surveys, SurveySummary } from '#shared/surveys.ts';
import type { Handlers, Reader } from '../kinds.ts';
import { findPaper } from '../papers/index.ts';
import { withReference } from './add-reference.ts';
import { editSurvey, importSurvey, previewSurvey, requireStored, setText } from './import.ts';
import { linkFile, pullFile, pushFile, surveyFile, unlinkFile } from './link.ts';
import { lintSurvey } from './lint.ts';
import { parseSurvey } from './parse/survey.ts';
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
  preview: (core, { source, ...choice }) => previewSurvey(core, source, choice),
  import: (tx, { source, ...choice }) => importSurvey(tx, source, choice),
  edit: (tx, { id, revision, text }) => editSurvey(tx, id, revision, text),
  addReference: (tx, { id, paperId }) => {
    const stored = requireStored(tx, id);
    const paper = findPaper(tx.db, paperId);
    if (!paper) throw new AppError('not_found', 'There is no such paper.');
    tx.step('survey.reference', { subject: paper.title, place: { surveyId: id } });
    const { text } = stored.composed;
    return setText(tx, stored, withReference(text, parseSurvey(text, tx.library), paper));
  },
  addFinding: (tx, { id, findingId }) => {
    const stored = requireStored(tx, id);
    const finding = tx.row('finding', findingId);
    if (!finding) throw new AppError('not_found', 'There is no such finding.');
    const { blocks } = stored;
    if (!blocks.some(({ kind, entityId }) => kind === 'paper' && entityId === finding['paper_id']))
      throw new AppError('conflict', 'The survey’s text does not speak of the finding’s paper.', {
        reason: 'survey-no-place',
      });
    tx.step('survey.edit', { subject: stored.title, place: { surveyId: id, findingId } });
    tx.patch('finding', findingId, { survey_id: id });
    return getSurvey(tx.db, id);
  },
  lint: (core, { id }) => lintSurvey(core, id),
  file: (core, { id }) => surveyFile(core, id),
  link: (tx, { id, source }) => {
    linkFile(tx, id, source);
    return {};
  },
  unlink: (tx, { id }) => {
    unlinkFile(tx, id);
    return {};
  },
  pull: (tx, { id, revision, seen, text }) => pullFile(tx, id, revision, seen, text),
  push: (tx, { id, revision, seen }) => {
    pushFile(tx, id, revision, seen);
    return {};
  },
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
