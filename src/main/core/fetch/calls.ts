// Calls of the fetch room.
import type { fetch } from '#shared/fetch.ts';
import type { Handlers } from '../kinds.ts';
import { runQueue } from './run.ts';
import { candidates, listItems } from './sql.ts';

export const fetchCalls: Handlers<typeof fetch> = {
  list: ({ db }) => listItems(db),
  candidates: ({ db }) => {
    const queued = new Set(listItems(db).map((item) => item.paperId));
    return candidates(db).filter((one) => !queued.has(one.paperId));
  },
  add: (tx, { paperIds }) => {
    let queued = 0;
    for (const paperId of paperIds) {
      const [found] = candidates(tx.db, paperId);
      if (!found) continue;
      const id = tx.newId();
      tx.outside.run(
        `INSERT INTO fetch_item VALUES (?, ?, ?, 'queued', NULL, '{}', 0, NULL, '', 0, ?, NULL)
         ON CONFLICT (paper_id) DO UPDATE SET state = 'queued', reason = NULL, detail = '{}', url = excluded.url`,
        id,
        paperId,
        found.url,
        tx.now,
      );
      tx.outside.changed('fetch_item', id);
      queued += 1;
    }
    return { queued };
  },
  remove: (tx, { ids }) => {
    for (const id of ids) {
      tx.outside.run('DELETE FROM fetch_item WHERE id = ?', id);
      tx.outside.changed('fetch_item', id);
    }
    return {};
  },
  run: (work) => runQueue(work),
};
