// Cuts text into what the index holds: words, and for Han, kana and Hangul every pair of neighbours (and the last
// character of a run alone), so that a string of any length is a phrase of pairs. Each token knows where it stands.
import { foldChar, QUICK, quickStep, type CharClass } from './fold-char.ts';

/** Tokens of a text, in order; offsets are UTF-16 units of the text as given, half-open, whole characters. */
export type Tokens = {
  words: string[];
  starts: number[];
  ends: number[];
  /** Where the first character of a token ends: before `ends` only for a pair. */
  firstEnds: number[];
  /** True for a pair, and for the single character that ends a run. */
  cjk: boolean[];
};

/** What combines with the character before it, jamo that make one syllable, half-width voicing marks. */
const CLUSTER =
  /[\u1100-\u115F\uA960-\uA97F]+[\u1160-\u11FF\uD7B0-\uD7FF]*|[\uAC00-\uD7A3][\u11A7-\u11FF]*|[\uFF66-\uFF9D][\uFF9E\uFF9F]?|[^][\p{M}\p{Variation_Selector}\u200D]*/uy;

/** Cuts a text. Deterministic: the same text always gives the same tokens, whatever stands around it. */
export function tokenize(text: string): Tokens {
  const out: Tokens = { words: [], starts: [], ends: [], firstEnds: [], cjk: [] };
  let word = '';
  let wordStart = 0;
  let wordEnd = 0;
  /** The character of a run that still waits for its neighbour. */
  let waiting: { char: string; start: number; end: number } | null = null;

  const push = (token: string, start: number, end: number, firstEnd: number, cjk: boolean): void => {
    out.words.push(token);
    out.starts.push(start);
    out.ends.push(end);
    out.firstEnds.push(firstEnd);
    out.cjk.push(cjk);
  };
  const endWord = (): void => {
    if (word !== '') push(word, wordStart, wordEnd, wordEnd, false);
    word = '';
  };
  const endRun = (): void => {
    if (waiting) push(waiting.char, waiting.start, waiting.end, waiting.end, true);
    waiting = null;
  };
  const take = (char: string, kind: CharClass, start: number, end: number): void => {
    if (kind === 'none') return;
    if (kind === 'word') {
      endRun();
      if (word === '') wordStart = start;
      word += char;
      wordEnd = end;
    } else if (kind === 'cjk') {
      endWord();
      if (waiting) push(waiting.char + char, waiting.start, end, waiting.end, true);
      waiting = { char, start, end };
    } else {
      endWord();
      endRun();
    }
  };

  for (let at = 0; at < text.length;) {
    const quick = quickStep(text.charCodeAt(at), at + 1 < text.length ? text.charCodeAt(at + 1) : -1);
    if (quick !== 0) {
      const kind = quick & 3;
      const char = kind === QUICK.gap ? ' ' : String.fromCharCode(quick >> 2);
      take(char, kind === QUICK.word ? 'word' : kind === QUICK.cjk ? 'cjk' : 'gap', at, at + 1);
      at += 1;
      continue;
    }
    CLUSTER.lastIndex = at;
    const cluster = CLUSTER.exec(text)?.[0] ?? text.charAt(at);
    for (const { char, class: kind } of foldChar(cluster)) take(char, kind, at, at + cluster.length);
    at += cluster.length;
  }
  endWord();
  endRun();
  return out;
}
