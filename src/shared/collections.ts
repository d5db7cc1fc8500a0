// Collections: an order of one's own, nested. A smart one holds whatever fits its filter.
import { z } from 'zod';
import { command, query } from './calls.ts';
import { PaperFilter } from './paper-filter.ts';
import { Id, Nothing } from './values.ts';

export const CollectionName = z.string().trim().min(1).max(200);

export const Collection = z.object({
  id: Id,
  parentId: Id.nullable(),
  name: z.string(),
  /** Null where papers are put in by hand. */
  filter: PaperFilter.nullable(),
  /** How many papers it holds itself, those in the trash not counted. */
  papers: z.int(),
});
export type Collection = z.infer<typeof Collection>;

const Papers = { id: Id, paperIds: z.array(Id).min(1).max(20_000) };

export const collections = {
  /** All of them, each after its parent and in their order. */
  list: query(z.object({}), z.array(Collection)),
  /** Makes one, last among its siblings. */
  create: command(
    z.object({
      name: CollectionName,
      parentId: Id.nullable().default(null),
      filter: PaperFilter.nullable().default(null),
      paperIds: z.array(Id).max(20_000).default([]),
    }),
    Collection,
  ),
  rename: command(z.object({ id: Id, name: CollectionName }), Collection),
  /** `bad_input` for a collection filled by hand. */
  setFilter: command(z.object({ id: Id, filter: PaperFilter }), Collection),
  /** Puts it under `parentId` after `afterId` (null: first). `bad_input` where it would come to lie in itself. */
  move: command(z.object({ id: Id, parentId: Id.nullable(), afterId: Id.nullable() }), Nothing),
  /** Moves it, with what is nested in it, to the trash; the papers stay. */
  remove: command(z.object({ id: Id }), Nothing),
  restore: command(z.object({ id: Id }), Nothing),
  /** Puts papers in, last; those in it already stay where they are. `bad_input` for a smart one. */
  addPapers: command(z.object(Papers), Nothing),
  removePapers: command(z.object(Papers), Nothing),
  /** Moves a paper within the collection, after `afterId` (null: first). */
  movePaper: command(z.object({ id: Id, paperId: Id, afterId: Id.nullable() }), Nothing),
};
