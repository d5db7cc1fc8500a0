// Reads papers with all that hangs on them, in a fixed number of statements whatever their number.
import type { Author, FileState, Paper, PaperFile } from '#shared/papers.ts';
import type { Reader } from '../kinds.ts';

type PaperRow = {
  id: string;
  citekey: string;
  type: string;
  title: string;
  title_secondary: string;
  year: number | null;
  container: string;
  volume: string;
  issue: string;
  pages: string;
  publisher: string;
  url: string | null;
  created_at: number;
  updated_at: number;
  deleted_at: number | null;
  doi: string | null;
  arxiv_id: string | null;
  findings: number;
  annotations: number;
  passages: number;
};
type AuthorRow = { paper_id: string; family: string; given: string; literal: string | null };
type FileRow = { paper_id: string; sha256: string; page_count: number; state: FileState; label: string };
type SurveyRow = { paper_id: string; survey_id: string };

const SELECT = `
  SELECT paper.*,
    (SELECT value FROM identifier WHERE paper_id = paper.id AND scheme = 'doi') AS doi,
    (SELECT value FROM identifier WHERE paper_id = paper.id AND scheme = 'arxiv') AS arxiv_id,
    (SELECT count(*) FROM finding WHERE paper_id = paper.id AND deleted_at IS NULL) AS findings,
    (SELECT count(*) FROM annotation JOIN paper_file USING (file_id)
      WHERE paper_file.paper_id = paper.id AND annotation.deleted_at IS NULL) AS annotations,
    (SELECT count(*) FROM passage JOIN note ON note.id = passage.note_id
      WHERE note.paper_id = paper.id AND passage.deleted_at IS NULL) AS passages
  FROM paper`;

/** Only those of `ids`, handed to SQL as one JSON array. */
const AMONG = 'IN (SELECT value FROM json_each(?))';

function gather<R extends { paper_id: string }, T>(rows: R[], value: (row: R) => T): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const list = found.get(row.paper_id);
    if (list) list.push(value(row));
    else found.set(row.paper_id, [value(row)]);
  }
  return found;
}

const toAuthor = (row: AuthorRow): Author =>
  row.literal === null ? { family: row.family, given: row.given } : { literal: row.literal };

const toFile = (row: FileRow): PaperFile => ({
  sha256: row.sha256,
  pageCount: row.page_count,
  state: row.state,
  label: row.label,
});

function toPapers(db: Reader, rows: PaperRow[]): Paper[] {
  const ids = JSON.stringify(rows.map((row) => row.id));
  const authors = gather(
    db.all<AuthorRow>(
      `SELECT paper_id, family, given, literal FROM paper_author WHERE paper_id ${AMONG} ORDER BY paper_id, position`,
      ids,
    ),
    toAuthor,
  );
  const files = gather(
    db.all<FileRow>(
      `SELECT paper_id, sha256, page_count, state, label FROM paper_file JOIN file ON file.id = file_id
       WHERE paper_id ${AMONG} ORDER BY paper_id, position`,
      ids,
    ),
    toFile,
  );
  const surveys = gather(
    db.all<SurveyRow>(
      `SELECT DISTINCT entity_id AS paper_id, survey_id FROM survey_block JOIN survey ON survey.id = survey_id
       WHERE kind IN ('paper', 'reference', 'mention') AND survey.deleted_at IS NULL AND entity_id ${AMONG}`,
      ids,
    ),
    (row) => row.survey_id,
  );
  return rows.map((row) => ({
    id: row.id,
    citekey: row.citekey,
    type: row.type,
    title: row.title,
    titleSecondary: row.title_secondary,
    authors: authors.get(row.id) ?? [],
    year: row.year,
    container: row.container,
    volume: row.volume,
    issue: row.issue,
    pages: row.pages,
    publisher: row.publisher,
    doi: row.doi,
    arxivId: row.arxiv_id,
    url: row.url,
    files: files.get(row.id) ?? [],
    findings: row.findings,
    annotations: row.annotations,
    passages: row.passages,
    surveyIds: surveys.get(row.id) ?? [],
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    deletedAt: row.deleted_at,
  }));
}

/** All papers by title, or those in the trash. */
export const listPapers = (db: Reader, trashed = false): Paper[] =>
  toPapers(
    db,
    db.all<PaperRow>(`${SELECT} WHERE deleted_at IS ${trashed ? 'NOT ' : ''}NULL ORDER BY title COLLATE NOCASE, id`),
  );

/** A survey's papers, in the order in which it first names them. */
export const listSurveyPapers = (db: Reader, surveyId: string): Paper[] =>
  toPapers(
    db,
    db.all<PaperRow>(
      `${SELECT} JOIN (
         SELECT entity_id, min(start_at) AS first FROM survey_block
         WHERE survey_id = ? AND kind IN ('paper', 'reference', 'mention') GROUP BY entity_id
       ) AS named ON named.entity_id = paper.id
       WHERE deleted_at IS NULL ORDER BY first, paper.id`,
      surveyId,
    ),
  );

/** What tells live papers apart by title: both their titles, and the first author's family name, '' without one. */
export type Titles = { id: string; titles: string[]; firstAuthor: string };

/** The titles of all live papers, and nothing else of them: for finding a file's paper among thousands. */
export const listTitles = (db: Reader): Titles[] =>
  db
    .all<{ id: string; title: string; title_secondary: string; author: string | null }>(
      `SELECT paper.id, title, title_secondary, coalesce(literal, family) AS author FROM paper
       LEFT JOIN paper_author ON paper_id = paper.id AND position = 0 WHERE deleted_at IS NULL`,
    )
    .map((row) => ({
      id: row.id,
      titles: [row.title, row.title_secondary].filter((title) => title !== ''),
      firstAuthor: row.author ?? '',
    }));

/** One paper, in the trash or not. */
export const findPaper = (db: Reader, id: string): Paper | undefined =>
  toPapers(db, db.all<PaperRow>(`${SELECT} WHERE paper.id = ?`, id))[0];

/** Ids of live papers with this identifier (`value` normalised), oldest first. */
export const papersByIdentifier = (db: Reader, scheme: 'doi' | 'arxiv', value: string): string[] =>
  db
    .all<{ id: string }>(
      `SELECT paper.id FROM identifier JOIN paper ON paper.id = paper_id
       WHERE scheme = ? AND value = ? AND deleted_at IS NULL ORDER BY paper.id`,
      scheme,
      value,
    )
    .map((row) => row.id);

/** Another paper with this citation key, in the trash or not. */
export const paperByCitekey = (
  db: Reader,
  citekey: string,
  exceptId: string,
): { id: string; title: string } | undefined =>
  db.get('SELECT id, title FROM paper WHERE citekey = ? AND id <> ?', citekey, exceptId);

/** Keys of the rows that hold a paper's authors and identifiers. */
export const authorIds = (db: Reader, paperId: string): string[] =>
  db
    .all<{ id: string }>('SELECT id FROM paper_author WHERE paper_id = ? ORDER BY position', paperId)
    .map((row) => row.id);

export const identifierId = (db: Reader, paperId: string, scheme: 'doi' | 'arxiv'): string | undefined =>
  db.get<{ id: string }>('SELECT id FROM identifier WHERE paper_id = ? AND scheme = ?', paperId, scheme)?.id;
