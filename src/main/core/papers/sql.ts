// Reads papers with all that hangs on them, in a fixed number of statements whatever their number.
import type { Identifier, IdentifierScheme, Paper, PaperItem, Relation, RelationKind } from '#shared/papers.ts';
import type { Reader } from '../kinds.ts';
import {
  fullColumns,
  itemColumns,
  toAuthor,
  toFile,
  type AuthorRow,
  type ItemRow,
  type PaperFileRow,
  type PaperRow,
} from './rows.ts';

const ITEM = `SELECT paper.id, citekey, type, title, title_secondary, year, container, url, status, stars,
  abstract <> '' AS has_abstract, paper.created_at, paper.updated_at, paper.deleted_at FROM paper`;

/** Only those of `ids`, handed to SQL as one JSON array. */
const AMONG = 'IN (SELECT value FROM json_each(?))';

type OfPaper = { paper_id: string };

function gather<R extends OfPaper, T>(rows: R[], value: (row: R) => T): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const list = found.get(row.paper_id);
    if (list) list.push(value(row));
    else found.set(row.paper_id, [value(row)]);
  }
  return found;
}

const COUNTS = {
  findings: `SELECT paper_id, count(*) AS n FROM finding
    WHERE finding.deleted_at IS NULL AND paper_id IN (SELECT value FROM json_each(?)) GROUP BY paper_id`,
  annotations: `SELECT paper_id, count(*) AS n FROM paper_file JOIN annotation USING (file_id)
    WHERE annotation.deleted_at IS NULL AND paper_id IN (SELECT value FROM json_each(?)) GROUP BY paper_id`,
  passages: `SELECT paper_id, count(*) AS n FROM note JOIN passage ON passage.note_id = note.id
    WHERE passage.deleted_at IS NULL AND paper_id IN (SELECT value FROM json_each(?)) GROUP BY paper_id`,
};

type IdentifierRow = OfPaper & Identifier;

/** Everything lists show besides the papers' own columns. */
function partsOf(db: Reader, ids: string) {
  const list = (sql: string) => gather(db.all<OfPaper & { one: string }>(sql, ids), (row) => row.one);
  const counted = (kind: keyof typeof COUNTS) =>
    new Map(db.all<OfPaper & { n: number }>(COUNTS[kind], ids).map((row) => [row.paper_id, row.n]));
  return {
    authors: gather(
      db.all<AuthorRow>(`SELECT * FROM paper_author WHERE paper_id ${AMONG} ORDER BY paper_id, position`, ids),
      toAuthor,
    ),
    files: gather(
      db.all<PaperFileRow>(
        `SELECT paper_id, sha256, page_count, state, label, kind, version FROM paper_file
         JOIN file ON file.id = file_id WHERE paper_id ${AMONG} ORDER BY paper_id, position, paper_file.id`,
        ids,
      ),
      toFile,
    ),
    identifiers: gather(
      db.all<IdentifierRow>(
        `SELECT paper_id, scheme, value FROM identifier WHERE paper_id ${AMONG} ORDER BY paper_id, position, id`,
        ids,
      ),
      ({ scheme, value }): Identifier => ({ scheme, value }),
    ),
    surveys: list(
      `SELECT DISTINCT entity_id AS paper_id, survey_id AS one FROM survey_block JOIN survey ON survey.id = survey_id
       WHERE kind IN ('paper', 'reference', 'mention') AND survey.deleted_at IS NULL AND entity_id ${AMONG}`,
    ),
    collections: list(
      `SELECT paper_id, collection_id AS one FROM collection_paper JOIN collection ON collection.id = collection_id
       WHERE deleted_at IS NULL AND paper_id ${AMONG}`,
    ),
    tags: list(
      `SELECT target_id AS paper_id, tag_id AS one FROM tagging JOIN tag ON tag.id = tag_id
       WHERE kind = 'paper' AND deleted_at IS NULL AND target_id ${AMONG} ORDER BY tagging.id`,
    ),
    findings: counted('findings'),
    annotations: counted('annotations'),
    passages: counted('passages'),
  };
}

type Parts = ReturnType<typeof partsOf>;

const itemParts = (parts: Parts, id: string) => {
  const identifiers = parts.identifiers.get(id) ?? [];
  const first = (scheme: IdentifierScheme): string | null =>
    identifiers.find((one) => one.scheme === scheme)?.value ?? null;
  return {
    authors: parts.authors.get(id) ?? [],
    doi: first('doi'),
    arxivId: first('arxiv'),
    files: parts.files.get(id) ?? [],
    findings: parts.findings.get(id) ?? 0,
    annotations: parts.annotations.get(id) ?? 0,
    passages: parts.passages.get(id) ?? 0,
    surveyIds: parts.surveys.get(id) ?? [],
    collectionIds: parts.collections.get(id) ?? [],
    tagIds: parts.tags.get(id) ?? [],
  };
};

function toItems(db: Reader, rows: ItemRow[]): PaperItem[] {
  const parts = partsOf(db, JSON.stringify(rows.map((row) => row.id)));
  return rows.map((row) => ({ ...itemColumns(row), ...itemParts(parts, row.id) }));
}

/** All papers by title, or those in the trash; what a merge made part of another is in neither. */
export const listPapers = (db: Reader, trashed = false): PaperItem[] =>
  toItems(
    db,
    db.all<ItemRow>(
      `${ITEM} WHERE deleted_at IS ${trashed ? 'NOT ' : ''}NULL AND merged_into IS NULL
       ORDER BY title COLLATE NOCASE, id`,
    ),
  );

/** A survey's papers, in the order in which it first names them. */
export const listSurveyPapers = (db: Reader, surveyId: string): PaperItem[] =>
  toItems(
    db,
    db.all<ItemRow>(
      `${ITEM} JOIN (
         SELECT entity_id, min(start_at) AS first FROM survey_block
         WHERE survey_id = ? AND kind IN ('paper', 'reference', 'mention') GROUP BY entity_id
       ) AS named ON named.entity_id = paper.id
       WHERE deleted_at IS NULL ORDER BY first, paper.id`,
      surveyId,
    ),
  );

/** The papers put into a collection by hand, in its order. */
export const listCollectionPapers = (db: Reader, collectionId: string): PaperItem[] =>
  toItems(
    db,
    db.all<ItemRow>(
      `${ITEM} JOIN collection_paper ON collection_paper.paper_id = paper.id
       WHERE collection_id = ? AND deleted_at IS NULL ORDER BY collection_paper.position, paper.id`,
      collectionId,
    ),
  );

/** The filter of a smart collection as stored; null of one filled by hand, undefined where there is none. */
export const collectionFilter = (db: Reader, id: string): string | null | undefined =>
  db.get<{ filter: string | null }>('SELECT filter FROM collection WHERE id = ?', id)?.filter;

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

type RelationRow = { id: string; kind: RelationKind; is_source: number; other: string; title: string };

const relationsOf = (db: Reader, id: string): Relation[] =>
  db
    .all<RelationRow>(
      `SELECT link.id, kind, is_source, other, title FROM (
         SELECT id, kind, 1 AS is_source, other_id AS other FROM paper_relation WHERE paper_id = ?
         UNION ALL SELECT id, kind, 0, paper_id FROM paper_relation WHERE other_id = ?
       ) AS link JOIN paper ON paper.id = other WHERE deleted_at IS NULL ORDER BY link.id`,
      id,
      id,
    )
    .map((row) => ({
      id: row.id,
      kind: row.kind,
      isSource: row.is_source === 1,
      paperId: row.other,
      title: row.title,
    }));

/** One paper, in the trash or not. */
export function findPaper(db: Reader, id: string): Paper | undefined {
  const row = db.get<PaperRow>('SELECT * FROM paper WHERE id = ?', id);
  if (!row) return undefined;
  const parts = partsOf(db, JSON.stringify([id]));
  const item = itemParts(parts, id);
  const shown = new Set([`doi ${item.doi}`, `arxiv ${item.arxivId}`]);
  const { hasAbstract: _, ...columns } = itemColumns({ ...row, has_abstract: 0 });
  return {
    ...columns,
    ...fullColumns(row),
    ...item,
    identifiers: (parts.identifiers.get(id) ?? []).filter(({ scheme, value }) => !shown.has(`${scheme} ${value}`)),
    relations: relationsOf(db, id),
  };
}

/** Papers of these ids as lists show them, in no order. */
export const itemsOf = (db: Reader, ids: readonly string[]): PaperItem[] =>
  toItems(db, db.all<ItemRow>(`${ITEM} WHERE paper.id ${AMONG}`, JSON.stringify(ids)));

/** Ids of live papers with this identifier (`value` normalised), oldest first. */
export const papersByIdentifier = (db: Reader, scheme: IdentifierScheme, value: string): string[] =>
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

/** Keys of the rows that hold a paper's authors. */
export const authorIds = (db: Reader, paperId: string): string[] =>
  db
    .all<{ id: string }>('SELECT id FROM paper_author WHERE paper_id = ? ORDER BY position', paperId)
    .map((row) => row.id);

export type StoredIdentifier = { id: string; scheme: IdentifierScheme; value: string; position: number };

/** A paper's identifiers with their keys, those shown first leading. */
export const identifierRows = (db: Reader, paperId: string): StoredIdentifier[] =>
  db.all('SELECT id, scheme, value, position FROM identifier WHERE paper_id = ? ORDER BY position, id', paperId);

/** When papers were last opened to be read, the latest first. */
export const listOpened = (db: Reader): { paperId: string; at: number }[] =>
  db.all(
    `SELECT paper_id AS paperId, at FROM paper_opened JOIN paper ON paper.id = paper_id
     WHERE deleted_at IS NULL ORDER BY at DESC LIMIT 200`,
  );
