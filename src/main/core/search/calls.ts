// Calls of the search room.
import type { SavedSearch, search } from '#shared/search.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers, Reader } from '../kinds.ts';

type SavedRow = { id: string; name: string; query: string; created_at: number };

const listSaved = (db: Reader): SavedSearch[] =>
  db
    .all<SavedRow>('SELECT * FROM saved_search WHERE deleted_at IS NULL ORDER BY name COLLATE NOCASE, id')
    .map((row) => ({ id: row.id, name: row.name, query: row.query, createdAt: row.created_at }));

export const searchCalls: Handlers<typeof search> = {
  query: (core, input) => core.search.query(input),
  state: (core) => core.search.state(),
  rebuild: (work) => work.search.rebuild(work.signal, work.progress),
  saved: ({ db }) => listSaved(db),
  save: (tx, { name, query }) => {
    const known = listSaved(tx.db).find((each) => each.name === name);
    tx.step('search.save', { subject: name });
    const id = known?.id ?? tx.newId();
    if (known) tx.patch('saved_search', id, { query });
    else tx.put('saved_search', id, { id, name, query, created_at: tx.now, deleted_at: null });
    return { id, name, query, createdAt: known?.createdAt ?? tx.now };
  },
  unsave: (tx, { id }) => {
    const row = tx.row('saved_search', id);
    if (!row || row['deleted_at'] !== null) throw new AppError('not_found', 'There is no such saved search.');
    tx.step('search.unsave', { subject: String(row['name']) });
    tx.patch('saved_search', id, { deleted_at: tx.now });
    return {};
  },
};
