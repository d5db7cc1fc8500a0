// Earlier versions of what a user wrote, out of the history.
import { type Sides, staleSide } from '#shared/bilingual.ts';
import type { Passage, SideVersion } from '#shared/notes.ts';
import type { Side } from '#shared/values.ts';
import type { Reader } from '../kinds.ts';
import { sidesOf } from './sql.ts';

type RevisionRow = { before: string | null; after: string | null; at: number };
type Stored = Parameters<typeof sidesOf>[0];

const MOST = 100;

/** Every state a row has been in, the newest first. */
function statesOf(db: Reader, table: string, id: string): { sides: Sides; at: number }[] {
  const rows = db.all<RevisionRow>(
    'SELECT before, after, at FROM revision WHERE table_name = ? AND row_id = ? ORDER BY seq DESC, ord DESC',
    table,
    id,
  );
  return rows.flatMap(({ before, after, at }) =>
    [after, before].flatMap((json) => (json === null ? [] : [{ sides: sidesOf(JSON.parse(json) as Stored), at }])),
  );
}

/** What one side of a row held before, the newest first, without what it holds now and without repetitions. */
export function versionsOf(db: Reader, table: string, id: string, side: Side, now: string): SideVersion[] {
  const found = new Map<string, SideVersion>();
  for (const { sides } of statesOf(db, table, id)) {
    const text = sides[side];
    if (text.trim() && text !== now && !found.has(text)) found.set(text, { text, at: sides[`${side}At`] });
  }
  return [...found.values()].slice(0, MOST);
}

/** What changed on the other side since the stale one was last right; null when neither is stale. */
export function changedSince(
  db: Reader,
  passage: Passage,
): { side: Side; before: string; after: string; since: number } | null {
  const stale = staleSide(passage);
  if (!stale) return null;
  const side = stale === 'primary' ? 'secondary' : 'primary';
  const since = passage[`${stale}At`];
  const then = statesOf(db, 'passage', passage.id).find(
    ({ sides }) => sides[`${side}At`] <= since && sides[side].trim(),
  );
  return { side, before: then?.sides[side] ?? '', after: passage[side], since };
}
