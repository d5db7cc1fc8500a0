// What `page_tier` holds of a page: which words and pairs it has often, which single characters, how its words begin.
// So a common word's best pages are a few short lists away, a single Han character is one list, and so is a short
// beginning of a word; none of them needs the places that page_fts keeps.
import type { Tokens } from '../text/tokens.ts';

/** How often a word must stand on a page to be in each tier. */
export const TIERS = [2, 3, 5, 8, 13] as const;
/** A beginning of a word up to this long has a list of its own. */
export const LONGEST_START = 4;

const TIER_SIGNS = TIERS.map((_, i) => String.fromCharCode(0xe000 + i));
const START_SIGN = '\uE020';

/** The term of `page_tier` for a word that stands `TIERS[tier]` times or more on a page. */
export const tierTerm = (word: string, tier: number): string => word + (TIER_SIGNS[tier] ?? '');
/** The term for a single Han, kana or Hangul character. */
export const charTerm = (char: string): string => char;
/** The term for words that begin so. */
export const startTerm = (start: string): string => start + START_SIGN;

/** All terms of a page, each once, apart by spaces. */
export function tierTerms({ words, cjk }: Tokens): string {
  const counts = new Map<string, number>();
  const terms = new Set<string>();
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    counts.set(word, (counts.get(word) ?? 0) + 1);
    if (cjk[i] === true) terms.add(charTerm(String.fromCodePoint(word.codePointAt(0) ?? 0)));
  }
  for (const [word, count] of counts) {
    for (let tier = 0; tier < TIERS.length && count >= (TIERS[tier] ?? Infinity); tier++)
      terms.add(tierTerm(word, tier));
    if (!terms.has(word) && !isCjk(word)) {
      for (let length = 1; length <= Math.min(LONGEST_START, word.length); length++)
        terms.add(startTerm(word.slice(0, length)));
    }
  }
  return [...terms].join(' ');
}

const isCjk = (word: string): boolean =>
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u30FC\u3007]/u.test(word);
