// Finds words and phrases in a text by the rules of the index, with their places, without cutting the text into tokens.
import { foldChar, QUICK, quickStep, type FoldedChar } from './fold-char.ts';
import type { Leaf } from './leaf.ts';

/** Where a leaf stands: UTF-16 offsets, half-open, and which leaf. */
export type Found = { start: number; end: number; leaf: number };

type Step = { chars: readonly FoldedChar[]; end: number };

const CLUSTER =
  /[\u1100-\u115F\uA960-\uA97F]+[\u1160-\u11FF\uD7B0-\uD7FF]*|[\uAC00-\uD7A3][\u11A7-\u11FF]*|[\uFF66-\uFF9D][\uFF9E\uFF9F]?|[^][\p{M}\p{Variation_Selector}\u200D]*/uy;

const steps = Array.from<readonly FoldedChar[] | undefined>({ length: 0x10000 });
const CLASSES = { [QUICK.word]: 'word', [QUICK.cjk]: 'cjk', [QUICK.gap]: 'gap' } as const;

/** One character of the text, folded, and where the next begins. */
function stepAt(text: string, at: number): Step {
  const unit = text.charCodeAt(at);
  const quick = quickStep(unit, at + 1 < text.length ? text.charCodeAt(at + 1) : -1);
  if (quick !== 0) {
    const chars = (steps[unit] ??= [
      { char: String.fromCharCode(quick >> 2), class: CLASSES[(quick & 3) as 1 | 2 | 3] },
    ]);
    return { chars, end: at + 1 };
  }
  CLUSTER.lastIndex = at;
  const cluster = CLUSTER.exec(text)?.[0] ?? text.charAt(at);
  return { chars: foldChar(cluster), end: at + cluster.length };
}

/** All places of the leaves in the text, in order; at most `max`. Places of different leaves may overlap. */
export function findLeaves(text: string, leaves: readonly Leaf[], max = 60): Found[] {
  const found: Found[] = [];
  if (leaves.length === 0) return found;
  const firsts = new Map<string, number[]>();
  const isFirst = new Uint8Array(0x10000);
  for (const [index, leaf] of leaves.entries()) {
    const first = String.fromCodePoint(leaf.chunks[0]?.text.codePointAt(0) ?? 0);
    isFirst[first.charCodeAt(0)] = 1;
    firsts.set(first, [...(firsts.get(first) ?? []), index]);
  }
  let previous: FoldedChar['class'] = 'gap';
  for (let at = 0; at < text.length && found.length < max;) {
    // Most characters begin nothing that is looked for.
    const quick = quickStep(text.charCodeAt(at), at + 1 < text.length ? text.charCodeAt(at + 1) : -1);
    if (quick !== 0 && isFirst[quick >> 2] === 0) {
      previous = CLASSES[(quick & 3) as 1 | 2 | 3];
      at += 1;
      continue;
    }
    const { chars, end } = stepAt(text, at);
    for (let i = 0; i < chars.length; i++) {
      const char = chars[i];
      if (!char || char.class === 'none') continue;
      // A word is found at its start only; a run of Han anywhere.
      if (char.class === 'cjk' || (char.class === 'word' && previous !== 'word')) {
        for (const leaf of firsts.get(char.char) ?? []) {
          const to = matchAt(text, at, i, leaves[leaf]);
          if (to >= 0) found.push({ start: at, end: to, leaf });
        }
      }
      previous = char.class;
    }
    at = end;
  }
  return found;
}

/** End of the leaf that begins with the `skip`th folded character at `at`; -1 where it is not there. */
function matchAt(text: string, at: number, skip: number, leaf: Leaf | undefined): number {
  if (!leaf) return -1;
  const reader = new Reader(text, at, skip);
  for (let c = 0; c < leaf.chunks.length; c++) {
    const chunk = leaf.chunks[c];
    if (!chunk) return -1;
    if (c > 0 && !reader.skipGap(chunk.isRun, leaf.chunks[c - 1]?.isRun === true)) return -1;
    for (const wanted of chunk.text) {
      if (reader.class() !== (chunk.isRun ? 'cjk' : 'word') || reader.char() !== wanted) return -1;
      reader.next();
    }
    const isLast = c === leaf.chunks.length - 1;
    if (chunk.isRun ? !isLast && reader.class() === 'cjk' : !(isLast && leaf.isOpen) && reader.class() === 'word')
      return -1;
  }
  return reader.end;
}

/** Goes through the folded characters of a text. */
class Reader {
  /** Where the last character taken ends. */
  end: number;
  private readonly text: string;
  private step: Step;
  private index: number;

  constructor(text: string, at: number, skip: number) {
    this.text = text;
    this.end = at;
    this.step = stepAt(text, at);
    this.index = skip;
  }

  class(): FoldedChar['class'] | undefined {
    this.pass();
    return this.step.chars[this.index]?.class;
  }

  char(): string | undefined {
    return this.step.chars[this.index]?.char;
  }

  next(): void {
    this.end = this.step.end;
    this.index += 1;
  }

  /** Over what parts words. False where nothing parts two words, or two runs, that must be apart. */
  skipGap(isRun: boolean, wasRun: boolean): boolean {
    let hasGap = false;
    while (this.class() === 'gap') {
      hasGap = true;
      this.index += 1;
    }
    return hasGap || isRun !== wasRun;
  }

  /** On to the next character that is seen. */
  private pass(): void {
    for (;;) {
      const here = this.step.chars[this.index];
      if (here && here.class !== 'none') return;
      if (here) this.index += 1;
      else {
        if (this.step.end >= this.text.length) return;
        this.step = stepAt(this.text, this.step.end);
        this.index = 0;
      }
    }
  }
}
