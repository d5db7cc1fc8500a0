// Is a statement quoted in a stretch of text? Exactly (case, line ends, hyphens, ligatures aside), or nearly: the same
// words with small edits. What only looks alike is neither: another number, a negation, an opposite.
import search from 'approx-string-match';
import { findQuote } from '#shared/text/find.ts';
import { fold, foldWithMap, type FoldOptions } from '#shared/text/fold.ts';
import { isTurnedRound } from './synonyms.ts';
import { tokensOf } from './words.ts';

export type Quoted = {
  kind: 'exact' | 'near';
  start: number;
  end: number;
  /** 0 to 1; 1 for exact. */ likeness: number;
};

/** At most this share of the statement's letters may differ in a near quote. */
export const NEAR_ERRORS = 0.2;
/** At least this share of its words must be there. */
const NEAR_WORDS = 0.7;
/** A quote of fewer letters (Han characters) is no quote but words that occur. */
const LEAST_LETTERS = 20;
const LEAST_HAN = 8;
/** Longer statements are compared by their beginnings: no sentence quotes a page. */
const MOST_LETTERS = 1200;

const LOOSE: FoldOptions = { spaces: 'none', hyphens: 'none' };

/** The statement without what stands around its words. */
export const core = (statement: string): string => statement.replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '');

/** Is it long enough that finding it again is a quote? */
export function isQuotable(statement: string): boolean {
  const letters = fold(statement, LOOSE).replace(/[^\p{L}\p{N}]/gu, '');
  const han = letters.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han >= LEAST_HAN || letters.length - han >= LEAST_LETTERS;
}

/** Where `text` quotes the statement; the first exact place, else the nearest near one, else null. */
export function findQuoted(text: string, statement: string): Quoted | null {
  const words = core(statement);
  if (!isQuotable(words)) return null;
  const [exact] = findQuote(text, words);
  return exact ? { kind: 'exact', ...exact, likeness: 1 } : findNear(text, words);
}

function findNear(text: string, words: string): Quoted | null {
  const needle = fold(words, LOOSE).slice(0, MOST_LETTERS);
  const { folded, toSourceRange } = foldWithMap(text, LOOSE);
  const [best] = search(folded, needle, Math.floor(needle.length * NEAR_ERRORS)).toSorted(
    (a, b) => a.errors - b.errors || a.end - a.start - (b.end - b.start),
  );
  if (!best) return null;
  const range = wholeWords(text, toSourceRange(best.start, best.end));
  const found = text.slice(range.start, range.end);
  if (!saysTheSame(words, found)) return null;
  return { kind: 'near', ...range, likeness: 1 - best.errors / needle.length };
}

/** The same numbers, no negation or opposite between them, and most of the words. */
function saysTheSame(statement: string, found: string): boolean {
  const there = new Set(tokensOf(found).map(({ text }) => text));
  const tokens = tokensOf(statement);
  if (tokens.some(({ kind, text }) => kind === 'number' && !there.has(text))) return false;
  if (isTurnedRound(statement, found)) return false;
  return tokens.filter(({ text }) => there.has(text)).length >= tokens.length * NEAR_WORDS;
}

const LETTER = /[\p{L}\p{M}\p{N}]/u;
const isClosed = (char: string): boolean => /\p{Script=Han}/u.test(char);

/** The range out to the ends of the words it cuts, without white space around it. */
function wholeWords(text: string, { start, end }: { start: number; end: number }): { start: number; end: number } {
  const runsOn = (at: number): boolean => {
    const [left, right] = [text.charAt(at - 1), text.charAt(at)];
    return LETTER.test(left) && LETTER.test(right) && !isClosed(left) && !isClosed(right);
  };
  let [from, to] = [start, end];
  while (from > 0 && runsOn(from)) from -= 1;
  while (to < text.length && runsOn(to)) to += 1;
  while (from < to && /\s/u.test(text.charAt(from))) from += 1;
  while (to > from && /\s/u.test(text.charAt(to - 1))) to -= 1;
  return { start: from, end: to };
}
