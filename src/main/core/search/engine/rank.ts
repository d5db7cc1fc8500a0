// Which hits come first. Titles, terms, findings and own words above page text; the exact phrase above scattered
// words; newer a little above older. Where a word is on very many pages, only those that have it often are weighed.
import type { Db } from '../../db/open.ts';
import type { Leaf } from '../text/leaf.ts';
import type { Catalog, ItemInfo } from './catalog.ts';
import { inRows } from './evaluate.ts';
import { listOf, phraseOf } from './plan.ts';
import { itemPhrase } from './spaces.ts';
import { TIERS, tierTerm } from './tiers.ts';

/** More rows than this are not weighed one by one. */
const WEIGHED = 1500;
/** Enough candidates to fill any first pages of results. */
const ENOUGH = 400;

const BASE: Record<ItemInfo['kind'], number> = {
  term: 2.6,
  finding: 2.2,
  note: 2,
  annotation: 1.8,
  survey: 1.4,
  paper: 1.2,
};
/** A title or name says it. */
const HEAD = 2;
const PHRASE = 2;
const RECENT = 0.1;
const YEAR_MS = 365 * 24 * 3600 * 1000;

/** Scores by row. Rows without one are found too, and come after all that have one. */
export type Scores = Map<number, number>;

/** bm25 as something between 0 and 1. */
const relevance = (bm25: number): number => -bm25 / (4 - bm25);

export function rankPages(db: Db, catalog: Catalog, leaves: readonly Leaf[], rows: readonly number[]): Scores {
  const scores: Scores = new Map();
  if (rows.length === 0 || leaves.length === 0) return scores;
  const isAmong = inRows(rows, { last: () => catalog.lastPage });
  const plain = leaves.filter((leaf) => !listOf(leaf));
  const sole = plain.map(phraseOf).map((phrase) => `(${phrase})`);
  const phrase = phraseOfAll(leaves);
  if (phrase !== null) {
    for (const row of db.pluck<number>(
      'SELECT rowid FROM page_fts WHERE page_fts MATCH ? ORDER BY rowid DESC LIMIT 2000',
      phrase,
    ))
      if (isAmong(row)) scores.set(row, PHRASE);
  }
  if (rows.length <= WEIGHED && sole.length > 0 && isRare(db, plain)) {
    const weighed = db.all<{ id: number; score: number }>(
      'SELECT rowid AS id, bm25(page_fts) AS score FROM page_fts WHERE page_fts MATCH ?',
      sole.join(' OR '),
    );
    for (const { id, score } of weighed) if (isAmong(id)) scores.set(id, (scores.get(id) ?? 0) + relevance(score));
  } else {
    byTiers(db, leaves, isAmong, scores);
  }
  for (let i = rows.length - 1; i >= 0 && scores.size < ENOUGH; i--) {
    const row = rows[i] ?? 0;
    if (!scores.has(row)) scores.set(row, 0);
  }
  for (const [row, score] of scores) scores.set(row, score + recentYear(catalog, row));
  return scores;
}

/** Words of which none is on so many pages that weighing all of these takes long. */
function isRare(db: Db, leaves: readonly Leaf[]): boolean {
  let docs = 0;
  for (const word of new Set(leaves.flatMap((leaf) => leaf.words))) {
    docs += db.get<{ doc: number }>('SELECT doc FROM page_words WHERE term = ?', word)?.doc ?? 0;
    if (docs > WEIGHED * 2) return false;
  }
  return true;
}

/** The latest of those that have the words that often: for the most common words the highest tier is long, too. */
const TIER_ROWS = 'SELECT rowid FROM page_tier WHERE page_tier MATCH ? ORDER BY rowid DESC LIMIT 3000';

/** Best tier first, until there are enough. */
function byTiers(db: Db, leaves: readonly Leaf[], isAmong: (row: number) => boolean, scores: Scores): void {
  const words = [...new Set(leaves.flatMap((leaf) => (leaf.isOpen ? leaf.words.slice(0, -1) : leaf.words)))];
  const chars = leaves
    .map(listOf)
    .filter((list) => list?.kind === 'char')
    .map((list) => list?.term ?? '');
  const wanted = [...words, ...chars].slice(0, 12);
  if (wanted.length === 0) return;
  const placed = new Set<number>();
  for (let tier = TIERS.length - 1; tier >= 0 && placed.size < ENOUGH; tier--) {
    const expression = wanted.map((word) => `"${tierTerm(word, tier)}"`).join(' AND ');
    const rows = db.pluck<number>(TIER_ROWS, expression);
    for (const row of rows) {
      if (!isAmong(row) || placed.has(row)) continue;
      scores.set(row, (scores.get(row) ?? 0) + (tier + 1) / (TIERS.length + 1));
      placed.add(row);
    }
  }
}

/** All leaves one right after the other; null for a single one. */
function phraseOfAll(leaves: readonly Leaf[]): string | null {
  if (leaves.length < 2 || leaves.some((leaf, i) => leaf.isOpen && i < leaves.length - 1)) return null;
  return phraseOf({ ...leaves[0]!, words: leaves.flatMap((leaf) => leaf.words), isOpen: leaves.at(-1)!.isOpen });
}

function recentYear(catalog: Catalog, row: number): number {
  const paperId = catalog.paperOfPage(row);
  const year = (paperId === null ? null : catalog.papers.get(paperId)?.year) ?? 1990;
  return RECENT * Math.min(Math.max((year - 1990) / 40, 0), 1);
}

export function rankItems(
  db: Db,
  catalog: Catalog,
  leaves: readonly Leaf[],
  rows: readonly number[],
  now: number,
): Scores {
  const scores: Scores = new Map();
  for (const row of rows) {
    const item = catalog.items.get(row);
    if (item) scores.set(row, BASE[item.kind] + RECENT * Math.exp(-Math.max(0, now - item.at) / YEAR_MS));
  }
  const plain = leaves.filter((leaf) => listOf(leaf)?.kind !== 'char');
  if (plain.length === 0 || rows.length === 0) return scores;
  const add = (row: number, more: number): void => {
    const score = scores.get(row);
    if (score !== undefined) scores.set(row, score + more);
  };
  const among = (columns: string): string => plain.map((leaf) => itemPhrase(leaf, columns)).join(' AND ');
  const rowsOf = (expression: string): number[] =>
    db.pluck<number>('SELECT rowid FROM item_fts WHERE item_fts MATCH ? LIMIT 20000', expression);
  for (const row of rowsOf(among('head people'))) add(row, HEAD);
  const phrase = phraseOfAll(leaves);
  if (phrase !== null) for (const row of rowsOf(`{head body people} : ${phrase}`)) add(row, PHRASE);
  if (rows.length <= WEIGHED) {
    const weighed = db.all<{ id: number; score: number }>(
      'SELECT rowid AS id, bm25(item_fts, 8.0, 1.0, 4.0, 0.0) AS score FROM item_fts WHERE item_fts MATCH ? LIMIT 20000',
      among('head body people'),
    );
    for (const { id, score } of weighed) add(id, relevance(score));
  }
  return scores;
}
