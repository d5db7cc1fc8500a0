// Writes a paper and its parts. Other rooms make and fill papers through here.
import { AppError } from '#shared/errors.ts';
import type { Author, PaperFields } from '#shared/papers.ts';
import type { Reader, Row, Tx } from '../kinds.ts';
import { makeCitekey } from './citekey.ts';
import { cleanArxiv, cleanDoi } from './identity.ts';
import { authorIds, findPaper, identifierId, paperByCitekey, papersByIdentifier } from './sql.ts';

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

/** Writes an identifier in its canonical form; removes it for null. */
function putIdentifier(tx: Tx, paperId: string, scheme: Scheme, value: string | null): void {
  const id = identifierId(tx.db, paperId, scheme);
  if (!value) {
    if (id) tx.put('identifier', id, null);
    return;
  }
  const other = papersByIdentifier(tx.db, scheme, value).find((found) => found !== paperId);
  if (other) throw taken(tx.db, { scheme, value, paperId: other });
  tx.put('identifier', id ?? tx.newId(), { paper_id: paperId, scheme, value });
}

type Scheme = 'doi' | 'arxiv';

/** An identifier, and the live paper that has it. */
export type Clash = { scheme: Scheme; value: string; paperId: string };

function taken(db: Reader, { scheme, value, paperId }: Clash): AppError {
  const name = scheme === 'doi' ? 'DOI' : 'arXiv id';
  const title = findPaper(db, paperId)?.title ?? paperId;
  return new AppError('conflict', `${name} ${value} belongs to “${title}”.`, { paperId });
}

/** The live paper that took a trashed one's DOI or arXiv id meanwhile, if any did. */
export function identifierClash(db: Reader, id: string): Clash | undefined {
  const paper = findPaper(db, id);
  const identifiers: [Scheme, string | null | undefined][] = [
    ['doi', paper?.doi],
    ['arxiv', paper?.arxivId],
  ];
  for (const [scheme, value] of identifiers) {
    const other = value ? papersByIdentifier(db, scheme, value).find((found) => found !== id) : undefined;
    if (value && other) return { scheme, value, paperId: other };
  }
  return undefined;
}

/** Takes a paper out of the trash. `conflict` when its DOI or arXiv id is another's by now. */
export function restorePaper(tx: Tx, id: string): void {
  const clash = identifierClash(tx.db, id);
  if (clash) throw taken(tx.db, clash);
  tx.patch('paper', id, { deleted_at: null });
}

function freeCitekey(tx: Tx, paperId: string, fields: Partial<PaperFields>): string {
  const base = makeCitekey(fields);
  for (let n = 0; ; n += 1) {
    const key = n === 0 ? base : base + suffix(n - 1);
    if (!paperByCitekey(tx.db, key, paperId)) return key;
  }
}

/** 0 → a, 25 → z, 26 → aa: the letters Better BibTeX puts behind a taken key. */
const suffix = (n: number): string =>
  (n < 26 ? '' : suffix(Math.floor(n / 26) - 1)) + String.fromCharCode(97 + (n % 26));

/** The key given, if it is free; one made from the fields where it is empty. */
function citekeyFor(tx: Tx, paperId: string, fields: Partial<PaperFields>): string {
  const given = fields.citekey?.trim();
  if (!given) return freeCitekey(tx, paperId, fields);
  const other = paperByCitekey(tx.db, given, paperId);
  if (!other) return given;
  throw new AppError('conflict', `citekey: “${given}” belongs to “${other.title}”.`, { paperId: other.id });
}

/** The fields as they are stored: identifiers in canonical form, however pasted. `bad_input` for what is none. */
function checkFields<F extends Partial<PaperFields>>(fields: F): F {
  if (fields.title?.trim() === '') throw new AppError('bad_input', 'title: a paper needs a title.');
  const checked = { ...fields };
  if (fields.doi !== undefined) {
    checked.doi = cleanDoi(fields.doi);
    if (fields.doi?.trim() && !checked.doi) {
      throw new AppError('bad_input', `doi: “${fields.doi}” is not a DOI. One looks like 10.1000/182.`);
    }
  }
  if (fields.arxivId !== undefined) {
    checked.arxivId = cleanArxiv(fields.arxivId);
    if (fields.arxivId?.trim() && !checked.arxivId) {
      throw new AppError('bad_input', `arxivId: “${fields.arxivId}” is not an arXiv id. One looks like 1706.03762.`);
    }
  }
  return checked;
}

/**
 * Makes a paper; a citekey is made for it where none is given. `bad_input` for an empty title, `conflict` when its
 * citekey, DOI or arXiv id is another's.
 */
export function createPaper(tx: Tx, given: Partial<PaperFields> & { title: string }): string {
  const fields = checkFields(given);
  const id = tx.newId();
  const citekey = citekeyFor(tx, id, fields);
  tx.put('paper', id, { ...BLANK, ...columnsOf(fields), citekey, created_at: tx.now, updated_at: tx.now });
  putAuthors(tx, id, fields.authors ?? []);
  putIdentifier(tx, id, 'doi', fields.doi ?? null);
  putIdentifier(tx, id, 'arxiv', fields.arxivId ?? null);
  return id;
}

/** Sets the given fields and leaves the others; nothing is written where nothing differs. `not_found`, or as above. */
export function updatePaper(tx: Tx, id: string, given: Partial<PaperFields>): void {
  const before = findPaper(tx.db, id);
  if (!before) throw new AppError('not_found', 'There is no such paper.');
  const fields = checkFields(given);
  const isChanged = (key: keyof PaperFields): boolean =>
    fields[key] !== undefined && JSON.stringify(fields[key]) !== JSON.stringify(before[key]);
  if (!(Object.keys(fields) as (keyof PaperFields)[]).some(isChanged)) return;
  const citekey = isChanged('citekey') ? citekeyFor(tx, id, { ...before, ...fields }) : before.citekey;
  tx.patch('paper', id, { ...columnsOf(fields), citekey, updated_at: tx.now });
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
