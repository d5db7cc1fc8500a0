// The order of a note's passages, and what a move by one place means to the core.
import type { Passage } from '#shared/notes.ts';

type Placed = Pick<Passage, 'id' | 'position'>;

/** Passages as shown: by position, the older first where two share one. */
export function inOrder<T extends Placed>(passages: readonly T[]): T[] {
  return passages.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/**
 * The `afterId` of `notes.movePassage` that moves `id` one place up (-1) or down (+1) in `ordered`:
 * null is the start, undefined means there is nowhere to go.
 */
export function afterIdOfMove(ordered: readonly Placed[], id: string, by: -1 | 1): string | null | undefined {
  const at = ordered.findIndex((passage) => passage.id === id);
  if (at < 0) return undefined;
  if (by === 1) return ordered[at + 1]?.id;
  if (at === 0) return undefined;
  return ordered[at - 2]?.id ?? null;
}

/** The `afterId` that puts a passage where `id` stands now (null: at the start). */
export function afterIdOf(ordered: readonly Placed[], id: string): string | null {
  const at = ordered.findIndex((passage) => passage.id === id);
  return ordered[at - 1]?.id ?? null;
}

/** Who gets the focus when `id` goes: the next passage, else the one before, else nobody. */
export function heirOf(ordered: readonly Placed[], id: string): string | null {
  const at = ordered.findIndex((passage) => passage.id === id);
  return ordered[at + 1]?.id ?? ordered[at - 1]?.id ?? null;
}
