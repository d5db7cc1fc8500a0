// Reads collections.
import type { Collection } from '#shared/collections.ts';
import { PaperFilter, paperTest } from '#shared/paper-filter.ts';
import type { Reader, Services } from '../kinds.ts';
import { listPapers } from '../papers/index.ts';

export type CollectionRow = {
  id: string;
  parent_id: string | null;
  name: string;
  position: number;
  filter: string | null;
  deleted_at: number | null;
};

const filterOf = (row: CollectionRow): PaperFilter | null =>
  row.filter === null ? null : PaperFilter.parse(JSON.parse(row.filter));

/** Live collections, each after its parent and in order; what lies in a removed one is left out. */
export function listCollections({ db, clock }: Pick<Services, 'db' | 'clock'>): Collection[] {
  const rows = db.all<CollectionRow>('SELECT * FROM collection WHERE deleted_at IS NULL ORDER BY position, id');
  const counts = new Map(
    db
      .all<{ collection_id: string; n: number }>(
        `SELECT collection_id, count(*) AS n FROM collection_paper JOIN paper ON paper.id = paper_id
         WHERE deleted_at IS NULL GROUP BY collection_id`,
      )
      .map((row) => [row.collection_id, row.n]),
  );
  // The papers are read once, and only where a filter is to be tried on them.
  const papers = rows.some((row) => row.filter !== null) ? listPapers(db) : [];
  const children = Map.groupBy(rows, (row) => row.parent_id);
  const below = (parentId: string | null): Collection[] =>
    (children.get(parentId) ?? []).flatMap((row) => {
      const filter = filterOf(row);
      const count = filter ? papers.filter(paperTest(filter, clock())).length : (counts.get(row.id) ?? 0);
      return [{ id: row.id, parentId: row.parent_id, name: row.name, filter, papers: count }, ...below(row.id)];
    });
  return below(null);
}

/** One collection, in the trash or not. */
export const collectionRow = (db: Reader, id: string): CollectionRow | undefined =>
  db.get<CollectionRow>('SELECT * FROM collection WHERE id = ?', id);

/** Live siblings in order. */
export const siblings = (db: Reader, parentId: string | null): CollectionRow[] =>
  db.all<CollectionRow>(
    'SELECT * FROM collection WHERE parent_id IS ? AND deleted_at IS NULL ORDER BY position, id',
    parentId,
  );

export type MemberRow = { id: string; paper_id: string; position: number };

/** The papers put into a collection, in order; those in the trash too. */
export const members = (db: Reader, id: string): MemberRow[] =>
  db.all<MemberRow>(
    'SELECT id, paper_id, position FROM collection_paper WHERE collection_id = ? ORDER BY position, id',
    id,
  );
