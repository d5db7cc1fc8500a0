// Writes findings. Survey import makes its findings through here.
import type { Confidence } from '#shared/findings.ts';
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
  confidence?: Confidence | null;
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
    confidence: input.confidence ?? null,
    created_at: tx.now,
    updated_at: tx.now,
    deleted_at: null,
  });
  return id;
}

/** The side as it is to be written; `conflict` where it no longer says what its writer began from. */
export function checkBase(current: string, text: string, base: string | undefined): void {
  if (base === undefined || current === base || current === text) return;
  throw new AppError('conflict', 'This was changed in another window while you were writing. Nothing was lost.', {
    current,
  });
}
