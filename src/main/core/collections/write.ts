// Writes collections. Other rooms make and fill them through here.
import { AppError } from '#shared/errors.ts';
import type { PaperFilter } from '#shared/paper-filter.ts';
import type { Tx } from '../kinds.ts';
import { getPaper } from '../papers/index.ts';
import { collectionRow, members, siblings } from './sql.ts';

type New = { name: string; parentId?: string | null; filter?: PaperFilter | null };

/** Makes a collection, last among its siblings; its id. `not_found` for the parent. */
export function createCollection(tx: Tx, { name, parentId = null, filter = null }: New): string {
  if (parentId !== null) requireLive(tx, parentId);
  const id = tx.newId();
  tx.put('collection', id, {
    parent_id: parentId,
    name,
    position: (siblings(tx.db, parentId).at(-1)?.position ?? 0) + 1,
    filter: filter && JSON.stringify(filter),
    created_at: tx.now,
    updated_at: tx.now,
    deleted_at: null,
  });
  return id;
}

/** Puts papers in, last; those in it already stay where they are. `bad_input` for a smart collection. */
export function addToCollection(tx: Tx, id: string, paperIds: readonly string[]): void {
  if (requireLive(tx, id).filter !== null) {
    throw new AppError('bad_input', 'id: a smart collection holds what fits its filter; nothing is put in by hand.');
  }
  const present = members(tx.db, id);
  const known = new Set(present.map((row) => row.paper_id));
  let last = present.at(-1)?.position ?? 0;
  for (const paperId of new Set(paperIds)) {
    if (known.has(paperId)) continue;
    getPaper(tx.db, paperId);
    last += 1;
    tx.put('collection_paper', tx.newId(), {
      collection_id: id,
      paper_id: paperId,
      position: last,
      created_at: tx.now,
    });
  }
}

/** The collection's row, or `not_found`. */
export function requireLive(tx: Pick<Tx, 'db'>, id: string) {
  const row = collectionRow(tx.db, id);
  if (!row || row.deleted_at !== null) throw new AppError('not_found', 'There is no such collection.');
  return row;
}

/** Positions for `moved` right after `afterId` (null: first) among rows in order; what must change, by id. */
export function placed<R extends { id: string; position: number }>(
  rows: readonly R[],
  moved: string,
  afterId: string | null,
): { id: string; position: number }[] {
  const rest = rows.filter((row) => row.id !== moved);
  const at = afterId === null ? 0 : rest.findIndex((row) => row.id === afterId) + 1;
  if (afterId !== null && at === 0) throw new AppError('not_found', 'afterId: it is not there.');
  const [before, after] = [rest[at - 1]?.position, rest[at]?.position];
  const between = before === undefined ? (after ?? 1) - 1 : after === undefined ? before + 1 : (before + after) / 2;
  if (between !== before && between !== after) return [{ id: moved, position: between }];
  // No number lies between the two any more: all are counted anew.
  const order = [...rest.slice(0, at).map((row) => row.id), moved, ...rest.slice(at).map((row) => row.id)];
  return order.map((id, index) => ({ id, position: index + 1 }));
}
