// Calls of the files room.
import { AppError } from '#shared/errors.ts';
import type { files } from '#shared/files.ts';
import type { Handlers, Reader, Tx } from '../kinds.ts';
import { getPaper } from '../papers/index.ts';
import { passwordOf, rememberPassword } from './passwords.ts';
import { unlock } from './text.ts';
import { importFiles, link } from './import.ts';
import { addFromReference, readCitedBy, readReferences } from './references.ts';
import { fileRow, firstPosition, linkOf, linksOfFile, listStored, storedFile, type FileRow } from './sql.ts';

/** The file's row, or `not_found`. */
export function getFile(db: Reader, sha256: string): FileRow {
  const row = fileRow(db, sha256);
  if (!row) throw new AppError('not_found', `There is no file ${sha256.slice(0, 12)}… in this library.`);
  return row;
}

export const filesCalls: Handlers<typeof files> = {
  list: ({ db }) => listStored(db),
  get: ({ db }, { sha256 }) => storedFile(db, getFile(db, sha256)),
  import: importFiles,
  password: (core, { sha256 }) => passwordOf(core, getFile(core.db, sha256).sha256) ?? null,
  unlock: async (core, { sha256, password }) => ({
    isRight: await unlock(core, getFile(core.db, sha256), password),
  }),
  rememberPassword: (tx, { sha256, isWanted }) => {
    rememberPassword(tx, getFile(tx.db, sha256).sha256, isWanted);
    return {};
  },
  assign: (tx, { sha256, paperId }) => {
    const file = getFile(tx.db, sha256);
    const { title } = getPaper(tx.db, paperId);
    tx.step('file.assign', { subject: title, place: { paperId } });
    const links = linksOfFile(tx.db, file.id);
    for (const { id, paper_id } of links) if (paper_id !== paperId) tx.put('paper_file', id, null);
    if (!links.some(({ paper_id }) => paper_id === paperId)) link(tx, paperId, file.id, file.original_name);
    return {};
  },
  edit: (tx, { sha256, paperId, ...changes }) => {
    const row = linkRow(tx, sha256, paperId);
    tx.step('file.edit', { subject: row.label, place: { paperId } });
    tx.patch('paper_file', row.id, changes);
    return {};
  },
  prefer: (tx, { sha256, paperId }) => {
    const row = linkRow(tx, sha256, paperId);
    tx.step('file.edit', { subject: row.label, place: { paperId } });
    tx.patch('paper_file', row.id, { position: firstPosition(tx.db, paperId) - 1 });
    return {};
  },
  detach: (tx, { sha256, paperId }) => {
    const row = linkRow(tx, sha256, paperId);
    tx.step('file.detach', { subject: row.label, place: { paperId } });
    tx.put('paper_file', row.id, null);
    return {};
  },
  references: (core, { sha256 }) => {
    getFile(core.db, sha256);
    return readReferences(core, sha256);
  },
  citedBy: (core, { paperId }) => readCitedBy(core, paperId),
  addReference: (tx, { sha256, index }) => getPaper(tx.db, addFromReference(tx, sha256, index)),
};

/** The row that ties a file to a paper, or `not_found`. */
function linkRow(tx: Tx, sha256: string, paperId: string): { id: string; label: string } {
  const row = linkOf(tx.db, getFile(tx.db, sha256).id, paperId);
  if (!row) throw new AppError('not_found', 'The file does not belong to this paper.');
  return row;
}
