// Rows of papers and their parts, and how they become what the contract says.
import type { Author, FileKind, FileState, Paper, PaperItem, ReadingStatus } from '#shared/papers.ts';

export type PaperRow = {
  id: string;
  citekey: string;
  type: string;
  title: string;
  title_secondary: string;
  year: number | null;
  issued: string;
  container: string;
  volume: string;
  issue: string;
  pages: string;
  publisher: string;
  abstract: string;
  language: string;
  url: string | null;
  more: string;
  people: string;
  status: ReadingStatus;
  started_at: number | null;
  finished_at: number | null;
  stars: number;
  merged_into: string | null;
  created_at: number;
  updated_at: number;
  deleted_at: number | null;
};

/** What a list reads of a paper; `has_abstract` 0 or 1. */
export type ItemRow = Omit<
  PaperRow,
  | 'issued'
  | 'volume'
  | 'issue'
  | 'pages'
  | 'publisher'
  | 'abstract'
  | 'language'
  | 'more'
  | 'people'
  | 'started_at'
  | 'finished_at'
  | 'merged_into'
> & { has_abstract: number };

export type AuthorRow = {
  paper_id: string;
  family: string;
  given: string;
  literal: string | null;
  particle: string;
  suffix: string;
};

export type PaperFileRow = {
  paper_id: string;
  sha256: string;
  page_count: number;
  state: FileState;
  label: string;
  kind: FileKind;
  version: string;
};

export const toAuthor = (row: AuthorRow): Author =>
  row.literal === null
    ? {
        family: row.family,
        given: row.given,
        ...(row.particle && { particle: row.particle }),
        ...(row.suffix && { suffix: row.suffix }),
      }
    : { literal: row.literal };

export const toFile = (row: PaperFileRow): PaperItem['files'][number] => ({
  sha256: row.sha256,
  pageCount: row.page_count,
  state: row.state,
  label: row.label,
  kind: row.kind,
  version: row.version,
});

/** The columns of a list's row that need no other table. */
export const itemColumns = (row: ItemRow) => ({
  id: row.id,
  citekey: row.citekey,
  type: row.type,
  title: row.title,
  titleSecondary: row.title_secondary,
  year: row.year,
  container: row.container,
  url: row.url,
  status: row.status,
  stars: row.stars,
  hasAbstract: row.has_abstract === 1,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  deletedAt: row.deleted_at,
});

/** The columns that only one paper alone is read with. */
export const fullColumns = (row: PaperRow) => ({
  issued: row.issued,
  volume: row.volume,
  issue: row.issue,
  pages: row.pages,
  publisher: row.publisher,
  abstract: row.abstract,
  language: row.language,
  more: JSON.parse(row.more) as Paper['more'],
  people: JSON.parse(row.people) as Paper['people'],
  startedAt: row.started_at,
  finishedAt: row.finished_at,
});
