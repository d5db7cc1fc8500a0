// Reads stored files and what papers they belong to.
import type { StoredFile } from '#shared/files.ts';
import type { FileState } from '#shared/papers.ts';
import type { Reader } from '../kinds.ts';

export type FileRow = {
  id: string;
  sha256: string;
  byte_size: number;
  page_count: number;
  state: FileState;
  message: string;
  original_name: string;
  info: string;
  created_at: number;
  text_key: string;
};

type Owner = { file_id: string; paper_id: string };

const toStored = (row: FileRow, paperIds: string[]): StoredFile => ({
  sha256: row.sha256,
  byteSize: row.byte_size,
  pageCount: row.page_count,
  state: row.state,
  message: row.message,
  originalName: row.original_name,
  paperIds,
  createdAt: row.created_at,
});

export const fileRow = (db: Reader, sha256: string): FileRow | undefined =>
  db.get<FileRow>('SELECT * FROM file WHERE sha256 = ?', sha256);

/** Live papers a file belongs to, the earliest link first. */
export const papersOfFile = (db: Reader, fileId: string): string[] =>
  db
    .all<Owner>(
      `SELECT paper_id FROM paper_file JOIN paper ON paper.id = paper_id
       WHERE file_id = ? AND paper.deleted_at IS NULL ORDER BY paper_file.id`,
      fileId,
    )
    .map((row) => row.paper_id);

export const storedFile = (db: Reader, row: FileRow): StoredFile => toStored(row, papersOfFile(db, row.id));

/** Every file, newest first. */
export function listStored(db: Reader): StoredFile[] {
  const owners = Map.groupBy(
    db.all<Owner>(
      `SELECT file_id, paper_id FROM paper_file JOIN paper ON paper.id = paper_id
       WHERE paper.deleted_at IS NULL ORDER BY paper_file.id`,
    ),
    (row) => row.file_id,
  );
  return db.all<FileRow>('SELECT * FROM file ORDER BY id DESC').map((row) =>
    toStored(
      row,
      (owners.get(row.id) ?? []).map((owner) => owner.paper_id),
    ),
  );
}

/** Links of a file to papers, in the trash or not. */
export const linksOfFile = (db: Reader, fileId: string): { id: string; paper_id: string }[] =>
  db.all('SELECT id, paper_id FROM paper_file WHERE file_id = ? ORDER BY id', fileId);

/** Position behind the last file of a paper. */
export const nextPosition = (db: Reader, paperId: string): number =>
  (db.get<{ last: number | null }>('SELECT max(position) AS last FROM paper_file WHERE paper_id = ?', paperId)?.last ??
    0) + 1;

/** Position of a paper's first file. */
export const firstPosition = (db: Reader, paperId: string): number =>
  db.get<{ first: number | null }>('SELECT min(position) AS first FROM paper_file WHERE paper_id = ?', paperId)
    ?.first ?? 1;

/** The row that ties a file to a paper. */
export const linkOf = (db: Reader, fileId: string, paperId: string): { id: string; label: string } | undefined =>
  db.get('SELECT id, label FROM paper_file WHERE file_id = ? AND paper_id = ?', fileId, paperId);
