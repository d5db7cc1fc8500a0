// The sentences of a text a user writes, in Markdown: formulas, code and links are never cut, nor are abbreviations.
import type { TextRange } from './model.ts';

/** A full stop after these, or after an initial, does not end a sentence. */
const ABBREVIATION =
  /(?:^|[\s([（])(?:al|Figs?|Eqs?|Eqn|Secs?|Sect|Tabs?|Refs?|Nos?|pp?|vs|cf|e\.g|i\.e|viz|resp|approx|Dr|Prof|Mr|Mrs|Ms|St|vol|Ch|Chap|App|Thm|Prop|Def|[A-Z])\.\s*$/u;
/** What must stay whole, each at its own places: code, formulas, links and images, addresses. */
const WHOLE =
  /`[^`\n]+`|\$\$[^$]+\$\$|\$[^$\n]+\$|!?\[[^\]\n]*\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)|https?:\/\/[^\s<>]+/gu;
/** What ends a Chinese or Japanese sentence may be followed by closing marks that belong to it. */
const CLOSING = /^[\s]*[”’"'」』）)\]】》*_~]+/u;

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(lang: string): Intl.Segmenter {
  let known = segmenters.get(lang);
  if (!known) {
    try {
      known = new Intl.Segmenter(lang, { granularity: 'sentence' });
    } catch {
      known = new Intl.Segmenter(undefined, { granularity: 'sentence' });
    }
    segmenters.set(lang, known);
  }
  return known;
}

/** The sentences of a text in order, without the white space around them: UTF-16, half-open. `lang` is BCP 47. */
export function sentencesOf(text: string, lang: string): TextRange[] {
  const whole = [...text.matchAll(WHOLE)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  const isInside = (at: number): boolean => whole.some(({ start, end }) => at > start && at < end);
  const cuts: number[] = [];
  for (const { index } of segmenterOf(lang).segment(text)) {
    if (index > 0 && !isInside(index) && !holds(text, cuts.at(-1) ?? 0, index)) cuts.push(index);
  }
  const found: TextRange[] = [];
  for (const [index, start] of [0, ...cuts].entries()) {
    const range = trimmed(text, start, cuts[index] ?? text.length);
    const last = found.at(-1);
    const isTail =
      range.end > range.start &&
      CLOSING.exec(text.slice(range.start, range.end))?.[0].length === range.end - range.start;
    if (isTail && last) last.end = range.end;
    else if (range.end > range.start) found.push(range);
  }
  return found;
}

/** Does the sentence that began at `start` go on past `at`? A new line always ends it. */
function holds(text: string, start: number, at: number): boolean {
  const before = text.slice(start, at);
  if (/\n\s*$/u.test(before)) return false;
  if (ABBREVIATION.test(before)) return true;
  // "et al. found", "3. some": what goes on in lower case, or is only a list's number, is no new sentence.
  return /^\p{Ll}/u.test(text.slice(at)) || /^\s*(?:\d+[.)]|[-*+>#]+)\s*$/u.test(before);
}

function trimmed(text: string, start: number, end: number): TextRange {
  const piece = text.slice(start, end);
  const from = start + piece.length - piece.trimStart().length;
  return { start: from, end: Math.max(from, start + piece.trimEnd().length) };
}
