// A survey's file on disk beside it. Neither side is ever overwritten unseen: changes of both are set side by side, and
// each write names the state it was decided on.
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { AppError } from '#shared/errors.ts';
import type { Survey, SurveyFile } from '#shared/surveys.ts';
import { writeAtomically } from '../atomic.ts';
import type { Reader, Services, Tx } from '../kinds.ts';
import { decode } from './decode.ts';
import { spliceBytes } from './encode.ts';
import { requireRevision, requireStored } from './import.ts';
import { planOf } from './plan.ts';
import { readSurveyFile } from './read.ts';
import { findSurvey } from './sql.ts';
import { sourceBytes, storedBytes } from './stored.ts';
import { editsTo } from './text-diff.ts';
import { threeWay } from './three-way.ts';
import { keepBytes, writePlan } from './write.ts';

type Link = { path: string; sha256: string };

const linkOf = (db: Reader, id: string): Link | undefined =>
  db.get<Link>('SELECT path, sha256 FROM survey_link WHERE survey_id = ?', id);

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A file's bytes, or null where there is none to be read. */
function bytesAt(path: string): Buffer | null {
  try {
    return statSync(path).size > 32 * 1024 * 1024 ? null : readFileSync(path);
  } catch {
    // Gone, or not readable: said as the state `gone`.
    return null;
  }
}

/** How a survey and its file stand to each other; null while none is linked. */
export function surveyFile(core: Pick<Services, 'db'>, id: string): SurveyFile | null {
  const stored = requireStored(core, id);
  const link = linkOf(core.db, id);
  if (!link) return null;
  const bytes = bytesAt(link.path);
  if (bytes === null) return { path: link.path, state: 'gone', seen: '', chunks: [] };
  const seen = hash(bytes);
  const mine = storedBytes(core.db, stored);
  if (bytes.equals(mine)) return { path: link.path, state: 'same', seen, chunks: [] };
  const base = sourceBytes(core.db, link.sha256);
  const [there, here] = [seen !== link.sha256, hash(mine) !== link.sha256];
  const chunks = threeWay(base === undefined ? '' : decode(base).text, stored.composed.text, decode(bytes).text);
  return { path: link.path, state: there && here ? 'both' : there ? 'there' : 'here', seen, chunks };
}

/** Links a picked file. `refused` for an upload: it has no place of its own. */
export function linkFile(tx: Tx, id: string, source: string): void {
  const stored = requireStored(tx, id);
  const file = readSurveyFile(tx, source);
  if (file.path === null) {
    const message = 'Only a file of this computer, picked in the desktop app or on the command line, can be linked.';
    throw new AppError('refused', message, { reason: 'survey-upload' });
  }
  // Where the two differ already, the text the survey came in is what they have in common.
  const common = file.sha256 === hash(storedBytes(tx.db, stored)) ? file.sha256 : stored.sha256;
  if (common === file.sha256) keepBytes(tx, file.bytes);
  tx.outside.run('INSERT OR REPLACE INTO survey_link VALUES (?, ?, ?)', id, file.path, common);
  tx.sources.release(source);
}

/** Forgets the file; it stays where it is. */
export function unlinkFile(tx: Tx, id: string): void {
  tx.outside.run('DELETE FROM survey_link WHERE survey_id = ?', id);
}

function requireFile(tx: Tx, id: string, seen: string): { link: Link; bytes: Buffer } {
  const link = linkOf(tx.db, id);
  if (!link) throw new AppError('not_found', 'No file is linked to this survey.');
  const bytes = bytesAt(link.path);
  if (bytes === null) {
    const message = `${link.path} is not there, or may not be read. Link it again from where it is now.`;
    throw new AppError('not_found', message, { reason: 'survey-file-gone', name: link.path });
  }
  if (hash(bytes) !== seen)
    throw new AppError('conflict', `${link.path} changed meanwhile. Look at it again.`, {
      reason: 'survey-file-changed',
      name: link.path,
    });
  return { link, bytes };
}

/** Takes the file's changes in: the survey says `text`, in the file's bytes wherever both say the same. */
export function pullFile(tx: Tx, id: string, revision: string, seen: string, text: string): Survey {
  const stored = requireStored(tx, id);
  requireRevision(stored, revision);
  const { link, bytes } = requireFile(tx, id, seen);
  const file = decode(bytes);
  const edits = editsTo(file.text, text.toWellFormed());
  tx.step('survey.edit', { subject: stored.title, place: { surveyId: id } });
  const taken = {
    text: edits.reduceRight(
      (whole, { start, end, insert }) => whole.slice(0, start) + insert + whole.slice(end),
      file.text,
    ),
    bytes: edits.length === 0 ? bytes : spliceBytes({ bytes, encoding: file.encoding }, edits),
    encoding: file.encoding,
    fileName: stored.fileName,
    warnings: [],
  };
  writePlan(tx, planOf(tx, taken, [], { stored, by: 'file', conflicts: 0 }), id);
  tx.outside.run('INSERT OR REPLACE INTO survey_link VALUES (?, ?, ?)', id, link.path, keepBytes(tx, bytes));
  const survey = findSurvey(tx.db, id);
  if (!survey) throw new AppError('not_found', 'There is no such survey.');
  return survey;
}

/** Writes the survey to its file, whose bytes are those last taken in. */
export function pushFile(tx: Tx, id: string, revision: string, seen: string): void {
  const stored = requireStored(tx, id);
  requireRevision(stored, revision);
  const { link } = requireFile(tx, id, seen);
  if (link.sha256 !== seen) {
    const message = `${link.path} holds changes that were not taken in yet. Take them in first.`;
    throw new AppError('conflict', message, { reason: 'survey-file-ahead', name: link.path });
  }
  const bytes = storedBytes(tx.db, stored);
  tx.outside.run('INSERT OR REPLACE INTO survey_link VALUES (?, ?, ?)', id, link.path, keepBytes(tx, bytes));
  try {
    writeAtomically(link.path, Buffer.from(bytes));
  } catch {
    throw new AppError('storage', `${link.path} could not be written. Check the disk and its permissions.`, {
      reason: 'survey-file-unwritable',
      name: link.path,
    });
  }
}
