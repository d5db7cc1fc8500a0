// Which sentences of one language say what which of the other say: a monotone alignment by length and by what both share.
// The length model is Gale and Church, "A Program for Aligning Sentences in Bilingual Corpora" (1993); anchors (numbers,
// formulas, citations, names left untranslated) count on top of it.
import type { TextRange } from './model.ts';
import { sentencesOf } from './sentences.ts';

/** Sentences that correspond: indices into either side's list, half-open. One of the two may be empty. */
export type Bead = { primary: [number, number]; secondary: [number, number] };

/** The beads tried, with their cost in nats: one to one is the rule. From Gale and Church's counts, with 3-1 added. */
const SHAPES: readonly [number, number, number][] = [
  [1, 1, 0.12],
  [1, 2, 2.4],
  [2, 1, 2.4],
  [2, 2, 4.5],
  [1, 3, 4.6],
  [3, 1, 4.6],
  [1, 0, 4.2],
  [0, 1, 4.2],
];
/** Variance of a translation's length a character of its original; Gale and Church measured 6.8, sentences of notes keep closer. */
const VARIANCE = 4;
/** Worth of a shared anchor, and cost of one that the other side lacks. */
const SHARED = 3;
const LACKING = 0.9;

/** Aligns two lists of sentences in order. Every sentence is in exactly one bead. */
export function alignSentences(primary: readonly string[], secondary: readonly string[]): Bead[] {
  const a = primary.map(measured);
  const b = secondary.map(measured);
  // Half way to like for like: a sentence that one side lacks must not bend the measure for all others.
  const ratio = Math.sqrt((sum(b) + 1) / (sum(a) + 1));
  const width = b.length + 1;
  const best = new Float64Array((a.length + 1) * width).fill(Infinity);
  const shape = new Int8Array((a.length + 1) * width).fill(-1);
  best[0] = 0;
  for (let i = 0; i <= a.length; i += 1) {
    for (let j = 0; j <= b.length; j += 1) {
      const here = best[i * width + j] ?? Infinity;
      if (here === Infinity) continue;
      for (const [index, [di, dj, cost]] of SHAPES.entries()) {
        if (i + di > a.length || j + dj > b.length) continue;
        const total = here + cost + costOf(a.slice(i, i + di), b.slice(j, j + dj), ratio);
        const at = (i + di) * width + j + dj;
        if (total < (best[at] ?? Infinity) - 1e-9) {
          best[at] = total;
          shape[at] = index;
        }
      }
    }
  }
  const beads: Bead[] = [];
  for (let i = a.length, j = b.length; i > 0 || j > 0;) {
    const [di, dj] = SHAPES[shape[i * width + j] ?? 0] ?? [1, 1];
    beads.unshift({ primary: [i - di, i], secondary: [j - dj, j] });
    i -= di;
    j -= dj;
  }
  return beads;
}

type Measured = { length: number; anchors: readonly string[] };

const sum = (all: readonly Measured[]): number => all.reduce((total, { length }) => total + length, 0);
const measured = (sentence: string): Measured => ({ length: lengthOf(sentence), anchors: anchorsOf(sentence) });

/** A Han character says about as much as two and a half Latin ones; the model wants like for like. */
const lengthOf = (sentence: string): number => {
  const han = sentence.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  return sentence.length + han * 1.5;
};

const ANCHOR =
  /\$[^$\n]+\$|`[^`\n]+`|\[@?[\w:,;\s–-]+\]|https?:\/\/[^\s<>)]+|\d+(?:[.,]\d+)*%?|\b[A-Z][\w-]*[A-Z\d][\w-]*\b|\b[A-Z][a-z]{2,}\b/gu;

/** What a translation leaves as it is. A capital at the start of a sentence is no name. */
function anchorsOf(sentence: string): string[] {
  const found: string[] = [];
  for (const match of sentence.matchAll(ANCHOR)) {
    const [text] = match;
    const isPlainWord = /^[A-Z][a-z]+$/u.test(text);
    if (isPlainWord && !/\S/u.test(sentence.slice(0, match.index))) continue;
    found.push(text.toLowerCase().replace(/\s+/gu, ''));
  }
  return found;
}

function costOf(a: readonly Measured[], b: readonly Measured[], ratio: number): number {
  if (a.length === 0 || b.length === 0) return 0;
  const [left, right] = [sum(a), sum(b)];
  const mean = (left + right / ratio) / 2;
  const delta = Math.abs(right - left * ratio) / Math.sqrt(Math.max(mean, 1) * VARIANCE);
  return lengthCost(delta) + anchorCost(a, b);
}

/** −log of the probability that a standard normal is further out than `delta`. */
function lengthCost(delta: number): number {
  const t = 1 / (1 + 0.231_641_9 * delta);
  const tail =
    t * (0.319_381_53 + t * (-0.356_563_782 + t * (1.781_477_937 + t * (-1.821_255_978 + t * 1.330_274_429))));
  const beyond = 2 * (Math.exp((-delta * delta) / 2) / Math.sqrt(2 * Math.PI)) * tail;
  return -Math.log(Math.max(beyond, 1e-30));
}

function anchorCost(a: readonly Measured[], b: readonly Measured[]): number {
  const left = a.flatMap(({ anchors }) => anchors);
  const rest = b.flatMap(({ anchors }) => anchors);
  let shared = 0;
  let lacking = 0;
  for (const anchor of left) {
    const at = rest.indexOf(anchor);
    if (at >= 0) {
      rest.splice(at, 1);
      shared += 1;
      // A number written out, a name translated: what the other side lacks speaks only softly against.
    } else if (/\d|\$/u.test(anchor)) lacking += 1;
  }
  lacking += rest.filter((anchor) => /\d|\$/u.test(anchor)).length;
  return lacking * LACKING - Math.min(shared, 4) * SHARED;
}

/** Two languages, BCP 47. */
export type LanguagePair = { primary: string; secondary: string };

/** Stretches of both sides that correspond; UTF-16, half-open. An empty side has `start` equal to `end`. */
export type Aligned = { primary: TextRange; secondary: TextRange };

/** Aligns the sentences of a two-language text. */
export function alignTexts(primary: string, secondary: string, languages: LanguagePair): Aligned[] {
  const a = sentencesOf(primary, languages.primary);
  const b = sentencesOf(secondary, languages.secondary);
  const words = (text: string, ranges: readonly TextRange[]) => ranges.map(({ start, end }) => text.slice(start, end));
  return alignSentences(words(primary, a), words(secondary, b)).map((bead) => ({
    primary: spanOf(a, bead.primary, primary.length),
    secondary: spanOf(b, bead.secondary, secondary.length),
  }));
}

function spanOf(ranges: readonly TextRange[], [from, to]: [number, number], length: number): TextRange {
  const start = ranges[from]?.start ?? length;
  return from === to ? { start, end: start } : { start, end: ranges[to - 1]?.end ?? length };
}

/**
 * Where the other side is to be split when one is split at `at`: at the nearest border of corresponding sentences; the
 * start or end for a split there.
 */
export function splitPoint(
  aligned: readonly Aligned[],
  side: 'primary' | 'secondary',
  at: number,
  otherLength: number,
): number {
  const other = side === 'primary' ? 'secondary' : 'primary';
  const borders = aligned.map((pair) => ({ here: pair[side].start, there: pair[other].start }));
  const last = aligned.at(-1);
  borders.push({ here: last?.[side].end ?? 0, there: otherLength });
  const nearest = borders.reduce<(typeof borders)[number] | undefined>(
    (best, border) => (!best || Math.abs(border.here - at) < Math.abs(best.here - at) ? border : best),
    undefined,
  );
  return nearest?.there ?? otherLength;
}
