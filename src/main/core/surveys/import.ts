// Takes a survey in: a file that is new, or a later revision of one that is there. A preview makes the same report and
// writes nothing.
import { v7 as newId } from 'uuid';
import { AppError } from '#shared/errors.ts';
import type { Correction, Survey, SurveyImport } from '#shared/surveys.ts';
import type { Services, Tx } from '../kinds.ts';
import { spliceBytes } from './encode.ts';
import { planOf, type Plan } from './plan.ts';
import { readSurveyFile, type SurveyFile } from './read.ts';
import { brought, findRevised } from './recognise.ts';
import { report, reportStored, type Ids } from './report.ts';
import { findSurvey, isLatestForm, surveyOfBytes } from './sql.ts';
import { readStored, revisionOf, storedBytes, type Stored } from './stored.ts';
import { editsTo } from './text-diff.ts';
import { keepBytes, writePlan } from './write.ts';

/** How a file is to be taken in. */
export type Choice = { corrections: readonly Correction[]; as: 'auto' | 'new' };

function planFile(core: Services, file: SurveyFile, { corrections, as }: Choice): Plan {
  const found = as === 'new' ? null : findRevised(core.db, file, file.path);
  if (found === null) return planOf(core, file, corrections, null);
  const { taken, conflicts } = brought(core.db, found.stored, file);
  return planOf(core, { ...taken, fileName: file.fileName }, corrections, { ...found, conflicts });
}

/** What an import of this file would give; nothing is written and the ids are provisional. */
export function previewSurvey(core: Services, source: string, choice: Choice): SurveyImport {
  const file = readSurveyFile(core, source);
  const known = choice.as === 'new' ? undefined : surveyOfBytes(core.db, file.sha256);
  if (known) return reportStored(core, known.id, isLatestForm(core.db, known.id, file.sha256));
  const plan = planFile(core, file, choice);
  const ids: Ids = {
    survey: plan.previous?.stored.id ?? newId(),
    works: plan.works.map((work) => work.existing?.id ?? newId()),
    findings: plan.findings.map((old) => old?.id ?? newId()),
    passages: plan.passages.map((old) => old?.id ?? newId()),
  };
  return report(plan, ids);
}

/** Takes the file in. The very same bytes again give the survey that is there, out of the trash where it was. */
export function importSurvey(tx: Tx, source: string, choice: Choice): SurveyImport {
  const file = readSurveyFile(tx, source);
  const known = choice.as === 'new' ? undefined : surveyOfBytes(tx.db, file.sha256);
  if (known) {
    if (known.trashed) {
      tx.step('survey.restore', { subject: file.fileName, place: { surveyId: known.id } });
      tx.patch('survey', known.id, { deleted_at: null });
    }
    tx.sources.release(source);
    return reportStored(tx, known.id, isLatestForm(tx.db, known.id, file.sha256));
  }
  const plan = planFile(tx, file, choice);
  const id = plan.previous?.stored.id ?? tx.newId();
  tx.step('survey.import', { subject: plan.title, place: { surveyId: id } });
  const ids = writePlan(tx, plan, id);
  keepBytes(tx, file.bytes);
  tx.outside.run('INSERT OR REPLACE INTO survey_origin VALUES (?, ?, ?)', ids.survey, file.sha256, tx.now);
  tx.sources.release(source);
  return report(plan, ids);
}

/** A survey, or `not_found`. */
export function requireStored(core: Pick<Services, 'db'>, id: string): Stored {
  const stored = readStored(core.db, id);
  if (!stored) throw new AppError('not_found', 'There is no such survey.');
  return stored;
}

/** `conflict` when a survey's text is no longer the one the caller began from. */
export function requireRevision(stored: Stored, revision: string): void {
  if (revisionOf(stored.composed.text) !== revision)
    throw new AppError('conflict', 'The survey changed meanwhile. Look at it again.', { reason: 'survey-changed' });
}

/** Sets a survey's text: read again and bound anew. Bytes of lines that stay are kept. The caller names the step. */
export function setText(tx: Tx, stored: Stored, text: string): Survey {
  const wellFormed = text.toWellFormed();
  const edits = editsTo(stored.composed.text, wellFormed);
  if (edits.length > 0) {
    const now = { bytes: storedBytes(tx.db, stored), encoding: stored.encoding };
    const bytes = spliceBytes(now, edits);
    const { encoding, fileName, composed } = stored;
    const next = edits.reduceRight(
      (whole, { start, end, insert }) => whole.slice(0, start) + insert + whole.slice(end),
      composed.text,
    );
    const taken = { text: next, bytes, encoding, fileName, warnings: [] };
    writePlan(tx, planOf(tx, taken, [], { stored, by: 'file', conflicts: 0 }), stored.id);
  }
  const survey = findSurvey(tx.db, stored.id);
  if (!survey) throw new AppError('not_found', 'There is no such survey.');
  return survey;
}

/** Edits the Markdown. Keystrokes within ten seconds of each other are one step. */
export function editSurvey(tx: Tx, id: string, revision: string, text: string): Survey {
  const stored = requireStored(tx, id);
  requireRevision(stored, revision);
  tx.step('survey.edit', { subject: stored.title, place: { surveyId: id }, joins: `survey:${id}` });
  return setText(tx, stored, text);
}
