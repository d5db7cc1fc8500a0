// Files: the PDFs by SHA-256, and the text model read from each. Bytes are fetched from `/file/<sha256>.pdf`,
// a page's text model from `/text/<sha256>/<page>` (a PageText as JSON), the words of all pages from `/words/<sha256>`
// (PageWords[]), a small picture of it from
// `/thumb/<sha256>/<page>`.
import { z } from 'zod';
import { command, job, query } from './calls.ts';
import { FileKind, FileState } from './paper-values.ts';
import { Author, PairReason, Paper } from './papers.ts';
import { Id, Nothing, RectSchema, Sha256, Time } from './values.ts';

/** Ticket for a local file the host has let in (an upload, a picked path); used once. */
export const Source = z.string().min(1).max(200);

/** Why a file was not taken, or what there is to say of it; `params` are names and figures for the sentence. */
export const FileReason = z.object({
  code: z.enum([
    'not-pdf',
    'web-page',
    'empty',
    'missing',
    'not-readable',
    'not-regular',
    'too-large',
    'changing',
    'no-pdfs',
    'too-many',
    'ticket',
    'locked',
    'damaged',
    'unread',
    'already',
    'from-trash',
    'same-text',
    'other',
  ]),
  params: z.record(z.string(), z.string()),
});
export type FileReason = z.infer<typeof FileReason>;

/** What became of one file given to `files.import`. */
export const ImportedFile = z.object({
  path: z.string(),
  /** Null where the file was refused: no bytes were kept. */
  sha256: Sha256.nullable(),
  status: z.enum(['added', 'already', 'damaged', 'locked', 'refused']),
  paperId: Id.nullable(),
  /** `text`: another file of the paper says the same in other bytes. */
  matchedBy: z.enum(['doi', 'arxiv', 'pmid', 'url', 'title', 'text', 'none']).nullable(),
  /** In English, for the command line; windows word `reason`. */
  message: z.string(),
  reason: FileReason.nullable(),
  /** A paper it may belong to after all: the user decides (`papers.duplicates`). */
  near: z.object({ paperId: Id, title: z.string(), score: z.number(), reasons: z.array(PairReason) }).nullable(),
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

/** One entry of the reference list printed in a PDF. */
export const Reference = z.object({
  /** 0-based, in order. */
  index: z.int(),
  /** As printed, '12' or 'Smith20'; '' where the list is not numbered. */
  label: z.string(),
  /** Its clean text, without the label. */
  raw: z.string(),
  /** Where it begins; `rects` are those on this page, a rectangle a line. */
  page: z.int(),
  rects: z.array(RectSchema),
  fields: z.object({
    type: z.string(),
    title: z.string(),
    authors: z.array(Author),
    container: z.string(),
    year: z.int().nullable(),
    volume: z.string(),
    issue: z.string(),
    pages: z.string(),
    publisher: z.string(),
    doi: z.string().nullable(),
    arxivId: z.string().nullable(),
    url: z.string().nullable(),
  }),
  /** The paper of the library it is. */
  paperId: Id.nullable(),
});
export type Reference = z.infer<typeof Reference>;

const OfPaper = { sha256: Sha256, paperId: Id };

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
  /** Names a paper's file, and says what it is. */
  edit: command(
    z.object({
      ...OfPaper,
      label: z.string().max(200).optional(),
      kind: FileKind.optional(),
      version: z.string().max(40).optional(),
    }),
    Nothing,
  ),
  /** This file opens first from now on. */
  prefer: command(z.object(OfPaper), Nothing),
  /** Takes the file off the paper; the file itself stays in the library. */
  detach: command(z.object(OfPaper), Nothing),
  /** The reference list printed in the file, each entry read and looked up in the library; empty where it has none. */
  references: query(z.object({ sha256: Sha256 }), z.array(Reference)),
  /** Papers of the library whose reference lists name this one. */
  citedBy: query(
    z.object({ paperId: Id }),
    z.array(z.object({ paperId: Id, title: z.string(), sha256: Sha256, index: z.int(), page: z.int() })),
  ),
  /** Makes a paper of an entry of a reference list; the one it is where the library has it. */
  addReference: command(z.object({ sha256: Sha256, index: z.int().min(0) }), Paper),
};
