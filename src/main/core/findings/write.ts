// Writes findings. Survey import makes its findings through here.
import { AppError } from '#shared/errors.ts';
import type { Tx } from '../kinds.ts';
import { columnsOf, writtenAt } from '../notes/index.ts';
import { nextPosition } from './sql.ts';

export type NewFinding = {
  paperId: string | null;
  surveyId: string | null;
  primary: string;
  secondary: string;
  /** The words that led in to it. */
  context?: string;
};

/** Adds a finding behind its paper's others. The caller names the step. `not_found` for the paper or survey. */
export function createFinding(tx: Tx, input: NewFinding): string {
  if (input.paperId && !tx.row('paper', input.paperId)) throw new AppError('not_found', 'There is no such paper.');
  if (input.surveyId && !tx.row('survey', input.surveyId)) throw new AppError('not_found', 'There is no such survey.');
  const id = tx.newId();
  tx.put('finding', id, {
    paper_id: input.paperId,
    survey_id: input.surveyId,
    context: input.context ?? '',
    position: nextPosition(tx.db, input.paperId),
    ...columnsOf(writtenAt(tx.now, input.primary, input.secondary)),
    created_at: tx.now,
    updated_at: tx.now,
    deleted_at: null,
  });
  return id;
}
