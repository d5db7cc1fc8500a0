// The reference list printed in a PDF: read once, kept in the cache, looked up in the library whenever it is asked for.
import { AppError } from '#shared/errors.ts';
import type { Reference } from '#shared/files.ts';
import type { PaperFields } from '#shared/papers.ts';
import type { Services, Tx } from '../kinds.ts';
import { createPaper, findPaper, listTitles, papersByIdentifier } from '../papers/index.ts';
import { parseReference, titleKey } from '../references/index.ts';
import { findReferences } from './reference-list.ts';
import { fileRow, papersOfFile } from './sql.ts';
import { cachedPages, textJson } from './text.ts';

/** An entry as it is kept: without the paper it is, which may change. */
export type StoredReference = Omit<Reference, 'paperId'>;

/** Shorter titles are shared by too many works. */
const SHORTEST_TITLE = 12;
/** How long `citedBy` may spend on reading lists not read yet, in ms. */
const PATIENCE_MS = 1500;

/** What an entry or a paper is found by. */
function keysOf(fields: { doi: string | null; arxivId: string | null; titles: string[] }): string[] {
  const titles = fields.titles
    .map(titleKey)
    .filter((key) => key.length >= (/\p{Script=Han}/u.test(key) ? 6 : SHORTEST_TITLE));
  return [
    ...(fields.doi ? [`doi ${fields.doi}`] : []),
    ...(fields.arxivId ? [`arxiv ${fields.arxivId}`] : []),
    ...titles.map((key) => `title ${key}`),
  ];
}

/** Reads the list from the cached text model and keeps it. */
export function indexReferences(core: Services, sha256: string): StoredReference[] {
  const pages = cachedPages(core, sha256);
  const entries = findReferences(pages.count, pages.page).map(({ label, raw, page, rects }, index): StoredReference => {
    const read = parseReference(raw);
    return {
      index,
      label,
      raw,
      page,
      rects,
      fields: {
        type: read.type,
        title: read.title ?? '',
        authors: read.authors,
        container: read.container ?? '',
        year: read.year,
        volume: read.volume ?? '',
        issue: read.issue ?? '',
        pages: read.pages ?? '',
        publisher: read.publisher ?? '',
        doi: read.doi,
        arxivId: read.arxivId,
        url: read.url,
      },
    };
  });
  const keys = entries.flatMap(({ index, fields }) =>
    keysOf({ ...fields, titles: [fields.title] }).map((key) => ({ key, index })),
  );
  core.cache.putReferences(sha256, entries, keys);
  return entries;
}

async function entriesOf(core: Services, sha256: string): Promise<StoredReference[]> {
  const kept = core.cache.references(sha256);
  if (kept) return kept as StoredReference[];
  // Reading any page reads them all where the cache has lost them.
  const count = fileRow(core.db, sha256)?.page_count ?? 0;
  if (count === 0 || !(await textJson(core, sha256, count))) return [];
  return indexReferences(core, sha256);
}

/** Which paper an entry is, by DOI, then arXiv id, then title. Made once for a list. */
function finder({ db }: Services): (fields: Reference['fields']) => string | null {
  let titles: Map<string, string> | undefined;
  const byTitle = (): Map<string, string> =>
    (titles ??= new Map(
      listTitles(db).flatMap(({ id, titles: own }) =>
        keysOf({ doi: null, arxivId: null, titles: own }).map((key): [string, string] => [key, id]),
      ),
    ));
  return (fields) =>
    (fields.doi && papersByIdentifier(db, 'doi', fields.doi)[0]) ||
    (fields.arxivId && papersByIdentifier(db, 'arxiv', fields.arxivId)[0]) ||
    keysOf({ doi: null, arxivId: null, titles: [fields.title] })
      .map((key) => byTitle().get(key))
      .find((id) => id !== undefined) ||
    null;
}

/** The entries of a file's reference list, each with the paper of the library it is; none where it prints none. */
export async function readReferences(core: Services, sha256: string): Promise<Reference[]> {
  const entries = await entriesOf(core, sha256);
  const find = finder(core);
  return entries.map((entry) => ({ ...entry, paperId: find(entry.fields) }));
}

export type Citing = { paperId: string; title: string; sha256: string; index: number; page: number };

/** Papers of the library whose printed lists name this paper. */
export async function readCitedBy(core: Services, paperId: string): Promise<Citing[]> {
  const paper = findPaper(core.db, paperId);
  if (!paper) throw new AppError('not_found', 'There is no such paper.');
  const until = performance.now() + PATIENCE_MS;
  for (const { sha256 } of core.db.all<{ sha256: string }>(`SELECT sha256 FROM file WHERE state = 'ready'`)) {
    if (performance.now() > until) break;
    if (!core.cache.references(sha256)) await entriesOf(core, sha256);
  }
  const own = new Set(paper.files.map((file) => file.sha256));
  const keys = keysOf({ ...paper, titles: [paper.title, paper.titleSecondary].filter(Boolean) });
  const found = core.cache.citing(keys).filter(({ sha256 }) => !own.has(sha256));
  const seen = new Set<string>();
  return found.flatMap(({ sha256, index }) => {
    const file = fileRow(core.db, sha256);
    const [id] = file ? papersOfFile(core.db, file.id) : [];
    if (!id || id === paperId || seen.has(id)) return [];
    seen.add(id);
    const entry = (core.cache.references(sha256) as StoredReference[] | undefined)?.[index];
    return [{ paperId: id, title: findPaper(core.db, id)?.title ?? '', sha256, index, page: entry?.page ?? 1 }];
  });
}

/** Makes a paper of an entry; the one it is where the library has it. `not_found` where the list has not been read. */
export function addFromReference(tx: Tx, sha256: string, index: number): string {
  const entry = (tx.cache.references(sha256) as StoredReference[] | undefined)?.[index];
  if (!entry) throw new AppError('not_found', 'There is no such entry in the reference list of this file.');
  const known = finder(tx)(entry.fields);
  if (known) return known;
  const { title, ...fields } = entry.fields;
  const given: Partial<PaperFields> & { title: string } = { ...fields, title: title || entry.raw.slice(0, 300) };
  tx.step('paper.create', { subject: given.title });
  return createPaper(tx, given);
}
