// Brings PDFs in: store the bytes, read them in the extractor, say which paper they are. One result a file;
// no file, however broken, stops the others.
import { basename } from 'node:path';
import { AppError, type ErrorCode } from '#shared/errors.ts';
import type { ImportedFile } from '#shared/files.ts';
import type { FileState } from '#shared/papers.ts';
import type { Row, Tx, Work } from '../kinds.ts';
import {
  createPaper,
  fillPaper,
  findPaper,
  identifierClash,
  papersByIdentifier,
  restorePaper,
} from '../papers/index.ts';
import { collect, whyNotPdf, type Candidate } from './collect.ts';
import { readFacts, type Facts } from './facts.ts';
import { matchPaper, type Match } from './match.ts';
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
      results.push(...problems.map((problem) => refused(problem.name, problem.message)));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      results.push(refused(name, error.message));
    }
  }
  return { results, candidates };
}

const refused = (path: string, message: string): ImportedFile => ({
  path,
  sha256: null,
  status: 'refused',
  paperId: null,
  matchedBy: null,
  message,
  reason: { code: 'other', params: { message } },
  near: null,
});

const OF_THE_FILE = new Set<ErrorCode>(['bad_input', 'refused', 'not_found', 'conflict']);

async function importOne(work: Work, candidate: Candidate, paperId: string | undefined): Promise<ImportedFile> {
  const { name } = candidate;
  try {
    const reason = await whyNotPdf(candidate);
    if (reason) return refused(name, reason);
    const stored = await work.store.add(candidate.path, work.signal);
    const known = fileRow(work.db, stored.sha256);
    if (known?.state === 'ready') return again(work, known, undefined, name, paperId);
    const reading = await readPdf(work, stored.sha256);
    if (known) return again(work, known, reading, name, paperId);
    const facts = readFacts(reading.info, reading.head, basename(name));
    const file: NewFile = { ...stored, name: basename(name), reading };
    return work.write((tx) => enter(tx, file, facts, name, paperId));
  } catch (error) {
    work.signal.throwIfAborted();
    // What is wrong with one file is said of that file; what is wrong with the library ends the job.
    if (error instanceof AppError && OF_THE_FILE.has(error.code)) return refused(name, error.message);
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
    if (paperId) {
      if (!owners.includes(paperId)) link(tx, paperId, file.id, label);
      owner = paperId;
    } else if (owner === null) {
      owner = bringBack(tx, file.id, label);
      if (owner !== null) message = 'Already in the library; its paper was brought back from the trash.';
    }
    return {
      path,
      sha256: file.sha256,
      status: 'already',
      paperId: owner,
      matchedBy: null,
      message,
      reason: { code: 'already', params: {} },
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
  page_count: reading.pageCount,
  state: reading.state,
  message: reading.message,
  info: JSON.stringify(reading.info),
});

type NewFile = { sha256: string; byteSize: number; name: string; reading: Reading };

function enter(tx: Tx, file: NewFile, facts: Facts, path: string, paperId: string | undefined): ImportedFile {
  const { sha256, byteSize, name, reading } = file;
  const match = paperId ? undefined : matchPaper(tx.db, facts);
  const target = paperId ?? match?.paperId;
  tx.step('file.import', { subject: name });
  const fileId = tx.newId();
  tx.put('file', fileId, {
    sha256,
    byte_size: byteSize,
    ...readingColumns(reading),
    original_name: name,
    text_key: '',
    created_at: tx.now,
  });
  const owner = target ?? newPaper(tx, facts, name);
  if (target && match) fillPaper(tx, target, { authors: facts.authors });
  link(tx, owner, fileId, name);
  return {
    path,
    sha256,
    status: STATUS[reading.state],
    paperId: owner,
    ...how(match, paperId),
    message: reading.message,
    reason: null,
    near: null,
  };
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
  // Several DOIs on the first pages are as likely to be references: then none is taken, nor one that is another's.
  const free = (scheme: 'doi' | 'arxiv', [value, ...others]: string[]): string | null =>
    value === undefined || others.length > 0 || papersByIdentifier(tx.db, scheme, value).length > 0 ? null : value;
  const arxivId = free('arxiv', facts.arxivIds);
  return createPaper(tx, {
    title,
    authors: facts.authors,
    doi: free('doi', facts.dois),
    arxivId,
    url: arxivId ? `https://arxiv.org/abs/${arxivId}` : null,
  });
}

/** Gives a paper a file as its next version. */
export function link(tx: Tx, paperId: string, fileId: string, label: string): void {
  if (!findPaper(tx.db, paperId)) throw new AppError('not_found', 'There is no such paper.');
  tx.put('paper_file', tx.newId(), {
    paper_id: paperId,
    file_id: fileId,
    label: label.replace(/\.pdf$/i, ''),
    position: nextPosition(tx.db, paperId),
    kind: 'main',
    version: '',
  });
}
