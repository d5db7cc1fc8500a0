// Which of the library's two languages a text is in, by its script; and whether two texts look like translations.
import type { Side } from '#shared/values.ts';
import type { Languages } from './types.ts';

type Script = 'han' | 'kana' | 'hangul' | 'other';

const HAN = /\p{Script=Han}/gu;
const WORD = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}][\p{L}\p{M}\p{N}'’-]*/gu;
/** Little words that only prose of the language has; they decide where scripts are mixed. */
const ENGLISH_WORDS =
  /\b(?:the|of|and|to|is|are|was|were|that|this|these|with|for|by|from|which|we|our|their|can|be|an|as|on|it|not)\b/gi;
const CHINESE_WORDS = /[的了是在和与为对将并从被把但而也都这那]/gu;

/** Text without what is in no language: addresses, formulas, tags. Code keeps its words: some write emphasis so. */
export const wordsOnly = (markdown: string): string =>
  markdown
    .replace(/\$\$[^$]*\$\$|\$[^$\n]{1,200}\$/g, ' ')
    .replace(/\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+"[^"]*")?\)/g, '] ')
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/<[^<>]{1,200}>/g, ' ');

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** The script a text is written in. Technical terms in Latin letters do not make a Chinese sentence English. */
function scriptOf(text: string): Script {
  const words = wordsOnly(text);
  const han = count(words, HAN);
  const kana = count(words, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const hangul = count(words, /\p{Script=Hangul}/gu);
  const latin = count(words, WORD);
  if (hangul > latin && hangul > han) return 'hangul';
  if (kana > 0 && kana * 6 > han + kana && kana + han > latin) return 'kana';
  const share = han / (han + latin || 1);
  if (share > 0.6) return 'han';
  if (share < 0.15) return 'other';
  const [chinese, english] = [count(words, CHINESE_WORDS), count(words, ENGLISH_WORDS)];
  return chinese === english ? (share >= 0.4 ? 'han' : 'other') : chinese > english ? 'han' : 'other';
}

function scriptOfLanguage(tag: string): Script {
  const language = tag.toLowerCase().split('-')[0] ?? '';
  if (language === 'zh' || language === 'yue' || language === 'wuu') return 'han';
  if (language === 'ja') return 'kana';
  return language === 'ko' ? 'hangul' : 'other';
}

/** The side a text belongs to: that whose script it is in; the primary where both or neither are. */
export function sideOf(text: string, { primary, secondary }: Languages): Side {
  const [first, second] = [scriptOfLanguage(primary), scriptOfLanguage(secondary)];
  let script = scriptOf(text);
  // Japanese without kana, or Chinese beside a Japanese library: Han goes where Han is read.
  if (script === 'han' && first !== 'han' && second !== 'han') script = 'kana';
  if (script === 'kana' && first !== 'kana' && second !== 'kana') script = 'han';
  return script === second && script !== first ? 'secondary' : 'primary';
}

const numbers = (text: string): Set<string> =>
  new Set(
    wordsOnly(text)
      .match(/\d+(?:[.,]\d+)*%?/g)
      ?.filter((n) => n.length > 1) ?? [],
  );
/** Words that stay as they are in a translation: acronyms, names with inner capitals, words with digits. */
const terms = (text: string): Set<string> =>
  new Set(
    (wordsOnly(text).match(WORD) ?? [])
      .filter((word) => /\p{Lu}.*\p{Lu}|\p{Lu}\d|\p{L}-?\d/u.test(word))
      .map((word) => word.toLowerCase()),
  );
const sentences = (text: string): number => Math.max(1, count(wordsOnly(text), /[。！？!?]|\.(?=\s|$)/gu));

/** Length of a text in English words: Chinese takes about 1.7 characters for one. */
const length = (text: string): number => count(wordsOnly(text), WORD) + count(wordsOnly(text), HAN) / 1.7;

/**
 * Whether two texts in different languages clearly say the same: alike in length, in their numbers and in the terms
 * both keep, and, where nothing is shared to go by, alike in length and number of sentences.
 */
export function looksTranslated(a: string, b: string): boolean {
  const ratio = length(a) / (length(b) || 1);
  const figures = overlap(numbers(a), numbers(b));
  const names = overlap(terms(a), terms(b));
  if (figures !== null && figures < 0.5) return false;
  if (names !== null && names < 0.3) return false;
  if ((figures ?? 0) >= 0.5 || (names ?? 0) >= 0.5) return ratio > 0.45 && ratio < 2.2;
  return ratio > 0.62 && ratio < 1.6 && sentences(a) === sentences(b);
}

/** Share of what either has that both have; null when neither has any. */
function overlap(a: Set<string>, b: Set<string>): number | null {
  const all = new Set([...a, ...b]);
  return all.size === 0 ? null : [...a].filter((item) => b.has(item)).length / all.size;
}
