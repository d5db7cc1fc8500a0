// Columns: cuts the fragments of a page into regions that are read one after the other. A region is cut where an empty
// corridor runs down between two bodies of text; what lies above and below the corridor is read before and after both.

import type { Fragment } from './fragments.ts';

type Corridor = {
  left: Fragment[];
  right: Fragment[];
  /** Width in points, and how far down it runs. */
  width: number;
  height: number;
  top: number;
  bottom: number;
};

/** Above this many fragments a page is a drawing, not a text; it is read in rows. */
const MAX_FRAGMENTS = 4000;
const MAX_DEPTH = 12;
/** Narrowest gutter, in sizes of the text. */
const NARROW = 0.5;

/** Regions in reading order; every fragment is in one of them. */
export function regionsOf(fragments: Fragment[], depth = 0): Fragment[][] {
  if (fragments.length < 3 || fragments.length > MAX_FRAGMENTS || depth > MAX_DEPTH) {
    return fragments.length === 0 ? [] : [fragments];
  }
  const corridor = bestCorridor(fragments);
  if (corridor === null) return [fragments];
  const { left, right } = corridor;
  const inside = new Set([...left, ...right]);
  const middle = (corridor.top + corridor.bottom) / 2;
  const above = fragments.filter((each) => !inside.has(each) && each.base > middle);
  const below = fragments.filter((each) => !inside.has(each) && each.base <= middle);
  const rtl = fragments.filter((each) => each.isRtl).length > fragments.length / 2;
  const columns = rtl || isSidebar(left, right) ? [right, left] : [left, right];
  return [above, ...columns, below].flatMap((part) => regionsOf(part, depth + 1));
}

/** True for a narrow column of small print left of the text (dates, licence, how to cite): it is read after the text. */
function isSidebar(left: readonly Fragment[], right: readonly Fragment[]): boolean {
  return (
    typicalSize(left) < typicalSize(right) * 0.85 &&
    charsOf(left) < charsOf(right) * 0.8 &&
    widthOf(left) < widthOf(right) * 0.5
  );
}

function widthOf(fragments: readonly Fragment[]): number {
  const from = fragments.reduce((least, each) => Math.min(least, each.along1), Infinity);
  return fragments.reduce((most, each) => Math.max(most, each.along2), -Infinity) - from;
}

function bestCorridor(fragments: readonly Fragment[]): Corridor | null {
  const em = typicalSize(fragments);
  const falling = [...fragments].sort((a, b) => b.base - a.base);
  const tried = new Set<string>();
  let best: Corridor | null = null;
  let bestScore = 0;
  for (const fragment of falling) {
    const next = rightNeighbour(fragment, falling);
    if (next === undefined || next.along1 - fragment.along2 < em * NARROW) continue;
    const key = `${String(Math.round((fragment.along2 + next.along1) / 6))} ${String(Math.round(fragment.base / (em * 4)))}`;
    if (tried.has(key)) continue;
    tried.add(key);
    const corridor = grow(falling, fragment.along2, next.along1, fragment.base + em * 0.25, em);
    if (corridor === null) continue;
    const score = corridor.height * (1 + Math.min(corridor.width / em, 4) / 4);
    if (score <= bestScore || !isGutter(corridor, em)) continue;
    best = corridor;
    bestScore = score;
  }
  return best;
}

/** The next fragment to the right that shares height with this one. */
function rightNeighbour(fragment: Fragment, fragments: readonly Fragment[]): Fragment | undefined {
  let best: Fragment | undefined;
  for (const other of fragments) {
    if (other === fragment || other.along1 < fragment.along2 - 0.5) continue;
    if (other.base - other.size * 0.2 > fragment.across2 || other.base + other.size * 0.6 < fragment.across1) continue;
    if (best === undefined || other.along1 < best.along1) best = other;
  }
  return best;
}

/** Lets an empty corridor grow up and down from a gap until something lies across it. */
function grow(falling: readonly Fragment[], from: number, to: number, at: number, em: number): Corridor | null {
  let x1 = from;
  let x2 = to;
  const free: Fragment[] = [];
  const reach = (parts: readonly Fragment[]): Fragment | undefined => {
    for (const part of parts) {
      if (part.along2 > x1 && part.along1 < x2) {
        const leftRoom = part.along1 - x1;
        const rightRoom = x2 - part.along2;
        if (Math.max(leftRoom, rightRoom) < em * NARROW) return part;
        if (rightRoom > leftRoom) x1 = part.along2;
        else x2 = part.along1;
      }
      free.push(part);
    }
    return undefined;
  };
  const split = falling.findIndex((each) => each.base < at);
  const below = split < 0 ? [] : falling.slice(split);
  const above = falling.slice(0, split < 0 ? falling.length : split).reverse();
  const floor = reach(below);
  const ceiling = reach(above);
  const middle = (x1 + x2) / 2;
  let left = free.filter((each) => each.along2 <= middle);
  let right = free.filter((each) => each.along1 >= middle);
  right = dropRowMates(right, left, ceiling, em);
  left = dropForeignTail(left, right, floor, em);
  left = dropForeignHead(left, right, ceiling, em);
  if (left.length === 0 || right.length === 0) return null;
  const top = Math.min(highest(left), highest(right));
  const bottom = Math.max(lowest(left), lowest(right));
  return {
    left,
    right,
    width: x2 - x1,
    height: top - bottom,
    top: Math.max(highest(left), highest(right)),
    bottom: Math.min(lowest(left), lowest(right)),
  };
}

/** What shares the row of the wide text above, with nothing of the left column beside it, belongs to that row (cells). */
function dropRowMates(right: Fragment[], left: Fragment[], ceiling: Fragment | undefined, em: number): Fragment[] {
  if (ceiling === undefined || left.length === 0) return right;
  const top = highest(left);
  return right.filter((each) => each.across1 <= top || Math.abs(each.base - ceiling.base) > em * 0.3);
}

/**
 * Short lines that happen to end before the corridor, at the foot of the left column and with nothing beside them, may
 * belong to the wide text below (its heading): they do where they stand nearer to it than to the column above.
 */
function dropForeignTail(left: Fragment[], right: Fragment[], floor: Fragment | undefined, em: number): Fragment[] {
  if (floor === undefined || right.length === 0) return left;
  const foot = lowest(right);
  const tail = left.filter((each) => each.across2 < foot);
  const rest = left.filter((each) => each.across2 >= foot);
  if (tail.length === 0 || tail.length > 3) return left;
  const toColumn = (rest.length === 0 ? Infinity : lowest(rest)) - highest(tail);
  const toFloor = lowest(tail) - floor.across2;
  return toFloor < toColumn - em * 0.2 ? rest : left;
}

/** The same at the top: the short last line of wide text above (a caption's, an abstract's) is none of the column's. */
function dropForeignHead(left: Fragment[], right: Fragment[], ceiling: Fragment | undefined, em: number): Fragment[] {
  if (ceiling === undefined || right.length === 0) return left;
  const top = highest(right);
  const head = left.filter((each) => each.across1 > top);
  const rest = left.filter((each) => each.across1 <= top);
  if (head.length === 0 || head.length > 3 || rest.length === 0) return left;
  const toColumn = lowest(head) - highest(rest);
  const toCeiling = ceiling.across1 - highest(head);
  return toCeiling < toColumn - em * 0.2 ? rest : left;
}

/** Whether a corridor parts two columns, rather than the cells of a table or the words of a few lines. */
function isGutter(corridor: Corridor, em: number): boolean {
  const { left, right, width } = corridor;
  if (corridor.height < em * 0.5) return false;
  const rowsLeft = rowCount(left);
  const rowsRight = rowCount(right);
  const few = Math.min(rowsLeft, rowsRight);
  if (few === 1 && (width < em * 1.4 || rowsLeft + rowsRight < 3)) return false;
  const inStream = [
    ...left.map((each) => ({ order: each.order, side: 0 })),
    ...right.map((each) => ({ order: each.order, side: 1 })),
  ];
  inStream.sort((a, b) => a.order - b.order);
  let changes = 0;
  for (let i = 1; i < inStream.length; i++) if (inStream[i]?.side !== inStream[i - 1]?.side) changes++;
  const shared = sharedRows(left, right);
  // Columns are written one after the other, tables row by row.
  if (changes <= Math.max(2, shared * 0.3)) {
    if (few >= 6) return true;
    if (few >= 2) return width >= em * 0.8;
    return changes === 1;
  }
  // Written row by row: columns only if both sides are long bodies of long lines.
  const perRow = Math.min(charsOf(left) / rowsLeft, charsOf(right) / rowsRight);
  return few >= 8 && perRow >= 22 && width >= em * 0.8;
}

function typicalSize(fragments: readonly Fragment[]): number {
  const weights = new Map<number, number>();
  for (const each of fragments) {
    const size = Math.round(each.size * 2) / 2;
    weights.set(size, (weights.get(size) ?? 0) + each.glyphs.length);
  }
  let best = 10;
  let most = 0;
  for (const [size, weight] of weights) {
    if (weight > most) {
      most = weight;
      best = size;
    }
  }
  return Math.max(best, 1);
}

function rowCount(fragments: readonly Fragment[]): number {
  const bases = fragments.map((each) => each.base).sort((a, b) => a - b);
  let rows = 0;
  let last = -Infinity;
  for (const base of bases) {
    if (base - last > 3) rows++;
    last = base;
  }
  return rows;
}

/** Rows of the left side that have something beside them on the right. */
function sharedRows(left: readonly Fragment[], right: readonly Fragment[]): number {
  const sorted = [...right].sort((a, b) => a.across1 - b.across1);
  const matched = left.filter((each) =>
    sorted.some((other) => other.across1 < each.base + each.size * 0.3 && other.across2 > each.base + each.size * 0.3),
  );
  return rowCount(matched);
}

function charsOf(fragments: readonly Fragment[]): number {
  return fragments.reduce((sum, each) => sum + each.text.length, 0);
}

function highest(fragments: readonly Fragment[]): number {
  return fragments.reduce((top, each) => Math.max(top, each.across2), -Infinity);
}

function lowest(fragments: readonly Fragment[]): number {
  return fragments.reduce((bottom, each) => Math.min(bottom, each.across1), Infinity);
}
