// What a document itself shows of its habits: the words it uses, compounds it writes with a hyphen, and whether it
// puts a space between Han and Latin. The line-join rules ask here instead of a dictionary.

import { firstChar, lastChar, scriptOf } from './script.ts';

/** What the join rules need to know of a document. */
export type Habits = {
  /** How often each word stands inside a line, lower case; hyphenated compounds as wholes. */
  words: ReadonlyMap<string, number>;
  /** Whether the document sets a space between Han and Latin letters or digits within a line. */
  hanLatinSpace: boolean;
};

/** Habits of a document nothing is known of: no words, Han and Latin closed. */
export const NO_HABITS: Habits = { words: new Map(), hanLatinSpace: false };

/** More words than this teach nothing new and cost memory. */
const MAX_WORDS = 200_000;
const WORD = /[\p{L}\p{M}\p{N}]+(?:[-\u2010\u2011][\p{L}\p{M}\p{N}]+)*/gu;
const ODD_HYPHEN = /[\u2010\u2011]/gu;
const CLOSED = /[\p{Script=Han}][A-Za-z0-9]|[A-Za-z0-9][\p{Script=Han}]/gu;
const SPACED = /[\p{Script=Han}] [A-Za-z0-9]|[A-Za-z0-9] [\p{Script=Han}]/gu;

/** Gathers habits line by line. */
export class HabitCollector implements Habits {
  readonly #words = new Map<string, number>();
  #closed = 0;
  #spaced = 0;

  get words(): ReadonlyMap<string, number> {
    return this.#words;
  }

  get hanLatinSpace(): boolean {
    return this.#spaced > this.#closed;
  }

  /**
   * Adds one printed line (or clean text). A word cut by a hyphen at either end of the line is left out, because it
   * would teach the cut as a word.
   */
  addLine(line: string, cutBefore = false): void {
    const words = line.match(WORD);
    if (words !== null) {
      const endsCut = /[-\u2010\u00AD\u0002]\s*$/u.test(line);
      const last = words.length - (endsCut ? 1 : 0);
      for (let i = cutBefore ? 1 : 0; i < last; i++) this.#count(words[i] ?? '');
    }
    if (!/\p{Script=Han}/u.test(line)) return;
    this.#closed += line.match(CLOSED)?.length ?? 0;
    this.#spaced += line.match(SPACED)?.length ?? 0;
  }

  #count(word: string): void {
    if (scriptOf(firstChar(word)) !== 'other' || scriptOf(lastChar(word)) !== 'other') return;
    const key = word.toLowerCase().replace(ODD_HYPHEN, '-');
    const seen = this.#words.get(key);
    if (seen === undefined && this.#words.size >= MAX_WORDS) return;
    this.#words.set(key, (seen ?? 0) + 1);
  }
}

/** Habits shown by clean texts (pages of a document). */
export function habitsOf(texts: Iterable<string>): Habits {
  const habits = new HabitCollector();
  for (const text of texts) for (const paragraph of text.split('\n')) habits.addLine(paragraph);
  return habits;
}
