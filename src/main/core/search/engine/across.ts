// Into the other language, through the user's own pairs: entries of the term base, both sides of findings and notes,
// a paper's two titles. A term says what stands for it; of other pairs, the words that go with the asked ones in most.
import type { Via } from '#shared/search.ts';
import type { Db } from '../../db/open.ts';
import { findLeaves } from '../text/find-leaves.ts';
import { makeLeaf, type Leaf } from '../text/leaf.ts';
import { tokenize } from '../text/tokens.ts';
import type { Item } from '../protocol.ts';
import type { Catalog } from './catalog.ts';
import { listOf, type Plan } from './plan.ts';
import { itemPhrase } from './spaces.ts';

/** What a leaf may also be looked for as, and why. */
export type Crossing = { leaf: Leaf; other: Leaf; via: Via };

/** Pairs looked at for one leaf. */
const PAIRS = 60;
/** Words that come with the asked ones this much more than by chance stand for them (Dice's coefficient). */
const SURE = 0.6;
/** Candidates that are counted. */
const CANDIDATES = 12;
const LONGEST = 4;
const LONGEST_HAN = 6;

const STOP = new Set(
  'a an and are as at be by for from in is it its not of on or that the their this to was we were which with can has have our than these using used use'.split(
    ' ',
  ),
);

type Pair = { id: string; from: Via['from']; here: string; there: string };

/** Every way across for the leaves of a query. */
export function crossings(db: Db, catalog: Catalog, leaves: readonly Leaf[]): Crossing[] {
  return leaves
    .slice(0, 8)
    .flatMap((leaf) => (leaf.isOpen && listOf(leaf)?.kind !== 'char' ? [] : crossingsOf(db, catalog, leaf)));
}

function crossingsOf(db: Db, catalog: Catalog, leaf: Leaf): Crossing[] {
  const rows = db.pluck<number>(
    'SELECT rowid FROM item_fts WHERE item_fts MATCH ? ORDER BY rowid DESC LIMIT 2000',
    itemPhrase(leaf, 'head body'),
  );
  const isPair = (row: number): boolean => {
    const item = catalog.items.get(row);
    return item !== undefined && item.kind !== 'annotation' && item.kind !== 'survey' && catalog.isLive(item);
  };
  // Terms are certain, so none may be missed for being old.
  const chosen = rows
    .filter(isPair)
    .sort((a, b) => rankOf(catalog, a) - rankOf(catalog, b))
    .slice(0, PAIRS);
  const pairs = chosen.flatMap((row) => pairsOf(db, row, leaf));
  const made = new Map<string, Crossing>();
  const add = (text: string, { from, id }: Pair): void => {
    const other = makeLeaf(text, false);
    if (!other || other.words.join(' ') === leaf.words.join(' ') || made.has(other.words.join(' '))) return;
    made.set(other.words.join(' '), { leaf, other, via: { asked: leaf.text, found: text, from, id } });
  };
  for (const pair of pairs) {
    const isWhole = tokenize(pair.here).words.length === tokenize(leaf.text).words.length;
    if (isWhole || pair.from === 'term') {
      if (isWhole && tokenize(pair.there).words.length <= LONGEST * 2) add(pair.there, pair);
    }
  }
  const learned =
    made.size > 0
      ? null
      : learn(
          db,
          pairs.filter((pair) => pair.from !== 'term'),
        );
  if (learned) add(learned.text, learned.pair);
  return [...made.values()];
}

const rankOf = (catalog: Catalog, row: number): number => (catalog.items.get(row)?.kind === 'term' ? 0 : 1);

/** The texts of an item that hold the leaf, each with those of the other side. */
function pairsOf(db: Db, row: number, leaf: Leaf): Pair[] {
  const doc = db.get<{ doc: string }>('SELECT doc FROM item WHERE id = ?', row)?.doc;
  if (doc === undefined) return [];
  const item = JSON.parse(doc) as Item;
  const from = item.kind === 'survey' || item.kind === 'annotation' ? null : item.kind;
  if (from === null) return [];
  const sided = item.texts.filter((text) => text.side !== 'quote' && (item.kind !== 'paper' || text.isHead));
  return sided.flatMap((here) => {
    if (findLeaves(here.text, [leaf], 1).length === 0) return [];
    return sided
      .filter((there) => there.side !== here.side && findLeaves(there.text, [leaf], 1).length === 0)
      .map((there) => ({ id: item.id, from, here: here.text, there: there.text }));
  });
}

/** The words that the other sides share and that hardly stand anywhere else; null where nothing is that clear. */
function learn(db: Db, pairs: readonly Pair[]): { text: string; pair: Pair } | null {
  if (pairs.length < 2) return null;
  const counts = new Map<string, { count: number; text: string; pair: Pair }>();
  for (const pair of pairs) {
    for (const [key, text] of candidates(pair.there)) {
      const known = counts.get(key);
      if (known) known.count += 1;
      else counts.set(key, { count: 1, text, pair });
    }
  }
  const best = [...counts]
    .filter(([, { count }]) => count >= 2 && count >= pairs.length / 2)
    .sort(([a, x], [b, y]) => y.count - x.count || b.length - a.length)
    .slice(0, CANDIDATES);
  let sure: { text: string; pair: Pair; dice: number } | null = null;
  for (const [, { count, text, pair }] of best) {
    const leaf = makeLeaf(text, false);
    if (!leaf) continue;
    const all =
      db.get<{ n: number }>('SELECT count(*) AS n FROM item_fts WHERE item_fts MATCH ?', itemPhrase(leaf, 'head body'))
        ?.n ?? 0;
    const dice = (2 * count) / (pairs.length + Math.max(all, count));
    if (dice >= SURE && (sure === null || dice > sure.dice)) sure = { text, pair, dice };
  }
  return sure;
}

/** Runs of words, or of Han characters, that could be a term; by their folded form. */
function candidates(text: string): Map<string, string> {
  const { words, cjk, starts, ends } = tokenize(text);
  const found = new Map<string, string>();
  for (let i = 0; i < words.length; i++) {
    const isRun = cjk[i] === true;
    for (let n = 1; n <= (isRun ? LONGEST_HAN - 1 : LONGEST); n++) {
      const j = i + n - 1;
      if (j >= words.length || cjk[j] !== isRun) break;
      if (isRun && ([...(words[j] ?? '')].length < 2 || (n > 1 && (starts[j] ?? 0) >= (ends[j - 1] ?? 0)))) break;
      if (!isRun && (STOP.has(words[i] ?? '') || STOP.has(words[j] ?? ''))) continue;
      if (!isRun && n === 1 && (words[i] ?? '').length < 3) continue;
      found.set(words.slice(i, j + 1).join(' '), text.slice(starts[i], ends[j]));
    }
  }
  return found;
}

/** The plan with each leaf that has ways across widened by them. */
export function widen(plan: Plan, ways: readonly Crossing[]): Plan {
  switch (plan.type) {
    case 'leaf': {
      const others = ways.filter((way) => way.leaf === plan.leaf);
      if (others.length === 0) return plan;
      return { type: 'or', parts: [plan, ...others.map((way): Plan => ({ type: 'leaf', leaf: way.other }))] };
    }
    case 'and':
    case 'or':
      return { type: plan.type, parts: plan.parts.map((part) => widen(part, ways)) };
    case 'not':
    case 'field':
    case 'years':
      return plan;
  }
}
