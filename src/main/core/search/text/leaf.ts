// One word or phrase of a query as the index sees it.
import { tokenize } from './tokens.ts';

/** A stretch of a leaf within one kind of writing: a Latin (or other) word, or a run of Han, kana and Hangul. */
export type Chunk = { text: string; isRun: boolean };

export type Leaf = {
  /** As typed. */
  text: string;
  /** Tokens one after the other, as the index holds them. */
  words: string[];
  /** The same as written: what {@link findLeaves} looks for. */
  chunks: Chunk[];
  /** The last token is only the beginning of what the text may have. */
  isOpen: boolean;
};

/** What a typed word or phrase looks for; null where it has no letter, digit or character to look for. */
export function makeLeaf(text: string, isPrefix: boolean): Leaf | null {
  const tokens = tokenize(text);
  const words: string[] = [];
  const chunks: Chunk[] = [];
  for (const [i, word] of tokens.words.entries()) {
    const isLast = i === tokens.words.length - 1;
    if (tokens.cjk[i] !== true) {
      words.push(word);
      chunks.push({ text: word, isRun: false });
      continue;
    }
    const isPair = [...word].length > 1;
    const endsPair =
      i > 0 && tokens.cjk[i - 1] === true && isPairBefore(tokens.words[i - 1], tokens.ends[i - 1], tokens.ends[i]);
    // A run opens with a pair or is a single character; what follows adds one character each.
    const isStart = !endsPair && !isInside(tokens, i);
    if (isStart) chunks.push({ text: word, isRun: true });
    else if (isPair) extend(chunks, word);
    if (isLast && !isPair && endsPair) continue;
    words.push(word);
  }
  if (words.length === 0) return null;
  const last = chunks.at(-1);
  // A single character at the very end may be followed by anything in the text; a pair is followed by anything anyway.
  const isOpen = last?.isRun === true ? [...(words.at(-1) ?? '')].length === 1 : isPrefix;
  return { text, words, chunks, isOpen };
}

type Cut = ReturnType<typeof tokenize>;

/** True for the single character that ends a run of more than one. */
const isPairBefore = (before: string | undefined, beforeEnd: number | undefined, end: number | undefined): boolean =>
  before !== undefined && [...before].length > 1 && beforeEnd === end;

/** True for a pair that goes on from the pair before it. */
function isInside(tokens: Cut, i: number): boolean {
  const before = tokens.words[i - 1];
  return (
    i > 0 &&
    tokens.cjk[i - 1] === true &&
    [...(before ?? '')].length > 1 &&
    (tokens.starts[i] ?? 0) < (tokens.ends[i - 1] ?? 0)
  );
}

function extend(chunks: Chunk[], pair: string): void {
  const last = chunks.at(-1);
  if (last) last.text += [...pair].at(-1) ?? '';
}
