// Calls of the collections room.
import type { Collection, collections } from '#shared/collections.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers, Services, Tx } from '../kinds.ts';
import { collectionRow, listCollections, members, siblings } from './sql.ts';
import { addToCollection, createCollection, placed, requireLive } from './write.ts';

function getCollection(core: Pick<Services, 'db' | 'clock'>, id: string): Collection {
  const found = listCollections(core).find((one) => one.id === id);
  if (!found) throw new AppError('not_found', 'There is no such collection.');
  return found;
}

const isWithin = (tx: Tx, id: string | null, ancestor: string): boolean => {
  for (let at = id; at !== null; at = collectionRow(tx.db, at)?.parent_id ?? null) if (at === ancestor) return true;
  return false;
};

export const collectionsCalls: Handlers<typeof collections> = {
  list: (core) => listCollections(core),
  create: (tx, { paperIds, ...input }) => {
    tx.step('collection.create', { subject: input.name });
    const id = createCollection(tx, input);
    if (paperIds.length) addToCollection(tx, id, paperIds);
    return getCollection(tx, id);
  },
  rename: (tx, { id, name }) => {
    tx.step('collection.edit', { subject: requireLive(tx, id).name });
    tx.patch('collection', id, { name, updated_at: tx.now });
    return getCollection(tx, id);
  },
  setFilter: (tx, { id, filter }) => {
    const row = requireLive(tx, id);
    if (row.filter === null) throw new AppError('bad_input', 'id: this collection is filled by hand.');
    tx.step('collection.edit', { subject: row.name });
    tx.patch('collection', id, { filter: JSON.stringify(filter), updated_at: tx.now });
    return getCollection(tx, id);
  },
  move: (tx, { id, parentId, afterId }) => {
    const row = requireLive(tx, id);
    if (parentId !== null) requireLive(tx, parentId);
    if (isWithin(tx, parentId, id)) throw new AppError('bad_input', 'parentId: a collection cannot lie in itself.');
    tx.step('collection.move', { subject: row.name });
    const rows = siblings(tx.db, parentId);
    for (const { id: one, position } of placed(rows, id, afterId)) tx.patch('collection', one, { position });
    tx.patch('collection', id, { parent_id: parentId });
    return {};
  },
  remove: (tx, { id }) => {
    tx.step('collection.remove', { subject: requireLive(tx, id).name });
    tx.patch('collection', id, { deleted_at: tx.now });
    return {};
  },
  restore: (tx, { id }) => {
    const row = collectionRow(tx.db, id);
    if (!row) throw new AppError('not_found', 'There is no such collection.');
    tx.step('collection.restore', { subject: row.name });
    tx.patch('collection', id, { deleted_at: null });
    return {};
  },
  addPapers: (tx, { id, paperIds }) => {
    tx.step('collection.add', { subject: requireLive(tx, id).name });
    addToCollection(tx, id, paperIds);
    return {};
  },
  removePapers: (tx, { id, paperIds }) => {
    tx.step('collection.take', { subject: requireLive(tx, id).name });
    const gone = new Set(paperIds);
    for (const row of members(tx.db, id)) if (gone.has(row.paper_id)) tx.put('collection_paper', row.id, null);
    return {};
  },
  movePaper: (tx, { id, paperId, afterId }) => {
    tx.step('collection.move', { subject: requireLive(tx, id).name });
    const rows = members(tx.db, id);
    const rowOf = (paper: string): string | undefined => rows.find((row) => row.paper_id === paper)?.id;
    const [moved, after] = [rowOf(paperId), afterId === null ? null : rowOf(afterId)];
    if (!moved || after === undefined) throw new AppError('not_found', 'The paper is not in this collection.');
    for (const { id: one, position } of placed(rows, moved, after)) tx.patch('collection_paper', one, { position });
    return {};
  },
};
