// Reads surveys, their blocks, and the texts a new import may already find in the library.
import { z } from 'zod';
import { Section, type Survey, type SurveyBlock, type SurveySummary } from '#shared/surveys.ts';
import type { Reader } from '../kinds.ts';

type SurveyRow = {
  id: string;
  title: string;
  file_name: string;
  encoding: string;
  text: string;
  sections: string;
  source_sha256: string;
  papers: number;
  findings: number;
  created_at: number;
  updated_at: number;
  deleted_at: number | null;
};
type BlockRow = {
  id: string;
  kind: SurveyBlock['kind'];
  entity_id: string | null;
  start_at: number;
  end_at: number;
  line: number;
};

const COUNTS = `
    (SELECT count(DISTINCT paper.id) FROM survey_block JOIN paper ON paper.id = entity_id
      WHERE survey_id = survey.id AND kind IN ('paper', 'reference') AND paper.deleted_at IS NULL) AS papers,
    (SELECT count(DISTINCT finding.id) FROM survey_block JOIN finding ON finding.id = entity_id
      WHERE survey_block.survey_id = survey.id AND kind = 'finding' AND finding.deleted_at IS NULL) AS findings`;
const SUMMARY = `SELECT id, title, file_name, created_at, updated_at, deleted_at, ${COUNTS} FROM survey`;

const toSummary = (row: Omit<SurveyRow, 'text' | 'sections' | 'encoding' | 'source_sha256'>): SurveySummary => ({
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

/** One survey with its text and blocks, in the trash or not. */
export function findSurvey(db: Reader, id: string): Survey | undefined {
  const row = db.get<SurveyRow>(`SELECT *, ${COUNTS} FROM survey WHERE id = ?`, id);
  if (!row) return undefined;
  const sections = z.array(Section).parse(JSON.parse(row.sections));
  return { ...toSummary(row), text: row.text, encoding: row.encoding, sections, blocks: blocksOf(db, id) };
}

/** A survey's blocks in the order of its text. */
export const blocksOf = (db: Reader, surveyId: string): SurveyBlock[] =>
  db
    .all<BlockRow>('SELECT * FROM survey_block WHERE survey_id = ? ORDER BY start_at, end_at, id', surveyId)
    .map((row) => ({
      id: row.id,
      kind: row.kind,
      entityId: row.entity_id,
      start: row.start_at,
      end: row.end_at,
      line: row.line,
    }));

/** The survey that came from these bytes; one in the trash only where no other did. */
export const surveyOfBytes = (db: Reader, sha256: string): { id: string; trashed: boolean } | undefined => {
  const row = db.get<{ id: string; deleted_at: number | null }>(
    'SELECT id, deleted_at FROM survey WHERE source_sha256 = ? ORDER BY deleted_at IS NOT NULL, id LIMIT 1',
    sha256,
  );
  return row && { id: row.id, trashed: row.deleted_at !== null };
};

/** The bytes a survey came as, and the name of the file they came in. */
export function surveyBytes(db: Reader, id: string): { fileName: string; bytes: Uint8Array } | undefined {
  const row = db.get<{ file_name: string; bytes: Uint8Array }>(
    'SELECT file_name, bytes FROM survey JOIN survey_source ON sha256 = source_sha256 WHERE survey.id = ?',
    id,
  );
  return row && { fileName: row.file_name, bytes: row.bytes };
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
