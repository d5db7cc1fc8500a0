// Calls of the findings room.
import { confirmSides, editSide } from '#shared/bilingual.ts';
import { AppError } from '#shared/errors.ts';
import type { Finding, findings } from '#shared/findings.ts';
import type { Place } from '#shared/values.ts';
import { createAnnotation, inShort, linkEvidence } from '../annotations/index.ts';
import type { Handlers, Tx } from '../kinds.ts';
import { columnsOf } from '../notes/index.ts';
import { getFinding, listFindings } from './sql.ts';
import { accept, dismiss, takeBack } from './decide.ts';
import { findGaps } from './gaps.ts';
import { suggest, suggestInLibrary } from './suggest/index.ts';
import { listOffers, look } from './suggest/look.ts';
import { checkBase, createFinding } from './write.ts';

/** How a step about a finding shows, and where it leads. */
const about = (finding: Finding): { subject: string; place: Place } => ({
  subject: inShort(finding.primary || finding.secondary),
  place: {
    findingId: finding.id,
    ...(finding.paperId ? { paperId: finding.paperId } : {}),
    ...(finding.surveyId ? { surveyId: finding.surveyId } : {}),
  },
});

/** The finding a piece of evidence belongs to. `not_found` for the evidence. */
function findingOf(tx: Tx, evidenceId: string): Finding {
  const row = tx.row('evidence', evidenceId);
  if (!row) throw new AppError('not_found', 'There is no such evidence.');
  return getFinding(tx.db, String(row.finding_id));
}

export const findingsCalls: Handlers<typeof findings> = {
  list: ({ db }, filter) => listFindings(db, filter),
  get: ({ db }, { id }) => getFinding(db, id),
  create: (tx, { annotationId, mark, stance, ...input }) => {
    const place = input.paperId ? { paperId: input.paperId } : {};
    tx.step('finding.create', { subject: inShort(input.primary || input.secondary), place });
    const id = createFinding(tx, input);
    if (annotationId) linkEvidence(tx, id, annotationId, stance);
    if (mark) createAnnotation(tx, { ...mark, finding: { id, stance } });
    return getFinding(tx.db, id);
  },
  edit: (tx, { id, side, text, base }) => {
    const finding = getFinding(tx.db, id);
    checkBase(finding[side], text, base);
    tx.step('finding.edit', { ...about(finding), joins: `finding:${id}:${side}` });
    if (finding[side] !== text) {
      tx.patch('finding', id, { ...columnsOf(editSide(finding, side, text, tx.now)), updated_at: tx.now });
    }
    return getFinding(tx.db, id);
  },
  setConfidence: (tx, { id, confidence }) => {
    tx.step('finding.edit', about(getFinding(tx.db, id)));
    tx.patch('finding', id, { confidence, updated_at: tx.now });
    return getFinding(tx.db, id);
  },
  confirm: (tx, { id }) => {
    const finding = getFinding(tx.db, id);
    tx.step('finding.edit', about(finding));
    tx.patch('finding', id, columnsOf(confirmSides(finding)));
    return getFinding(tx.db, id);
  },
  remove: (tx, { id }) => {
    tx.step('finding.remove', about(getFinding(tx.db, id)));
    tx.patch('finding', id, { deleted_at: tx.now });
    return {};
  },
  restore: (tx, { id }) => {
    tx.step('finding.restore', about(getFinding(tx.db, id)));
    tx.patch('finding', id, { deleted_at: null });
    return getFinding(tx.db, id);
  },
  link: (tx, { findingId, annotationId, stance }) => {
    tx.step('evidence.link', about(getFinding(tx.db, findingId)));
    linkEvidence(tx, findingId, annotationId, stance);
    return getFinding(tx.db, findingId);
  },
  setStance: (tx, { evidenceId, stance }) => {
    const finding = findingOf(tx, evidenceId);
    tx.step('evidence.edit', about(finding));
    tx.patch('evidence', evidenceId, { stance });
    return getFinding(tx.db, finding.id);
  },
  comment: (tx, { evidenceId, comment }) => {
    const finding = findingOf(tx, evidenceId);
    tx.step('evidence.edit', { ...about(finding), joins: `evidence:${evidenceId}` });
    tx.patch('evidence', evidenceId, { comment });
    return getFinding(tx.db, finding.id);
  },
  unlink: (tx, { evidenceId }) => {
    const finding = findingOf(tx, evidenceId);
    tx.step('evidence.unlink', about(finding));
    tx.put('evidence', evidenceId, null);
    return getFinding(tx.db, finding.id);
  },
  accept: (tx, { findingId, stance, ...passage }) => {
    const finding = getFinding(tx.db, findingId);
    const { place, subject } = about(finding);
    tx.step('evidence.accept', { subject, place: { ...place, sha256: passage.sha256 } });
    accept(tx, findingId, passage, stance);
    return getFinding(tx.db, findingId);
  },
  dismiss: (tx, { findingId, sha256, ranges, isBack }) => {
    tx.step('evidence.dismiss', about(getFinding(tx.db, findingId)));
    (isBack ? takeBack : dismiss)(tx, findingId, sha256, ranges);
    return {};
  },
  suggest: (core, { findingId, limit }) => suggest(core, findingId, limit),
  suggestInLibrary: (work, { findingId, limit }) => suggestInLibrary(work, findingId, limit),
  offers: (core, { paperId }) => listOffers(core, paperId),
  look,
  gaps: ({ db }, { surveyId }) => findGaps(db, surveyId),
};
