// What stands on weak feet: evidence both ways, evidence of one paper only, none at all, and results nobody took up.
import { Palette, PALETTE_KEY } from '#shared/annotations.ts';
import type { Finding } from '#shared/findings.ts';
import type { Reader } from '../kinds.ts';
import { listFindings } from './sql.ts';

export type Gaps = { contradicted: string[]; onePaper: string[]; withoutEvidence: string[]; loose: string[] };

/** What a colour or a tag is called whose marks are results. */
const RESULT = /\b(?:results?|findings?)\b|结果|结论|发现/iu;

/** Gaps of a survey's findings and papers, or of the library's. */
export function findGaps(db: Reader, surveyId: string | undefined): Gaps {
  const findings = listFindings(db, { surveyId });
  const ids = (holds: (finding: Finding) => boolean): string[] => findings.filter(holds).map(({ id }) => id);
  return {
    contradicted: ids(({ evidence }) => {
      const stances = new Set(evidence.map(({ stance }) => stance));
      return stances.has('supports') && stances.has('contradicts');
    }),
    onePaper: ids(({ evidence }) => new Set(evidence.map(({ paperId, sha256 }) => paperId ?? sha256)).size === 1),
    withoutEvidence: ids(({ evidence }) => evidence.length === 0),
    loose: looseResults(db, surveyId),
  };
}

/** Marks in a colour that means a result, or tagged as one, that are evidence for no live finding; in reading order. */
function looseResults(db: Reader, surveyId: string | undefined): string[] {
  const rows = db.all<{ id: string }>(
    `SELECT annotation.id FROM annotation
     WHERE annotation.deleted_at IS NULL AND kind NOT IN ('ink', 'note', 'text')
       AND (color IN (SELECT value FROM json_each(?)) OR annotation.id IN (
         SELECT target_id FROM tagging WHERE kind = 'annotation' AND tag_id IN (SELECT value FROM json_each(?))))
       AND NOT EXISTS (SELECT 1 FROM evidence JOIN finding ON finding.id = finding_id
         WHERE annotation_id = annotation.id AND finding.deleted_at IS NULL)
       AND file_id IN (SELECT file_id FROM paper_file JOIN paper ON paper.id = paper_id WHERE paper.deleted_at IS NULL
         ${surveyId ? `AND paper_id IN (SELECT entity_id FROM survey_block WHERE kind IN ('paper', 'reference') AND survey_id = ?)` : ''})
     ORDER BY file_id, sort_key, annotation.id`,
    JSON.stringify(resultColors(db)),
    JSON.stringify(resultTags(db)),
    ...(surveyId ? [surveyId] : []),
  );
  return rows.map(({ id }) => id);
}

/** Colours the user says mean a result. */
function resultColors(db: Reader): string[] {
  const row = db.get<{ value: string }>('SELECT value FROM setting WHERE key = ?', PALETTE_KEY);
  const palette = Palette.safeParse(row && JSON.parse(row.value)).data ?? [];
  return palette.filter(({ primary, secondary }) => RESULT.test(`${primary} ${secondary}`)).map(({ color }) => color);
}

const resultTags = (db: Reader): string[] =>
  db
    .all<{ id: string; name: string }>('SELECT id, name FROM tag WHERE deleted_at IS NULL')
    .filter(({ name }) => RESULT.test(name))
    .map(({ id }) => id);
