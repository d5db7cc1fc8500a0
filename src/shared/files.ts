// Files: the PDFs by SHA-256, and the text model read from each. Bytes are fetched from `/file/<sha256>.pdf`,
// a page's text model from `/text/<sha256>/<page>` (a PageText as JSON), the words of all pages from `/words/<sha256>`
// (PageWords[]), a small picture of it from
// `/thumb/<sha256>/<page>`.
import { z } from 'zod';
import { command, job, query } from './calls.ts';
import { FileState } from './papers.ts';
import { Id, Nothing, Sha256, Time } from './values.ts';

/** Ticket for a local file the host has let in (an upload, a picked path); used once. */
export const Source = z.string().min(1).max(200);

/** What became of one file given to `files.import`. */
export const ImportedFile = z.object({
  path: z.string(),
  /** Null where the file was refused: no bytes were kept. */
  sha256: Sha256.nullable(),
  status: z.enum(['added', 'already', 'damaged', 'locked', 'refused']),
  paperId: Id.nullable(),
  matchedBy: z.enum(['doi', 'arxiv', 'title', 'none']).nullable(),
  message: z.string(),
});
export type ImportedFile = z.infer<typeof ImportedFile>;

export const StoredFile = z.object({
  sha256: Sha256,
  byteSize: z.int(),
  pageCount: z.int(),
  state: FileState,
  message: z.string(),
  originalName: z.string(),
  paperIds: z.array(Id),
  createdAt: Time,
});
export type StoredFile = z.infer<typeof StoredFile>;

export const files = {
  list: query(z.object({}), z.array(StoredFile)),
  get: query(z.object({ sha256: Sha256 }), StoredFile),
  /**
   * Brings PDFs in: a source may be a file or a folder. Each is stored, read, and matched to a paper by DOI, then
   * arXiv id, then title on its first pages; else it becomes a new paper. With `paperId` all belong to that paper.
   */
  import: job(z.object({ sources: z.array(Source).min(1), paperId: Id.optional() }), z.array(ImportedFile)),
  /** The password of a locked file, where it was given since the library was opened or is remembered. */
  password: query(z.object({ sha256: Sha256 }), z.string().nullable()),
  /**
   * Opens a locked file: with the right password its text is read, and the password known until the library is closed.
   * It writes nothing but the cache. `conflict` where the file cannot be read whatever the password.
   */
  unlock: query(
    z.object({ sha256: Sha256, password: z.string().min(1).max(1000) }),
    z.object({ isRight: z.boolean() }),
  ),
  /** Writes the known password of a file into the library, as plain text, or takes it out. */
  rememberPassword: command(z.object({ sha256: Sha256, isWanted: z.boolean() }), Nothing),
  /** Says which paper a file belongs to, when the match was wrong or missing. */
  assign: command(z.object({ sha256: Sha256, paperId: Id }), Nothing),
};
