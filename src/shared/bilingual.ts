// How two language sides of one text age against each other.
import type { Bilingual, Side } from './values.ts';

/** The stored part of a two-language text; times in epoch ms, 0 for a side never written. */
export type Sides = Pick<Bilingual, 'primary' | 'secondary' | 'primaryAt' | 'secondaryAt'>;

/** Both sides count as written together when the younger edit follows within this time. */
const SITTING_MS = 10 * 60_000;

/** The side that lags behind: both are written, and the other was edited later. */
export function staleSide(sides: Sides): Side | null {
  if (!sides.primary.trim() || !sides.secondary.trim()) return null;
  if (sides.primaryAt === sides.secondaryAt) return null;
  return sides.primaryAt < sides.secondaryAt ? 'primary' : 'secondary';
}

/**
 * One side rewritten at `now`. The other side becomes stale, except where the two are brought together by
 * the edit: a first translation, an edit of the stale side itself, or an edit in the same sitting.
 */
export function editSide(sides: Sides, side: Side, text: string, now: number): Sides {
  const other = side === 'primary' ? 'secondary' : 'primary';
  const together =
    !sides[side].trim() ||
    staleSide(sides) === side ||
    (sides.primaryAt === sides.secondaryAt && now - sides[`${side}At`] < SITTING_MS);
  // A clock set back must not make the side just written look the older one.
  const at = Math.max(now, sides.primaryAt, sides.secondaryAt);
  const edited = { ...sides, [side]: text, [`${side}At`]: at };
  return together && sides[other].trim() ? { ...edited, [`${other}At`]: at } : edited;
}

/** The user says the stale side is still right: both count as written together. */
export function confirmSides(sides: Sides): Sides {
  const at = Math.max(sides.primaryAt, sides.secondaryAt);
  return { ...sides, primaryAt: at, secondaryAt: at };
}
