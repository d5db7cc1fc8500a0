// Reads findings with their evidence.
import type { Stance } from '#shared/annotations.ts';
import { staleSide } from '#shared/bilingual.ts';
import { AppError } from '#shared/errors.ts';
import type { Confidence, Evidence, Finding, FindingPlace } from '#shared/findings.ts';
import type { Section } from '#shared/surveys.ts';
import type { Reader } from '../kinds.ts';
import { sidesOf } from '../notes/index.ts';

type FindingRow = {
  id: string;
  paper_id: string | null;
  survey_id: string | null;
  context: string;
  position: number;
  confidence: Confidence | null;
  primary_text: string;
  secondary_text: string;
  primary_at: number;
  secondary_at: number;
  created_at: number;
  updated_at: number;
  deleted_at: number | null;
};
type EvidenceRow = {
  id: string;
  finding_id: string;
  annotation_id: string;
  stance: Stance;
  comment: string;
  quote: string;
  color: string;
  paper_id: string | null;
  sha256: string;
  page: number;
  page_label: string;
};

const EVIDENCE = `
  SELECT evidence.id, finding_id, evidence.annotation_id, stance, evidence.comment, anchor.quote, annotation.color,
    anchor.sha256, json_extract(anchor.ranges, '$[0].page') AS page, anchor.page_label,
    (SELECT paper_id FROM paper_file JOIN paper ON paper.id = paper_id
      WHERE file_id = annotation.file_id AND paper.deleted_at IS NULL ORDER BY paper_file.id LIMIT 1) AS paper_id
  FROM evidence JOIN annotation ON annotation.id = evidence.annotation_id JOIN anchor ON anchor.id = annotation.anchor_id
  WHERE annotation.deleted_at IS NULL AND finding_id IN (SELECT value FROM json_each(?)) ORDER BY evidence.id`;

const toEvidence = (row: EvidenceRow): Evidence => ({
  id: row.id,
  findingId: row.finding_id,
  annotationId: row.annotation_id,
  stance: row.stance,
  comment: row.comment,
  quote: row.quote,
  color: row.color,
  paperId: row.paper_id,
  sha256: row.sha256,
  page: row.page,
  pageLabel: row.page_label,
});

type PlaceRow = { entity_id: string; survey_id: string; line: number };

/** Where live surveys state these findings (a JSON list of ids), by finding. */
function placesOf(db: Reader, ids: string): Map<string, FindingPlace[]> {
  const rows = db.all<PlaceRow>(
    `SELECT entity_id, survey_id, line FROM survey_block JOIN survey ON survey.id = survey_id
     WHERE kind = 'finding' AND deleted_at IS NULL AND entity_id IN (SELECT value FROM json_each(?))
     ORDER BY survey_id, line`,
    ids,
  );
  const sections = new Map<string, Section[]>();
  const headingOf = ({ survey_id, line }: PlaceRow): string => {
    let known = sections.get(survey_id);
    if (!known) {
      const row = db.get<{ sections: string }>('SELECT sections FROM survey WHERE id = ?', survey_id);
      sections.set(survey_id, (known = JSON.parse(row?.sections ?? '[]') as Section[]));
    }
    return known.findLast((section) => section.line <= line)?.title ?? '';
  };
  const places = new Map<string, FindingPlace[]>();
  for (const row of rows) {
    const place = { surveyId: row.survey_id, line: row.line, section: headingOf(row) };
    const list = places.get(row.entity_id);
    // A finding over two languages is two stretches: its place is where it begins.
    if (!list) places.set(row.entity_id, [place]);
    else if (list.at(-1)?.surveyId !== row.survey_id) list.push(place);
  }
  return places;
}

function toFindings(db: Reader, rows: FindingRow[]): Finding[] {
  const ids = JSON.stringify(rows.map((row) => row.id));
  const evidence = Map.groupBy(db.all<EvidenceRow>(EVIDENCE, ids), (row) => row.finding_id);
  const places = placesOf(db, ids);
  return rows.map((row) => {
    const sides = sidesOf(row);
    return {
      id: row.id,
      paperId: row.paper_id,
      surveyId: row.survey_id,
      context: row.context,
      position: row.position,
      confidence: row.confidence,
      places: places.get(row.id) ?? [],
      ...sides,
      stale: staleSide(sides),
      evidence: (evidence.get(row.id) ?? []).map(toEvidence),
      createdAt: row.created_at,
      updatedAt: row.updated_at,
      deletedAt: row.deleted_at,
    };
  });
}

export type FindingFilter = {
  paperId?: string | undefined;
  surveyId?: string | undefined;
  trashed?: boolean | undefined;
};

/**
 * Findings in order; a survey's are those read from it and those of the papers it names. Those of a paper in the trash
 * are left out, except where that paper is asked for.
 */
export function listFindings(db: Reader, { paperId, surveyId, trashed }: FindingFilter): Finding[] {
  const where = [`deleted_at IS ${trashed ? 'NOT ' : ''}NULL`];
  const values: string[] = [];
  if (paperId) {
    where.push('paper_id = ?');
    values.push(paperId);
  }
  if (!paperId && !trashed)
    where.push('(paper_id IS NULL OR paper_id IN (SELECT id FROM paper WHERE deleted_at IS NULL))');
  if (surveyId) {
    where.push(
      `(survey_id = ? OR paper_id IN
        (SELECT entity_id FROM survey_block WHERE survey_id = ? AND kind IN ('paper', 'reference', 'mention')))`,
    );
    values.push(surveyId, surveyId);
  }
  const sql = `SELECT * FROM finding WHERE ${where.join(' AND ')} ORDER BY survey_id IS NULL, survey_id, position, id`;
  return toFindings(db, db.all<FindingRow>(sql, ...values));
}

/** One finding, in the trash or not. */
export const findFinding = (db: Reader, id: string): Finding | undefined =>
  toFindings(db, db.all<FindingRow>('SELECT * FROM finding WHERE id = ?', id))[0];

/** The finding, or `not_found`. */
export function getFinding(db: Reader, id: string): Finding {
  const finding = findFinding(db, id);
  if (!finding) throw new AppError('not_found', 'There is no such finding.');
  return finding;
}

/** Position behind the last finding of a paper (or of those of no paper). */
export const nextPosition = (db: Reader, paperId: string | null): number =>
  (db.get<{ last: number | null }>('SELECT max(position) AS last FROM finding WHERE paper_id IS ?', paperId)?.last ??
    0) + 1;
