// The small parts of a paper: its identifiers, files and reading status.
import { z } from 'zod';
import { Sha256 } from './values.ts';

/** State of a PDF in the store. `unread` means kept, but could not be analysed within its limits. */
export const FileState = z.enum(['ready', 'damaged', 'locked', 'unread', 'missing']);
export type FileState = z.infer<typeof FileState>;

/** The work itself (one of its versions), or what comes beside it. */
export const FileKind = z.enum(['main', 'supplement']);
export type FileKind = z.infer<typeof FileKind>;

export const PaperFile = z.object({
  sha256: Sha256,
  pageCount: z.int(),
  state: FileState,
  /** Which version it is, in the user's words; the file's own name at first. */
  label: z.string(),
  kind: FileKind,
  /** As printed on it: `v3` of an arXiv paper; '' where nothing is. */
  version: z.string(),
});
export type PaperFile = z.infer<typeof PaperFile>;

export const IdentifierScheme = z.enum(['doi', 'arxiv', 'pmid', 'pmcid', 'openreview', 'acl', 'isbn']);
export type IdentifierScheme = z.infer<typeof IdentifierScheme>;

/** An identifier in its canonical form: DOI in lower case, arXiv id without version, ISBN as 13 digits. */
export const Identifier = z.object({ scheme: IdentifierScheme, value: z.string().min(1) });
export type Identifier = z.infer<typeof Identifier>;

export const ReadingStatus = z.enum(['unread', 'reading', 'read', 'set-aside']);
export type ReadingStatus = z.infer<typeof ReadingStatus>;
