// Other spellings, for a query that found nothing: words nobody wrote are taken for the nearest that somebody did.
import type { Db } from '../../db/open.ts';
import { makeLeaf, type Leaf } from '../text/leaf.ts';
import type { Plan } from './plan.ts';

const SHORTEST = 4;

/** The plan with unknown words replaced by near ones, and what was replaced; null where there is nothing near. */
export function respell(db: Db, plan: Plan): { plan: Plan; words: Map<string, string> } | null {
  const words = new Map<string, string>();
  const change = (part: Plan): Plan => {
    switch (part.type) {
      case 'leaf':
        return { type: 'leaf', leaf: changeLeaf(part.leaf) };
      case 'and':
      case 'or':
        return { type: part.type, parts: part.parts.map(change) };
      case 'not':
      case 'field':
      case 'years':
        return part;
    }
  };
  const changeLeaf = (leaf: Leaf): Leaf => {
    const chunks = leaf.chunks.map(({ text, isRun }) => {
      const near = isRun || (leaf.isOpen && text === leaf.words.at(-1)) ? null : nearest(db, text);
      if (near !== null) words.set(text, near);
      return near ?? text;
    });
    return (words.size > 0 ? makeLeaf(chunks.join(' '), leaf.isOpen) : null) ?? leaf;
  };
  const changed = change(plan);
  return words.size > 0 ? { plan: changed, words } : null;
}

/** The most frequent of the nearest known words; null for a word that is known or has none near. */
function nearest(db: Db, word: string): string | null {
  if (word.length < SHORTEST || /\d/u.test(word)) return null;
  const limit = word.length < 8 ? 1 : 2;
  // Few misspell the first letter, and most get the second right, too; the lists grow long with fewer.
  for (const start of [word.slice(0, 2), word.slice(0, 1)]) {
    const near = nearestOf(db, word, start, limit);
    if (near !== null) return near === word ? null : near;
  }
  return null;
}

/** Of the known words that begin so; the word itself where it is known. */
function nearestOf(db: Db, word: string, start: string, limit: number): string | null {
  let best: { term: string; distance: number; docs: number } | null = null;
  const last = start.codePointAt(start.length - 1) ?? 0;
  const after = start.slice(0, -1) + String.fromCodePoint(last + 1);
  for (const table of ['item_words', 'page_words']) {
    const terms = db.all<{ term: string; doc: number }>(
      `SELECT term, doc FROM ${table} WHERE term >= ? AND term < ? AND length(term) BETWEEN ? AND ?`,
      start,
      after,
      word.length - limit,
      word.length + limit,
    );
    for (const { term, doc } of terms) {
      if (term === word) return word;
      const distance = distanceOf(word, term, limit);
      if (distance > limit) continue;
      const isBetter = best === null || distance < best.distance || (distance === best.distance && doc > best.docs);
      if (isBetter) best = { term, distance, docs: doc };
    }
  }
  return best?.term ?? null;
}

/** Edits from one word to another, a swap of neighbours counting as one; more than `limit` may be told as `limit + 1`. */
export function distanceOf(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1);
      row.push(least);
    }
    if (Math.min(...row) > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? limit + 1;
}
