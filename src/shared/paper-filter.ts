// What a list of papers can be narrowed to. Saved, it is a smart collection; the window and the core judge by one rule.
import { z } from 'zod';
import { ReadingStatus } from './paper-values.ts';
import { Id } from './values.ts';

/** What a paper may lack. */
export const Lack = z.enum(['pdf', 'findings', 'notes', 'marks', 'abstract', 'doi', 'authors', 'year', 'tags']);
export type Lack = z.infer<typeof Lack>;

/** All that is named must hold; of the several values of one name one is enough, except tags and lacks: all of them. */
export const PaperFilter = z.object({
  /** Words found in titles, people, year, place or identifiers, case and accents apart. */
  text: z.string().optional(),
  status: z.array(ReadingStatus).optional(),
  types: z.array(z.string()).optional(),
  surveyIds: z.array(Id).optional(),
  collectionIds: z.array(Id).optional(),
  tagIds: z.array(Id).optional(),
  lacks: z.array(Lack).optional(),
  /** At least. */
  stars: z.int().min(1).max(5).optional(),
  years: z.tuple([z.int().nullable(), z.int().nullable()]).optional(),
  /** Taken in at most this many days ago. */
  addedDays: z.int().min(1).optional(),
});
export type PaperFilter = z.infer<typeof PaperFilter>;

/** What of a paper a filter looks at; every item of `papers.list` has it. */
export type Filterable = {
  title: string;
  titleSecondary: string;
  authors: readonly ({ family: string; given: string } | { literal: string })[];
  year: number | null;
  container: string;
  citekey: string;
  doi: string | null;
  arxivId: string | null;
  type: string;
  status: ReadingStatus;
  stars: number;
  files: readonly { state: string }[];
  findings: number;
  annotations: number;
  passages: number;
  hasAbstract: boolean;
  surveyIds: readonly string[];
  collectionIds: readonly string[];
  tagIds: readonly string[];
  createdAt: number;
};

/** Lower case without accents, full-width forms folded. */
export const foldWords = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();

const folded = new WeakMap<Filterable, string>();

/** What words are looked for in, folded, worked out once for each paper as it was answered. */
export function filterText(paper: Filterable): string {
  const known = folded.get(paper);
  if (known !== undefined) return known;
  const people = paper.authors.map((author) =>
    'literal' in author ? author.literal : `${author.family}${author.given} ${author.given} ${author.family}`,
  );
  const { title, titleSecondary, year, container, citekey, doi, arxivId } = paper;
  const text = foldWords(
    [title, titleSecondary, ...people, year ?? '', container, citekey, doi ?? '', arxivId ?? ''].join(' '),
  );
  folded.set(paper, text);
  return text;
}

const LACKS: Record<Lack, (paper: Filterable) => boolean> = {
  pdf: (paper) => !paper.files.some((file) => file.state === 'ready'),
  findings: (paper) => paper.findings === 0,
  notes: (paper) => paper.passages === 0,
  marks: (paper) => paper.annotations === 0,
  abstract: (paper) => !paper.hasAbstract,
  doi: (paper) => paper.doi === null && paper.arxivId === null,
  authors: (paper) => paper.authors.length === 0,
  year: (paper) => paper.year === null,
  tags: (paper) => paper.tagIds.length === 0,
};

const DAY_MS = 86_400_000;

/** A test for many papers; `now` in epoch ms. */
export function paperTest(filter: PaperFilter, now: number): (paper: Filterable) => boolean {
  const words = foldWords(filter.text ?? '')
    .split(/\s+/)
    .filter(Boolean);
  const [from, to] = filter.years ?? [null, null];
  const oneOf = (wanted: readonly string[] | undefined, has: readonly string[]): boolean =>
    !wanted?.length || wanted.some((id) => has.includes(id));
  return (paper) =>
    oneOf(filter.status, [paper.status]) &&
    oneOf(filter.types, [paper.type]) &&
    oneOf(filter.surveyIds, paper.surveyIds) &&
    oneOf(filter.collectionIds, paper.collectionIds) &&
    (filter.tagIds ?? []).every((id) => paper.tagIds.includes(id)) &&
    (filter.lacks ?? []).every((lack) => LACKS[lack](paper)) &&
    paper.stars >= (filter.stars ?? 0) &&
    (from === null || (paper.year !== null && paper.year >= from)) &&
    (to === null || (paper.year !== null && paper.year <= to)) &&
    (filter.addedDays === undefined || paper.createdAt >= now - filter.addedDays * DAY_MS) &&
    words.every((word) => filterText(paper).includes(word));
}
