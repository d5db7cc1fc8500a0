// Looks for the findings of surveys in PDFs they were not looked for in yet, and keeps what it finds as offers. Runs by
// itself whenever a file and a finding come together; safe to repeat, and to be cut off.
import type { Offer, Suggestion } from '#shared/findings.ts';
import { TEXT_MODEL_VERSION } from '#shared/text/model.ts';
import type { Reader, Services, Work } from '../../kinds.ts';
import { settled } from '../decide.ts';
import { getFinding } from '../sql.ts';
import { dress } from './dress.ts';
import { findIn } from './index.ts';
import { overlaps, type Found } from './search.ts';

/** A passage that only says much the same is offered unasked from this score on. */
const OFFERED_FROM = 0.4;
/** So many passages a finding and file. */
const MOST = 3;

type Pair = { finding_id: string; sha256: string; title: string };

/** Findings read from surveys, without evidence in a readable file of their paper that they were not looked for in. */
const PENDING = `
  SELECT finding.id AS finding_id, file.sha256, paper.title FROM finding
  JOIN paper ON paper.id = finding.paper_id JOIN paper_file ON paper_file.paper_id = paper.id
  JOIN file ON file.id = paper_file.file_id
  WHERE finding.survey_id IS NOT NULL AND finding.deleted_at IS NULL AND paper.deleted_at IS NULL
    AND file.state = 'ready'
    AND NOT EXISTS (SELECT 1 FROM evidence_offer WHERE evidence_offer.finding_id = finding.id
      AND evidence_offer.sha256 = file.sha256 AND text_model_version = ${TEXT_MODEL_VERSION})
    AND NOT EXISTS (SELECT 1 FROM evidence JOIN annotation ON annotation.id = annotation_id
      WHERE evidence.finding_id = finding.id AND annotation.file_id = file.id AND annotation.deleted_at IS NULL)`;

/** Is there anything to look for? */
export const isPending = (db: Reader): boolean => db.get(`${PENDING} LIMIT 1`) !== undefined;

/** The job behind `findings.look`. */
export async function look(work: Work): Promise<{ findings: number; offers: number }> {
  const pairs = work.db.all<Pair>(`${PENDING} ORDER BY paper.id, file.id, finding.position`);
  let offers = 0;
  for (const [index, { finding_id, sha256, title }] of pairs.entries()) {
    work.signal.throwIfAborted();
    work.progress(index, pairs.length, title);
    const finding = getFinding(work.db, finding_id);
    const found = (await findIn(work, finding, [{ sha256, title }], MOST)).filter(
      ({ kind, score }) => kind !== 'ranked' || score >= OFFERED_FROM,
    );
    if (found.length > 0) offers += 1;
    keep(work, finding_id, sha256, found);
  }
  work.progress(pairs.length, pairs.length, '');
  return { findings: pairs.length, offers };
}

function keep(work: Work, findingId: string, sha256: string, found: readonly Found[]): void {
  work.write((tx) => {
    // It may have been taken back with its survey while it was looked for.
    if (!tx.row('finding', findingId)) return;
    tx.outside.run(
      `INSERT INTO evidence_offer VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (finding_id, sha256) DO UPDATE SET
         found = excluded.found, text_model_version = excluded.text_model_version, looked_at = excluded.looked_at`,
      findingId,
      sha256,
      JSON.stringify(found),
      TEXT_MODEL_VERSION,
      tx.now,
    );
    tx.outside.changed('evidence_offer', findingId);
  });
}

type OfferRow = { finding_id: string; paper_id: string; sha256: string; found: string };

/** What waits for the user's word: offers neither taken nor turned down. */
export function listOffers(core: Services, paperId: string | undefined): Offer[] {
  const rows = core.db.all<OfferRow>(
    `SELECT finding_id, paper_id, sha256, found FROM evidence_offer JOIN finding ON finding.id = finding_id
     WHERE found <> '[]' AND text_model_version = ? AND finding.deleted_at IS NULL
       AND paper_id IN (SELECT id FROM paper WHERE deleted_at IS NULL)
       AND sha256 IN (SELECT sha256 FROM file JOIN paper_file ON file_id = file.id WHERE paper_id = finding.paper_id)
       ${paperId ? 'AND paper_id = ?' : ''} ORDER BY paper_id, finding.position, finding_id`,
    TEXT_MODEL_VERSION,
    ...(paperId ? [paperId] : []),
  );
  const offers = new Map<string, Offer>();
  for (const { finding_id: findingId, paper_id, sha256, found } of rows) {
    const known = settled(core.db, findingId).filter((one) => one.sha256 === sha256);
    // Who has evidence in a file asks for more of the kind: only a quote is still worth a word.
    const hasEvidence = known.some(({ isEvidence }) => isEvidence);
    const suggestions: Suggestion[] = (JSON.parse(found) as Found[])
      .filter(({ kind }) => kind !== 'ranked' || !hasEvidence)
      .filter(({ ranges }) => !known.some((one) => overlaps(one.ranges, ranges)))
      .flatMap((one) => dress(core, one) ?? []);
    if (suggestions.length === 0) continue;
    const offer = offers.get(findingId);
    if (offer) offer.suggestions.push(...suggestions);
    else offers.set(findingId, { findingId, paperId: paper_id, suggestions });
  }
  return [...offers.values()];
}
