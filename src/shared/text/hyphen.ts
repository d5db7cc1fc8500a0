// Whether the hyphen at a line's end belongs to the word. Evidence first (the document's own usage), then the shape
// of the two parts, then a short list of plain English words; without any, a line-end hyphen is a syllable break.

import type { Habits } from './habits.ts';

/** First parts that make open compounds and hardly ever end a syllable. */
const COMPOUND_LEFT = new Set(
  'well self ill quasi high low long short half cross non semi state real end fine large small single two three four five first second third fully weakly so all ever never hard soft near'.split(
    ' ',
  ),
);
/** Second parts that make compounds with a whole word before them. */
const COMPOUND_RIGHT = new Set(
  'based like free aware specific trained known driven dimensional dependent invariant connected supervised shot quality resolution term order scale level time end art of the to in by layer wide class label source world rate efficient sensitive related oriented tuning tuned defined art step stage way fold'.split(
    ' ',
  ),
);
/** First parts that usually melt into the word, though they are words or nearly so themselves. */
const AFFIX = new Set(
  'a an as at be by co con com de dis en em ex for fore fur im in inter is it mis no not of on or out over par per pre pro re sub super to trans un under up us with back net der ter the over data frame some any every them him her my other there where here how what when'.split(
    ' ',
  ),
);
/** Closed words whose two halves are words too, so that the halves prove nothing. */
const PLAIN = new Set(
  'within without into onto upon another itself himself herself themselves ourselves something sometimes somewhere somewhat someone everything everyone everywhere anything anyone anywhere nothing therefore therein thereby whereas whereby wherein whenever wherever whatever however whatsoever moreover furthermore nevertheless nonetheless otherwise likewise already always almost although altogether together network networks framework frameworks dataset datasets database databases feedback output outputs input inputs outcome outcomes overall overview background foreground benchmark benchmarks bottleneck baseline baselines workflow widespread throughout throughput toward towards website software hardware outperform outperforms underlying understand understanding upper lower forward backward afterwards meanwhile breakthrough highlight highlights shortcut shortcuts handwritten snapshot landmark heatmap keyword keywords pathway pathways backbone downsampling upsampling standard comparison information between become before because beyond today'.split(
    ' ',
  ),
);
/** Endings of words that are words too: "success-fully". */
const SUFFIX = new Set(
  'able age ally ant ate ed en ence er ers ful fully hood ing ion ions ish ism ist less ling ment ness or ship sion some tion tions ward wards ways wise'.split(
    ' ',
  ),
);
const ENDINGS = ['s', 'es', 'd', 'ed', 'ing', 'ly', 'er', 'al', 'ally', 'ity', 'ment', 'ness', "'s", '\u2019s'];

/** True when the word as a whole is the document's own usage or a plain word. */
export function isPlainClosedWord(word: string, habits: Habits): boolean {
  const key = word.toLowerCase();
  return habits.words.has(key) || PLAIN.has(key);
}

/**
 * Whether "left-" at a line's end followed by "right" keeps its hyphen. `left` is the word before the hyphen and may
 * hold hyphens itself ("state-of"), `right` the word that opens the next line.
 */
export function keepsHyphen(left: string, right: string, habits: Habits): boolean {
  const { words } = habits;
  const before = left.toLowerCase();
  const after = right.toLowerCase();
  const closed = words.get(before + after) ?? 0;
  const open = words.get(`${before}-${after}`) ?? 0;
  if (closed > 0 || open > 0) return open > closed;
  const isSetInCapitals = isCapital(left) && isCapital(right) && left.length >= 5 && !/\p{N}/u.test(right);
  if (/^[\p{Lu}\p{N}]/u.test(right) && !isSetInCapitals) return true;
  if (/\p{N}$/u.test(left) || (isCapital(left) && left.length >= 2 && !isCapital(right))) return true;
  const tail = before.slice(before.lastIndexOf('-') + 1);
  const head = after.split(/[-\u2010]/u)[0] ?? after;
  if (isPlainClosedWord(tail + head, habits) || hasStem(tail + head, words)) return false;
  // No word is broken after its first letter, so "φ-nodes" and "t-test" are compounds.
  if ([...tail].length === 1) return true;
  if (SUFFIX.has(head)) return false;
  // "deeply-supervised": an adverb of the document.
  if (tail.endsWith('ly') && (words.has(tail) || words.has(tail.slice(0, -2)))) return true;
  if (before.includes('-') || after.includes('-')) return isWord(tail, words) || isWord(head, words);
  if (COMPOUND_LEFT.has(tail)) return isWord(head, words) || COMPOUND_RIGHT.has(head);
  if (COMPOUND_RIGHT.has(head) && tail.length >= 3) return isWord(tail, words) && !AFFIX.has(tail);
  return isWord(tail, words) && isWord(head, words) && !AFFIX.has(tail);
}

function isWord(part: string, words: ReadonlyMap<string, number>): boolean {
  return part.length >= 3 ? words.has(part) : part === 'of' || part === 'to' || part === 'in' || part === 'by';
}

/** True when another form of the same word (plural, past, adverb) is in use. */
function hasStem(word: string, words: ReadonlyMap<string, number>): boolean {
  for (const ending of ENDINGS) {
    if (words.has(word + ending)) return true;
    if (!word.endsWith(ending) || word.length - ending.length < 4) continue;
    const stem = word.slice(0, -ending.length);
    if (words.has(stem) || words.has(`${stem}e`) || words.has(`${stem}ing`) || words.has(`${stem}ed`)) return true;
  }
  return false;
}

function isCapital(word: string): boolean {
  return /^[\p{Lu}\p{N}'\u2019-]+$/u.test(word);
}
