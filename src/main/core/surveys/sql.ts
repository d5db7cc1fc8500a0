// Reads surveys, their blocks, and the texts a new import may already find in the library.
import type { Survey, SurveySummary } from '#shared/surveys.ts';
import type { Reader } from '../kinds.ts';
import { readStored, revisionOf, storedBytes } from './stored.ts';

type SurveyRow = {
  id: string;
  title: string;
  file_name: string;
  papers: number;
  findings: number;
  created_at: number;
  updated_at: number;
  deleted_at: number | null;
};
const COUNTS = `
    (SELECT count(DISTINCT paper.id) FROM survey_block JOIN paper ON paper.id = entity_id
      WHERE survey_id = survey.id AND kind IN ('paper', 'reference', 'mention') AND paper.deleted_at IS NULL) AS papers,
    (SELECT count(DISTINCT finding.id) FROM survey_block JOIN finding ON finding.id = entity_id
      WHERE survey_block.survey_id = survey.id AND kind = 'finding' AND finding.deleted_at IS NULL) AS findings`;
const SUMMARY = `SELECT id, title, file_name, created_at, updated_at, deleted_at, ${COUNTS} FROM survey`;

const toSummary = (row: SurveyRow): SurveySummary => ({
  id: row.id,
  title: row.title,
  fileName: row.file_name,
  papers: row.papers,
  findings: row.findings,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  deletedAt: row.deleted_at,
});

/** Surveys by title, or those in the trash. Without their texts. */
export const listSurveys = (db: Reader, trashed = false): SurveySummary[] =>
  db
    .all<SurveyRow>(`${SUMMARY} WHERE deleted_at IS ${trashed ? 'NOT ' : ''}NULL ORDER BY title COLLATE NOCASE, id`)
    .map(toSummary);

export const findSummary = (db: Reader, id: string): SurveySummary | undefined =>
  db.all<SurveyRow>(`${SUMMARY} WHERE id = ?`, id).map(toSummary)[0];

/** One survey with its text as it is now, in the trash or not. */
export function findSurvey(db: Reader, id: string): Survey | undefined {
  const summary = findSummary(db, id);
  const stored = readStored(db, id);
  if (!summary || !stored) return undefined;
  const { text, blocks } = stored.composed;
  return {
    ...summary,
    text,
    revision: revisionOf(text),
    encoding: stored.encoding,
    sections: stored.sections,
    blocks: blocks.map(({ side: _side, base: _base, ...block }) => block),
  };
}

/** The survey that came from these bytes, now or before; one in the trash only where no other did. */
export const surveyOfBytes = (db: Reader, sha256: string): { id: string; trashed: boolean } | undefined => {
  const row = db.get<{ id: string; deleted_at: number | null }>(
    `SELECT survey.id, deleted_at FROM survey_origin JOIN survey ON survey.id = survey_id
     WHERE sha256 = ? ORDER BY deleted_at IS NOT NULL, survey.id LIMIT 1`,
    sha256,
  );
  return row && { id: row.id, trashed: row.deleted_at !== null };
};

/** Hash of the file a survey was last taken in from. */
export const latestOrigin = (db: Reader, id: string): string | undefined =>
  db.get<{ sha256: string }>(
    'SELECT sha256 FROM survey_origin WHERE survey_id = ? ORDER BY at DESC, rowid DESC LIMIT 1',
    id,
  )?.sha256;

/** Whether these bytes are the form of a survey that came last. */
export const isLatestForm = (db: Reader, id: string, sha256: string): boolean => latestOrigin(db, id) === sha256;

/** The survey whose linked file lies at a path. */
export const surveyOfPath = (db: Reader, path: string): string | undefined =>
  db.get<{ id: string }>(
    'SELECT survey.id FROM survey_link JOIN survey ON survey.id = survey_id WHERE path = ? AND deleted_at IS NULL',
    path,
  )?.id;

/** Other surveys a finding or passage is bound in. */
export const surveysHolding = (db: Reader, entityId: string, exceptId: string): string[] =>
  db
    .all<{ id: string }>(
      `SELECT DISTINCT survey_id AS id FROM survey_block JOIN survey ON survey.id = survey_id
       WHERE entity_id = ? AND survey_id <> ? AND deleted_at IS NULL ORDER BY 1`,
      entityId,
      exceptId,
    )
    .map(({ id }) => id);

/** A survey's bytes as it is now, and the name of the file it came in. */
export function surveyBytes(db: Reader, id: string): { fileName: string; bytes: Uint8Array } | undefined {
  const stored = readStored(db, id);
  return stored && { fileName: stored.fileName, bytes: storedBytes(db, stored) };
}

/** Key of a two-language text among a paper's others. */
export const textKey = (primary: string, secondary: string): string =>
  JSON.stringify([primary.trim(), secondary.trim()]);

type TextRow = { id: string; primary_text: string; secondary_text: string };

/** Live findings of a paper by {@link textKey}, oldest first. */
export const findingsByText = (db: Reader, paperId: string): Map<string, string> =>
  byText(
    db.all<TextRow>(
      'SELECT id, primary_text, secondary_text FROM finding WHERE paper_id = ? AND deleted_at IS NULL ORDER BY id',
      paperId,
    ),
  );

/** Live passages of a paper's note by {@link textKey}, oldest first. */
export const passagesByText = (db: Reader, paperId: string): Map<string, string> =>
  byText(
    db.all<TextRow>(
      `SELECT passage.id, primary_text, secondary_text FROM passage JOIN note ON note.id = note_id
       WHERE paper_id = ? AND passage.deleted_at IS NULL ORDER BY passage.id`,
      paperId,
    ),
  );

const byText = (rows: TextRow[]): Map<string, string> =>
  new Map(rows.toReversed().map((row) => [textKey(row.primary_text, row.secondary_text), row.id]));
