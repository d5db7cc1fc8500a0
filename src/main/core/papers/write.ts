// Writes a paper and its parts. Other rooms make and fill papers through here.
import { AppError } from '#shared/errors.ts';
import type { Author, Identifier, IdentifierScheme, Paper, PaperFields } from '#shared/papers.ts';
import type { Reader, Row, Tx } from '../kinds.ts';
import { checkFields } from './check.ts';
import { makeCitekey, patternOf } from './citekey.ts';
import { SCHEME_NAMES } from './identifiers.ts';
import { authorIds, findPaper, identifierRows, paperByCitekey, papersByIdentifier } from './sql.ts';

const COLUMNS: [keyof PaperFields, string][] = [
  ['citekey', 'citekey'],
  ['type', 'type'],
  ['title', 'title'],
  ['titleSecondary', 'title_secondary'],
  ['year', 'year'],
  ['issued', 'issued'],
  ['container', 'container'],
  ['volume', 'volume'],
  ['issue', 'issue'],
  ['pages', 'pages'],
  ['publisher', 'publisher'],
  ['abstract', 'abstract'],
  ['language', 'language'],
  ['url', 'url'],
  ['more', 'more'],
  ['people', 'people'],
  ['status', 'status'],
  ['startedAt', 'started_at'],
  ['finishedAt', 'finished_at'],
  ['stars', 'stars'],
];

const stored = (value: unknown): string | number | null =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : (value as string | number | null);

const columnsOf = (fields: Partial<PaperFields>): Row =>
  Object.fromEntries(
    COLUMNS.filter(([field]) => fields[field] !== undefined).map(([field, column]) => [column, stored(fields[field])]),
  );

const BLANK: Row = {
  citekey: '',
  type: 'article-journal',
  title: '',
  title_secondary: '',
  year: null,
  issued: '',
  container: '',
  volume: '',
  issue: '',
  pages: '',
  publisher: '',
  abstract: '',
  language: '',
  url: null,
  more: '{}',
  people: '{}',
  status: 'unread',
  started_at: null,
  finished_at: null,
  stars: 0,
  merged_into: null,
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
      particle: isLiteral ? '' : (author.particle ?? ''),
      suffix: isLiteral ? '' : (author.suffix ?? ''),
    });
  });
  for (const id of ids.slice(authors.length)) tx.put('paper_author', id, null);
}

/**
 * Writes identifiers, those first that are shown first; those not named go. `conflict` where one is another paper's,
 * except an ISBN, which the chapters of a book share.
 */
function putIdentifiers(tx: Tx, paperId: string, wanted: Identifier[]): void {
  const rows = identifierRows(tx.db, paperId);
  const keyOf = ({ scheme, value }: Identifier): string => `${scheme} ${value}`;
  const byKey = new Map(wanted.map((one) => [keyOf(one), one]));
  for (const row of rows) if (!byKey.has(keyOf(row))) tx.put('identifier', row.id, null);
  [...byKey.values()].forEach(({ scheme, value }, position) => {
    const known = rows.find((row) => row.scheme === scheme && row.value === value);
    const other = known ? undefined : papersByIdentifier(tx.db, scheme, value).find((found) => found !== paperId);
    if (other && scheme !== 'isbn') throw taken(tx.db, { scheme, value, paperId: other });
    tx.put('identifier', known?.id ?? tx.newId(), { paper_id: paperId, scheme, value, position });
  });
}

/** All identifiers a paper is to have after a change: the shown ones lead, what is not spoken of stays. */
function identifiersAfter(before: Paper | undefined, fields: Partial<PaperFields>): Identifier[] {
  const doi = fields.doi === undefined ? (before?.doi ?? null) : fields.doi;
  const arxivId = fields.arxivId === undefined ? (before?.arxivId ?? null) : fields.arxivId;
  return [
    ...(doi ? [{ scheme: 'doi' as const, value: doi }] : []),
    ...(arxivId ? [{ scheme: 'arxiv' as const, value: arxivId }] : []),
    ...(fields.identifiers ?? before?.identifiers ?? []),
  ];
}

/** An identifier, and the live paper that has it. */
export type Clash = { scheme: IdentifierScheme; value: string; paperId: string };

function taken(db: Reader, { scheme, value, paperId }: Clash): AppError {
  const title = findPaper(db, paperId)?.title ?? paperId;
  return new AppError('conflict', `${SCHEME_NAMES[scheme]} ${value} belongs to “${title}”.`, { paperId });
}

/** The live paper that took one of a trashed one's identifiers meanwhile, if any did. */
export function identifierClash(db: Reader, id: string): Clash | undefined {
  for (const { scheme, value } of identifierRows(db, id)) {
    if (scheme === 'isbn') continue;
    const other = papersByIdentifier(db, scheme, value).find((found) => found !== id);
    if (other) return { scheme, value, paperId: other };
  }
  return undefined;
}

/** Takes a paper out of the trash. `conflict` when one of its identifiers is another's by now. */
export function restorePaper(tx: Tx, id: string): void {
  const clash = identifierClash(tx.db, id);
  if (clash) throw taken(tx.db, clash);
  tx.patch('paper', id, { deleted_at: null, merged_into: null });
}

/** A key by the user's pattern that no other paper has. */
export function freeCitekey(tx: Tx, paperId: string, fields: Partial<PaperFields>): string {
  const base = makeCitekey(fields, patternOf(tx.db));
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

/** Beginning and end of reading follow the status, where the change does not give them itself. */
function dated(fields: Partial<PaperFields>, before: Paper | undefined, now: number): Partial<PaperFields> {
  const { status } = fields;
  if (status === undefined || status === before?.status) return fields;
  const started = before?.startedAt ?? null;
  const dates =
    status === 'reading'
      ? { startedAt: started ?? now, finishedAt: null }
      : status === 'read'
        ? { startedAt: started, finishedAt: now }
        : status === 'unread'
          ? { startedAt: null, finishedAt: null }
          : {};
  return { ...dates, ...fields };
}

/** A date of another year than the one now given no longer holds. */
function datedYear(fields: Partial<PaperFields>, before: Paper | undefined): Partial<PaperFields> {
  if (fields.year === undefined || fields.issued !== undefined || !before?.issued) return fields;
  return Number(before.issued.slice(0, 4)) === fields.year ? fields : { ...fields, issued: '' };
}

/**
 * Makes a paper; a citekey is made for it where none is given. `bad_input` for an empty title, `conflict` when its
 * citekey or an identifier is another's.
 */
export function createPaper(tx: Tx, given: Partial<PaperFields> & { title: string }): string {
  const fields = dated(checkFields(given), undefined, tx.now);
  const id = tx.newId();
  const citekey = citekeyFor(tx, id, fields);
  tx.put('paper', id, { ...BLANK, ...columnsOf(fields), citekey, created_at: tx.now, updated_at: tx.now });
  putAuthors(tx, id, fields.authors ?? []);
  putIdentifiers(tx, id, identifiersAfter(undefined, fields));
  return id;
}

/** Sets the given fields and leaves the others; nothing is written where nothing differs. `not_found`, or as above. */
export function updatePaper(tx: Tx, id: string, given: Partial<PaperFields>): void {
  const before = findPaper(tx.db, id);
  if (!before) throw new AppError('not_found', 'There is no such paper.');
  const fields = datedYear(dated(checkFields(given), before, tx.now), before);
  const isChanged = (key: keyof PaperFields): boolean =>
    fields[key] !== undefined && JSON.stringify(fields[key]) !== JSON.stringify(before[key]);
  if (!(Object.keys(fields) as (keyof PaperFields)[]).some(isChanged)) return;
  const citekey = isChanged('citekey') ? citekeyFor(tx, id, { ...before, ...fields }) : before.citekey;
  tx.patch('paper', id, { ...columnsOf(fields), citekey, updated_at: tx.now });
  if (fields.authors) putAuthors(tx, id, fields.authors);
  if (fields.doi !== undefined || fields.arxivId !== undefined || fields.identifiers) {
    putIdentifiers(tx, id, identifiersAfter(before, fields));
  }
}

/** Fills the fields a paper does not have yet; what is there stays, and joins what has several parts. */
export function fillPaper(tx: Tx, id: string, fields: Partial<PaperFields>): void {
  const paper = findPaper(tx.db, id);
  if (!paper) throw new AppError('not_found', 'There is no such paper.');
  const isEmpty = (value: unknown): boolean =>
    value === null ||
    value === undefined ||
    value === '' ||
    value === 0 ||
    (Array.isArray(value) && value.length === 0) ||
    (typeof value === 'object' && Object.keys(value).length === 0);
  const missing = Object.fromEntries(
    Object.entries(fields).filter(([key, value]) => !isEmpty(value) && isEmpty(paper[key as keyof PaperFields])),
  ) as Partial<PaperFields>;
  if (fields.more) missing.more = { ...fields.more, ...paper.more };
  if (fields.people) missing.people = { ...fields.people, ...paper.people };
  if (missing.issued && paper.year !== null && Number(missing.issued.slice(0, 4)) !== paper.year) delete missing.issued;
  if (Object.keys(missing).length) updatePaper(tx, id, missing);
}
