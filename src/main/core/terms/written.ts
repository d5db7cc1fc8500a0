// The two-language texts a user wrote: passages of notes and findings, with the place and title to show them by.
import type { Place } from '#shared/values.ts';
import type { Reader } from '../kinds.ts';

export type Written = {
  kind: 'passage' | 'finding';
  place: Place;
  /** Of the paper or survey; '' for a note on nothing. */
  title: string;
  primary: string;
  secondary: string;
};

type Row = {
  kind: Written['kind'];
  id: string;
  paper_id: string | null;
  survey_id: string | null;
  title: string | null;
  primary_text: string;
  secondary_text: string;
};

const WRITTEN = `
  SELECT 'passage' AS kind, passage.id, note.paper_id, coalesce(note.survey_id, passage.survey_id) AS survey_id,
    coalesce(paper.title, survey.title) AS title, primary_text, secondary_text, 0 AS ord, passage.position
  FROM passage JOIN note ON note.id = note_id LEFT JOIN paper ON paper.id = note.paper_id
    LEFT JOIN survey ON survey.id = note.survey_id
  WHERE passage.deleted_at IS NULL AND paper.deleted_at IS NULL
  UNION ALL
  SELECT 'finding', finding.id, paper_id, survey_id, coalesce(paper.title, survey.title), primary_text, secondary_text, 1,
    finding.position
  FROM finding LEFT JOIN paper ON paper.id = paper_id LEFT JOIN survey ON survey.id = survey_id
  WHERE finding.deleted_at IS NULL AND paper.deleted_at IS NULL`;

/** All of them, or those of a paper, or of a survey and the papers it names. */
export function writtenTexts(
  db: Reader,
  { paperId, surveyId }: { paperId?: string | undefined; surveyId?: string | undefined },
): Written[] {
  const where: string[] = [];
  const values: string[] = [];
  if (paperId) {
    where.push('paper_id = ?');
    values.push(paperId);
  }
  if (surveyId) {
    where.push(
      `(survey_id = ? OR paper_id IN
        (SELECT entity_id FROM survey_block WHERE survey_id = ? AND kind IN ('paper', 'reference')))`,
    );
    values.push(surveyId, surveyId);
  }
  return db
    .all<Row>(
      `SELECT * FROM (${WRITTEN}) ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''}
       ORDER BY title COLLATE NOCASE, paper_id, ord, position, id`,
      ...values,
    )
    .map(({ kind, id, paper_id, survey_id, title, primary_text, secondary_text }) => ({
      kind,
      place: {
        ...(paper_id ? { paperId: paper_id } : {}),
        ...(survey_id ? { surveyId: survey_id } : {}),
        ...(kind === 'passage' ? { passageId: id } : { findingId: id }),
      },
      title: title ?? '',
      primary: primary_text,
      secondary: secondary_text,
    }));
}
