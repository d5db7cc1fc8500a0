// Brings PDFs in: store the bytes, read them in the extractor, say which paper they are. One result a file;
// no file, however broken, stops the others.
import { basename } from 'node:path';
import { AppError } from '#shared/errors.ts';
import type { ImportedFile } from '#shared/files.ts';
import type { FileState } from '#shared/papers.ts';
import type { Tx, Work } from '../kinds.ts';
import { createPaper, fillPaper, findPaper } from '../papers/index.ts';
import { collect, whyNotPdf, type Candidate } from './collect.ts';
import { readFacts, type Facts } from './facts.ts';
import { matchPaper, type Match } from './match.ts';
import { fileRow, nextPosition, papersOfFile } from './sql.ts';
import { readPdf, type Reading } from './read.ts';

type Input = { sources: string[]; paperId?: string | undefined };

/** The job behind `files.import`. Safe to repeat: a file already there is found by its bytes. */
export async function importFiles(work: Work, input: Input): Promise<ImportedFile[]> {
  const { results, candidates } = await gather(work, input.sources);
  for (const [index, candidate] of candidates.entries()) {
    work.signal.throwIfAborted();
    work.progress(index, candidates.length, basename(candidate.name));
    results.push(await importOne(work, candidate, input.paperId));
  }
  for (const source of input.sources) work.sources.release(source);
  work.progress(candidates.length, candidates.length, '');
  return results;
}

async function gather(work: Work, sources: string[]): Promise<{ results: ImportedFile[]; candidates: Candidate[] }> {
  const results: ImportedFile[] = [];
  const candidates: Candidate[] = [];
  for (const source of sources) {
    let name = source;
    try {
      const admitted = work.sources.resolve(source);
      name = admitted.name;
      candidates.push(...(await collect(admitted.path, name)));
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
});

async function importOne(work: Work, candidate: Candidate, paperId: string | undefined): Promise<ImportedFile> {
  const { name } = candidate;
  try {
    const reason = await whyNotPdf(candidate);
    if (reason) return refused(name, reason);
    const stored = await work.store.add(candidate.path, work.signal);
    const known = fileRow(work.db, stored.sha256);
    if (known) return again(work, known.id, stored.sha256, name, paperId);
    const reading = await readPdf(work, stored.sha256);
    const facts = readFacts(reading.info, reading.head, basename(name));
    const file: NewFile = { ...stored, name: basename(name), reading };
    return work.write((tx) => enter(tx, file, facts, name, paperId));
  } catch (error) {
    work.signal.throwIfAborted();
    if (error instanceof AppError && error.code !== 'storage') return refused(name, error.message);
    throw error;
  }
}

/** The same bytes again: nothing is added; a file that had gone missing is whole again, a named paper gets it too. */
function again(work: Work, fileId: string, sha256: string, path: string, paperId: string | undefined): ImportedFile {
  return work.write((tx) => {
    tx.step('file.import', { subject: basename(path) });
    if (tx.row('file', fileId)?.state === 'missing') tx.patch('file', fileId, { state: 'ready', message: '' });
    let owners = papersOfFile(tx.db, fileId);
    if (paperId && !owners.includes(paperId)) {
      link(tx, paperId, fileId, basename(path));
      owners = [paperId, ...owners];
    }
    const message = 'Already in the library.';
    return { path, sha256, status: 'already', paperId: owners[0] ?? null, matchedBy: null, message };
  });
}

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
    page_count: reading.pageCount,
    state: reading.state,
    message: reading.message,
    original_name: name,
    info: JSON.stringify(reading.info),
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
  // Several DOIs on the first pages are as likely to be references: then none is taken.
  const [doi = null, ...others] = facts.dois;
  const [arxivId = null] = facts.arxivIds;
  return createPaper(tx, {
    title,
    authors: facts.authors,
    doi: others.length === 0 ? doi : null,
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
  });
}
