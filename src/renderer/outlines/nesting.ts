// Where an item goes by a key or a drop. Pure.
import type { OutlineItem } from '#shared/outlines.ts';

/** A place: below `parentId` (null: at the top), after `afterId` (null: first). */
export type Target = { parentId: string | null; afterId: string | null };

type Placed = Pick<OutlineItem, 'id' | 'parentId'>;

const siblings = (items: readonly Placed[], parentId: string | null): Placed[] =>
  items.filter((item) => item.parentId === parentId);
const of = (items: readonly Placed[], id: string | null): Placed | undefined => items.find((item) => item.id === id);

/** How deep an item is: 0 at the top. */
export function depthOf(items: readonly Placed[], id: string): number {
  let depth = 0;
  for (let at = of(items, id)?.parentId ?? null; at !== null; at = of(items, at)?.parentId ?? null) depth += 1;
  return depth;
}

/** Is `id` the item `above` or below it? */
export function isWithin(items: readonly Placed[], id: string | null, above: string): boolean {
  for (let at = id; at !== null; at = of(items, at)?.parentId ?? null) if (at === above) return true;
  return false;
}

export type Way = 'up' | 'down' | 'indent' | 'outdent';

/** The target of a move by key; null where there is nowhere to go. */
export function targetOf(items: readonly Placed[], id: string, way: Way): Target | null {
  const item = of(items, id);
  if (!item) return null;
  const row = siblings(items, item.parentId);
  const at = row.findIndex((one) => one.id === id);
  const parent = of(items, item.parentId);
  switch (way) {
    case 'up':
      if (at > 0) return { parentId: item.parentId, afterId: row[at - 2]?.id ?? null };
      return parent ? beforeItem(items, parent) : null;
    case 'down': {
      const next = row[at + 1];
      if (next) return { parentId: item.parentId, afterId: next.id };
      return parent ? { parentId: parent.parentId, afterId: parent.id } : null;
    }
    case 'indent': {
      const before = row[at - 1];
      return before ? { parentId: before.id, afterId: siblings(items, before.id).at(-1)?.id ?? null } : null;
    }
    case 'outdent':
      return parent ? { parentId: parent.parentId, afterId: parent.id } : null;
  }
}

function beforeItem(items: readonly Placed[], item: Placed): Target {
  const row = siblings(items, item.parentId);
  return { parentId: item.parentId, afterId: row[row.findIndex((one) => one.id === item.id) - 1]?.id ?? null };
}

/** The target of a drop on another item: before it, after it, or below it; null on itself or within itself. */
export function dropTarget(
  items: readonly Placed[],
  id: string,
  onId: string,
  where: 'before' | 'after' | 'below',
): Target | null {
  const on = of(items, onId);
  if (!on || isWithin(items, onId, id)) return null;
  if (where === 'below') return { parentId: onId, afterId: null };
  if (where === 'after') return { parentId: on.parentId, afterId: onId };
  const target = beforeItem(items, on);
  // Taking the item out first must not leave it after itself.
  if (target.afterId !== id) return target;
  const row = siblings(items, on.parentId);
  return { parentId: on.parentId, afterId: row[row.findIndex((one) => one.id === id) - 1]?.id ?? null };
}
