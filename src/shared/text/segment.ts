// Words, sentences, paragraphs and lines at an offset: what double, triple and quadruple clicks take.

import type { PageText, TextRange } from './model.ts';

const WORDS = new Intl.Segmenter(undefined, { granularity: 'word' });
const SENTENCES = new Intl.Segmenter(undefined, { granularity: 'sentence' });
/** A full stop after these, or after an initial, does not end a sentence. */
const ABBREVIATION =
  /(?:^|[\s([])(?:al|Figs?|Eqs?|Eqn|Secs?|Sect|Tabs?|Refs?|Nos?|pp?|vs|cf|e\.g|i\.e|viz|resp|approx|Dr|Prof|Mr|Mrs|Ms|St|vol|Ch|Chap|App|Thm|Prop|Def|[A-Z])\.\s*$/u;

/** The paragraph that holds the offset; the last one before it where the offset stands between two. */
export function paragraphAt(page: PageText, offset: number): TextRange {
  const found = page.paragraphs.find((range) => offset <= range.end) ?? page.paragraphs.at(-1);
  return found === undefined ? { start: 0, end: 0 } : { start: found.start, end: found.end };
}

/** The printed line (or its fragment) that holds the offset, without the joining space after it. */
export function lineAt(page: PageText, offset: number): TextRange {
  const found = page.lines.find((line) => offset <= line.end) ?? page.lines.at(-1);
  return found === undefined ? { start: 0, end: 0 } : { start: found.start, end: found.end };
}

/**
 * The word at the offset, by the Unicode word rules and, for Chinese, Japanese and Thai, the dictionary of the
 * platform. A caret right after a word takes that word. Never crosses a paragraph; between words, the gap itself.
 */
export function wordAt(page: PageText, offset: number): TextRange {
  const paragraph = paragraphAt(page, offset);
  const text = page.text.slice(paragraph.start, paragraph.end);
  const at = Math.min(Math.max(offset - paragraph.start, 0), text.length);
  const segments = WORDS.segment(text);
  const here = segments.containing(at);
  const before = at > 0 ? segments.containing(at - 1) : undefined;
  const isBeforeBetter = before?.isWordLike === true && here?.isWordLike !== true;
  const word = isBeforeBetter || here === undefined ? before : here;
  if (word === undefined) return { start: paragraph.start, end: paragraph.start };
  const start = paragraph.start + word.index;
  return { start, end: start + word.segment.length };
}

/** The sentence at the offset without white space around it. Abbreviations and initials do not end it. */
export function sentenceAt(page: PageText, offset: number): TextRange {
  const paragraph = paragraphAt(page, offset);
  const text = page.text.slice(paragraph.start, paragraph.end);
  const at = Math.min(Math.max(offset - paragraph.start, 0), Math.max(text.length - 1, 0));
  let start = 0;
  let end = 0;
  for (const { segment, index } of SENTENCES.segment(text)) {
    if (!ABBREVIATION.test(text.slice(start, end)) && end > start) start = index;
    end = index + segment.length;
    if (at < end && !ABBREVIATION.test(text.slice(start, end))) break;
  }
  const sentence = text.slice(start, end);
  const from = paragraph.start + start + (sentence.length - sentence.trimStart().length);
  return { start: from, end: Math.max(from, paragraph.start + start + sentence.trimEnd().length) };
}
