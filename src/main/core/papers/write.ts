// Writes a paper and its parts. Other rooms make and fill papers through here.
import { AppError } from '#shared/errors.ts';
import type { Author, PaperFields } from '#shared/papers.ts';
import type { Row, Tx } from '../kinds.ts';
import { makeCitekey } from './citekey.ts';
import { authorIds, citekeyTaken, findPaper, identifierId, papersByIdentifier } from './sql.ts';

const COLUMNS: [keyof PaperFields, string][] = [
  ['citekey', 'citekey'],
  ['type', 'type'],
  ['title', 'title'],
  ['titleSecondary', 'title_secondary'],
  ['year', 'year'],
  ['container', 'container'],
  ['volume', 'volume'],
  ['issue', 'issue'],
  ['pages', 'pages'],
  ['publisher', 'publisher'],
  ['url', 'url'],
];

const columnsOf = (fields: Partial<PaperFields>): Row =>
  Object.fromEntries(
    COLUMNS.filter(([field]) => fields[field] !== undefined).map(([field, column]) => [
      column,
      fields[field] as string | number | null,
    ]),
  );

const BLANK: Row = {
  citekey: '',
  type: 'article-journal',
  title: '',
  title_secondary: '',
  year: null,
  container: '',
  volume: '',
  issue: '',
  pages: '',
  publisher: '',
  url: null,
  deleted_at: null,
};

function putAuthors(tx: Tx, paperId: string, authors: Author[]): void {
  const ids = authorIds(tx.db, paperId);
  authors.forEach((author, position) => {
    const isLiteral = 'literal' in author;
    tx.put('paper_author', ids[position] ?? tx.newId(), {
      paper_id: paperId,
      position,
      family: isLiteral ? '' : author.family,
      given: isLiteral ? '' : author.given,
      literal: isLiteral ? author.literal : null,
    });
  });
  for (const id of ids.slice(authors.length)) tx.put('paper_author', id, null);
}

function putIdentifier(tx: Tx, paperId: string, scheme: 'doi' | 'arxiv', value: string | null): void {
  const id = identifierId(tx.db, paperId, scheme);
  if (!value) {
    if (id) tx.put('identifier', id, null);
    return;
  }
  const normal = scheme === 'doi' ? value.toLowerCase() : value.replace(/v\d+$/, '');
  const other = papersByIdentifier(tx.db, scheme, normal).find((found) => found !== paperId);
  if (other) {
    const title = findPaper(tx.db, other)?.title ?? other;
    throw new AppError('conflict', `${scheme === 'doi' ? 'DOI' : 'arXiv id'} ${normal} belongs to “${title}”.`, {
      paperId: other,
    });
  }
  tx.put('identifier', id ?? tx.newId(), { paper_id: paperId, scheme, value: normal });
}

function freeCitekey(tx: Tx, paperId: string, fields: Partial<PaperFields>): string {
  const base = makeCitekey(fields);
  for (let n = 0; ; n += 1) {
    const key = n === 0 ? base : base + suffix(n - 1);
    if (!citekeyTaken(tx.db, key, paperId)) return key;
  }
}

/** 0 → a, 25 → z, 26 → aa: the letters Better BibTeX puts behind a taken key. */
const suffix = (n: number): string =>
  (n < 26 ? '' : suffix(Math.floor(n / 26) - 1)) + String.fromCharCode(97 + (n % 26));

/** Makes a paper; a citekey is made for it where none is given. `conflict` when its DOI or arXiv id is another's. */
export function createPaper(tx: Tx, fields: Partial<PaperFields> & { title: string }): string {
  const id = tx.newId();
  const citekey = fields.citekey || freeCitekey(tx, id, fields);
  tx.put('paper', id, { ...BLANK, ...columnsOf(fields), citekey, created_at: tx.now, updated_at: tx.now });
  putAuthors(tx, id, fields.authors ?? []);
  putIdentifier(tx, id, 'doi', fields.doi ?? null);
  putIdentifier(tx, id, 'arxiv', fields.arxivId ?? null);
  return id;
}

/** Sets the given fields and leaves the others. `not_found`, or `conflict` as above. */
export function updatePaper(tx: Tx, id: string, fields: Partial<PaperFields>): void {
  tx.patch('paper', id, { ...columnsOf(fields), updated_at: tx.now });
  if (fields.authors) putAuthors(tx, id, fields.authors);
  if (fields.doi !== undefined) putIdentifier(tx, id, 'doi', fields.doi);
  if (fields.arxivId !== undefined) putIdentifier(tx, id, 'arxiv', fields.arxivId);
}

/** Fills the fields a paper does not have yet; what is there stays. */
export function fillPaper(tx: Tx, id: string, fields: Partial<PaperFields>): void {
  const paper = findPaper(tx.db, id);
  if (!paper) throw new AppError('not_found', 'There is no such paper.');
  const isEmpty = (value: unknown): boolean =>
    value === null || value === '' || (Array.isArray(value) && value.length === 0);
  const missing = Object.entries(fields).filter(
    ([key, value]) => !isEmpty(value) && isEmpty(paper[key as keyof PaperFields]),
  );
  if (missing.length) updatePaper(tx, id, Object.fromEntries(missing));
}
