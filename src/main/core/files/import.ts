// Brings PDFs in: store the bytes, read them in the extractor, say which paper they are. One result a file;
// no file, however broken, stops the others.
import { basename } from 'node:path';
import { AppError, type ErrorCode } from '#shared/errors.ts';
import { FileReason, type ImportedFile } from '#shared/files.ts';
import type { FileState } from '#shared/papers.ts';
import type { Reader, Row, Tx, Work } from '../kinds.ts';
import {
  createPaper,
  fillPaper,
  findPaper,
  identifierClash,
  pairKey,
  papersByIdentifier,
  restorePaper,
} from '../papers/index.ts';
import { collect, whyNotPdf, type Candidate } from './collect.ts';
import { readFacts, type Facts } from './facts.ts';
import { matchPaper, nearestPaper, type Match } from './match.ts';
import { indexReferences } from './references.ts';
import { fileRow, linksOfFile, nextPosition, papersOfFile, type FileRow } from './sql.ts';
import { readPdf, type Reading } from './read.ts';

type Input = { sources: string[]; paperId?: string | undefined };

/** The job behind `files.import`. Safe to repeat: a file already there is found by its bytes. */
export async function importFiles(work: Work, input: Input): Promise<ImportedFile[]> {
  work.afterwards(() => work.sources.release(...input.sources));
  requirePaper(work, input.paperId);
  const { results, candidates } = await gather(work, input.sources);
  for (const [index, candidate] of candidates.entries()) {
    work.signal.throwIfAborted();
    work.progress(index, candidates.length, basename(candidate.name));
    results.push(await importOne(work, candidate, input.paperId));
  }
  work.progress(candidates.length, candidates.length, '');
  return results;
}

/** `not_found` when the files are to belong to a paper that is not there, or is in the trash. */
function requirePaper({ db }: Work, paperId: string | undefined): void {
  if (paperId === undefined) return;
  const paper = findPaper(db, paperId);
  if (!paper) throw new AppError('not_found', 'paperId: there is no such paper.');
  if (paper.deletedAt !== null) throw new AppError('not_found', `paperId: “${paper.title}” is in the trash.`);
}

async function gather(work: Work, sources: string[]): Promise<{ results: ImportedFile[]; candidates: Candidate[] }> {
  const results: ImportedFile[] = [];
  const candidates: Candidate[] = [];
  for (const source of sources) {
    let name = source;
    try {
      const admitted = work.sources.resolve(source);
      name = admitted.name;
      const { found, problems } = await collect(admitted.path, name, work.signal);
      for (const candidate of found) candidates.push(candidate);
      results.push(...problems.map((problem) => refused(problem.name, problem.message, problem.reason)));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      results.push(refused(name, error.message, reasonOf(error)));
    }
  }
  return { results, candidates };
}

const refused = (path: string, message: string, reason?: FileReason): ImportedFile => ({
  path,
  sha256: null,
  status: 'refused',
  paperId: null,
  matchedBy: null,
  message,
  reason: reason ?? { code: 'other', params: { message } },
  near: null,
});

/** The reason an error carries for windows to word. */
function reasonOf(error: AppError): FileReason | undefined {
  const reason = FileReason.safeParse({ code: error.details['reason'], params: error.details['params'] ?? {} });
  return reason.success ? reason.data : undefined;
}

const OF_THE_FILE = new Set<ErrorCode>(['bad_input', 'refused', 'not_found', 'conflict']);

/** Takes one file in for a paper; for rooms that got it themselves. As {@link importFiles} otherwise. */
export const importInto = (work: Work, candidate: Candidate, paperId: string): Promise<ImportedFile> =>
  importOne(work, candidate, paperId);

async function importOne(work: Work, candidate: Candidate, paperId: string | undefined): Promise<ImportedFile> {
  const { name } = candidate;
  try {
    const reason = await whyNotPdf(candidate);
    if (reason) return refused(name, reason.message, reason.reason);
    const stored = await work.store.add(candidate.path, work.signal);
    const known = fileRow(work.db, stored.sha256);
    if (known?.state === 'ready') return again(work, known, undefined, name, paperId);
    const reading = await readPdf(work, stored.sha256);
    if (known) return again(work, known, reading, name, paperId);
    const facts = readFacts(reading.info, reading.head, basename(name));
    const file: NewFile = { ...stored, name: basename(name), reading };
    const entered = work.write((tx) => enter(tx, file, facts, name, paperId));
    if (reading.state === 'ready') indexReferences(work, stored.sha256);
    return entered;
  } catch (error) {
    work.signal.throwIfAborted();
    // What is wrong with one file is said of that file; what is wrong with the library ends the job.
    if (error instanceof AppError && OF_THE_FILE.has(error.code)) return refused(name, error.message, reasonOf(error));
    throw error;
  }
}

/**
 * The same bytes again: nothing is added. A file that could not be read before is tried anew, a named paper gets it
 * too, and where its only paper lies in the trash that paper comes back.
 */
function again(
  work: Work,
  file: FileRow,
  reading: Reading | undefined,
  path: string,
  paperId: string | undefined,
): ImportedFile {
  return work.write((tx) => {
    const label = basename(path);
    tx.step('file.import', { subject: label });
    if (reading) tx.patch('file', file.id, readingColumns(reading));
    const owners = papersOfFile(tx.db, file.id);
    let [owner = null] = owners;
    let message = 'Already in the library.';
    let isBack = false;
    if (paperId) {
      if (!owners.includes(paperId)) link(tx, paperId, file.id, label);
      owner = paperId;
    } else if (owner === null) {
      owner = bringBack(tx, file.id, label);
      isBack = owner !== null;
      if (isBack) message = 'Already in the library; its paper was brought back from the trash.';
    }
    return {
      path,
      sha256: file.sha256,
      status: 'already',
      paperId: owner,
      matchedBy: null,
      message,
      reason: { code: isBack ? 'from-trash' : 'already', params: {} },
      near: null,
    };
  });
}

/** Takes the file's paper out of the trash; where another paper has its DOI by now, that one gets the file. */
function bringBack(tx: Tx, fileId: string, label: string): string | null {
  const trashed = linksOfFile(tx.db, fileId)[0]?.paper_id;
  if (trashed === undefined) return null;
  const clash = identifierClash(tx.db, trashed);
  if (clash) link(tx, clash.paperId, fileId, label);
  else restorePaper(tx, trashed);
  return clash?.paperId ?? trashed;
}

const readingColumns = (reading: Reading): Row => ({
  text_key: reading.textKey,
  page_count: reading.pageCount,
  state: reading.state,
  message: reading.message,
  info: JSON.stringify(reading.info),
});

type NewFile = { sha256: string; byteSize: number; name: string; reading: Reading };

function enter(tx: Tx, file: NewFile, facts: Facts, path: string, paperId: string | undefined): ImportedFile {
  const { sha256, byteSize, name, reading } = file;
  const twin = paperId ? undefined : sameText(tx.db, reading.textKey);
  const match: Match | undefined = paperId
    ? undefined
    : twin
      ? { paperId: twin.paper_id, matchedBy: 'text' }
      : matchPaper(tx.db, facts);
  const target = paperId ?? match?.paperId;
  tx.step('file.import', { subject: name });
  const fileId = tx.newId();
  tx.put('file', fileId, {
    sha256,
    byte_size: byteSize,
    ...readingColumns(reading),
    original_name: name,
    created_at: tx.now,
  });
  const owner = target ?? newPaper(tx, facts, name);
  if (target && match) fillPaper(tx, target, { authors: facts.authors, year: facts.year, container: facts.venue });
  link(tx, owner, fileId, name, facts.version);
  const near = target ? null : nearMiss(tx, owner, facts);
  return {
    path,
    sha256,
    status: STATUS[reading.state],
    paperId: owner,
    ...how(match, paperId),
    message: twin
      ? `Says the same as ${twin.label} in other bytes; kept as another file of its paper.`
      : reading.message,
    reason: twin ? { code: 'same-text', params: { label: twin.label } } : stateReason(reading),
    near,
  };
}

const stateReason = ({ state }: Reading): FileReason | null =>
  state === 'damaged' || state === 'locked' || state === 'unread' ? { code: state, params: {} } : null;

/** A file known already that says the same in other bytes, and the live paper it belongs to. */
function sameText(db: Reader, textKey: string): { paper_id: string; label: string } | undefined {
  if (textKey === '') return undefined;
  return db.get(
    `SELECT paper_id, label FROM file JOIN paper_file ON file_id = file.id JOIN paper ON paper.id = paper_id
     WHERE text_key = ? AND paper.deleted_at IS NULL ORDER BY paper_file.id LIMIT 1`,
    textKey,
  );
}

/** Where the file looks like a known paper's but not surely: the pair is put up for the user to decide. */
function nearMiss(tx: Tx, paperId: string, facts: Facts): ImportedFile['near'] {
  const near = nearestPaper(tx.db, facts, paperId);
  if (!near) return null;
  const [first, second] = pairKey(paperId, near.paperId);
  tx.put('paper_pair', tx.newId(), {
    paper_id: first,
    other_id: second,
    verdict: 'proposed',
    score: near.score,
    reasons: JSON.stringify(near.reasons),
    created_at: tx.now,
  });
  return near;
}

const STATUS: Record<FileState, ImportedFile['status']> = {
  ready: 'added',
  unread: 'added',
  missing: 'added',
  damaged: 'damaged',
  locked: 'locked',
};

const how = (match: Match | undefined, paperId: string | undefined): Pick<ImportedFile, 'matchedBy'> => ({
  matchedBy: match?.matchedBy ?? (paperId ? null : 'none'),
});

function newPaper(tx: Tx, facts: Facts, fileName: string): string {
  const title =
    facts.title ||
    fileName
      .replace(/\.pdf$/i, '')
      .replace(/[_\s]+/g, ' ')
      .trim() ||
    fileName;
  // A DOI that may be a reference's is not taken, nor one that is another's.
  const free = (scheme: 'doi' | 'arxiv', value: string | null | undefined): string | null =>
    !value || papersByIdentifier(tx.db, scheme, value).length > 0 ? null : value;
  const arxivId = facts.arxivIds.length > 1 ? null : free('arxiv', facts.arxivIds[0]);
  return createPaper(tx, {
    title,
    authors: facts.authors,
    year: facts.year,
    container: facts.venue,
    doi: facts.isDoiSure ? free('doi', facts.ownDoi) : null,
    arxivId,
    ...(arxivId && !facts.ownDoi && { type: 'article' }),
    url: arxivId ? `https://arxiv.org/abs/${arxivId}` : null,
  });
}

/** Gives a paper a file as its next version. */
export function link(tx: Tx, paperId: string, fileId: string, label: string, version = ''): void {
  if (!findPaper(tx.db, paperId)) throw new AppError('not_found', 'There is no such paper.');
  tx.put('paper_file', tx.newId(), {
    paper_id: paperId,
    file_id: fileId,
    label: label.replace(/\.pdf$/i, ''),
    position: nextPosition(tx.db, paperId),
    kind: 'main',
    version,
  });
}
