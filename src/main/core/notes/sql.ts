// Reads notes and passages.
import { staleSide, type Sides } from '#shared/bilingual.ts';
import type { Note, Passage, Spot } from '#shared/notes.ts';
import type { Reader } from '../kinds.ts';

export type NoteRow = {
  id: string;
  paper_id: string | null;
  survey_id: string | null;
  title: string;
  title_secondary: string;
  created_at: number;
  deleted_at: number | null;
};
type PassageRow = {
  id: string;
  note_id: string;
  survey_id: string | null;
  position: number;
  primary_text: string;
  secondary_text: string;
  primary_at: number;
  secondary_at: number;
  spot: string | null;
  primary_by: string;
  secondary_by: string;
  created_at: number;
  updated_at: number;
  deleted_at: number | null;
};
type LinkRow = { id: string; passage_id: string; annotation_id: string };

/** The two-language text of a row: the reverse of `columnsOf`. */
export const sidesOf = (
  row: Pick<PassageRow, 'primary_text' | 'secondary_text' | 'primary_at' | 'secondary_at'>,
): Sides => ({
  primary: row.primary_text,
  secondary: row.secondary_text,
  primaryAt: row.primary_at,
  secondaryAt: row.secondary_at,
});

function toPassages(db: Reader, rows: PassageRow[]): Passage[] {
  const links = Map.groupBy(
    db.all<LinkRow>(
      `SELECT passage_annotation.id, passage_id, annotation_id FROM passage_annotation
       JOIN annotation ON annotation.id = annotation_id
       WHERE annotation.deleted_at IS NULL AND passage_id IN (SELECT value FROM json_each(?))
       ORDER BY annotation.sort_key`,
      JSON.stringify(rows.map((row) => row.id)),
    ),
    (link) => link.passage_id,
  );
  return rows.map((row) => {
    const sides = sidesOf(row);
    return {
      id: row.id,
      noteId: row.note_id,
      surveyId: row.survey_id,
      position: row.position,
      ...sides,
      stale: staleSide(sides),
      annotationIds: (links.get(row.id) ?? []).map((link) => link.annotation_id),
      spot: row.spot === null ? null : (JSON.parse(row.spot) as Spot),
      draftedBy: { primary: row.primary_by, secondary: row.secondary_by },
      createdAt: row.created_at,
      updatedAt: row.updated_at,
      deletedAt: row.deleted_at,
    };
  });
}

const LIVE = 'SELECT * FROM passage WHERE deleted_at IS NULL AND';

export const findPassage = (db: Reader, id: string): Passage | undefined =>
  toPassages(db, db.all<PassageRow>(`${LIVE} id = ?`, id))[0];

/** Passages in the trash whose note is not, the newest removal first. */
export const trashedPassages = (db: Reader): Passage[] =>
  toPassages(
    db,
    db.all<PassageRow>(
      `SELECT * FROM passage WHERE deleted_at IS NOT NULL
         AND note_id IN (SELECT id FROM note WHERE deleted_at IS NULL)
         AND (primary_text <> '' OR secondary_text <> '') ORDER BY deleted_at DESC, id DESC LIMIT 500`,
    ),
  );

export const noteOfPaper = (db: Reader, paperId: string): NoteRow | undefined =>
  db.get<NoteRow>('SELECT * FROM note WHERE paper_id = ?', paperId);

export const noteOfSurvey = (db: Reader, surveyId: string): NoteRow | undefined =>
  db.get<NoteRow>('SELECT * FROM note WHERE survey_id = ?', surveyId);

export const noteById = (db: Reader, id: string): NoteRow | undefined =>
  db.get<NoteRow>('SELECT * FROM note WHERE id = ?', id);

/** A note's passages in order. */
export const passagesOf = (db: Reader, noteId: string): Passage[] =>
  toPassages(db, db.all<PassageRow>(`${LIVE} note_id = ? ORDER BY position, id`, noteId));

/** Notes with their passages, in two statements whatever their number. */
function toNotes(db: Reader, rows: NoteRow[]): Note[] {
  const passages = Map.groupBy(
    toPassages(
      db,
      db.all<PassageRow>(
        `${LIVE} note_id IN (SELECT value FROM json_each(?)) ORDER BY note_id, position, id`,
        JSON.stringify(rows.map((row) => row.id)),
      ),
    ),
    (passage) => passage.noteId,
  );
  return rows.map((row) => ({
    id: row.id,
    paperId: row.paper_id,
    surveyId: row.survey_id,
    title: row.title,
    titleSecondary: row.title_secondary,
    passages: passages.get(row.id) ?? [],
    createdAt: row.created_at,
    deletedAt: row.deleted_at,
  }));
}

export const toNote = (db: Reader, row: NoteRow): Note | null => toNotes(db, [row])[0] ?? null;

/** Notes that have passages: of the papers a survey names and its own, or all. What is in the trash keeps its note there. */
export function listNotes(db: Reader, surveyId: string | undefined): Note[] {
  const ofSurvey = `AND (note.survey_id = ? OR paper_id IN
    (SELECT entity_id FROM survey_block WHERE survey_id = ? AND kind IN ('paper', 'reference', 'mention')))`;
  const rows = db.all<NoteRow>(
    `SELECT * FROM note
     WHERE deleted_at IS NULL
       AND EXISTS (SELECT 1 FROM passage WHERE note_id = note.id AND deleted_at IS NULL)
       AND (paper_id IS NULL OR paper_id IN (SELECT id FROM paper WHERE deleted_at IS NULL))
       AND (survey_id IS NULL OR survey_id IN (SELECT id FROM survey WHERE deleted_at IS NULL)) ${surveyId ? ofSurvey : ''}
     ORDER BY id`,
    ...(surveyId ? [surveyId, surveyId] : []),
  );
  return toNotes(db, rows);
}

/** Notes on nothing in particular, the newest first. */
export const listFree = (db: Reader, trashed: boolean): Note[] =>
  toNotes(
    db,
    db.all<NoteRow>(
      `SELECT * FROM note WHERE paper_id IS NULL AND survey_id IS NULL AND deleted_at IS ${trashed ? 'NOT ' : ''}NULL
       ORDER BY id DESC`,
    ),
  );

export const linkId = (db: Reader, passageId: string, annotationId: string): string | undefined =>
  db.get<{ id: string }>(
    'SELECT id FROM passage_annotation WHERE passage_id = ? AND annotation_id = ?',
    passageId,
    annotationId,
  )?.id;
