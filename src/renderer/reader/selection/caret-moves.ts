// Where a caret goes in the text model: by character, word, line, sentence, paragraph. Pure.
import type { Line, PageText } from '#shared/text/model.ts';
import type { Caret, Pages } from '#shared/text/pages.ts';
import { offsetInLine, paragraphAt, sentenceAt } from '#shared/text/select.ts';
import { rectIntoLineFrame, unitRect } from '#shared/text/rects.ts';

/** What one press of a key moves over. */
export type CaretStep = 'character' | 'word' | 'line' | 'lineEnd' | 'sentence' | 'paragraph' | 'document';

const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const WORDS = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Where a caret arrives, and the place along the line that going up and down keeps (points). */
export type Moved = { caret: Caret; along: number | null };

/**
 * Moves a caret forward (1) or back (-1). Over a page's end it goes on in the next page that has text; pages that are
 * not at hand count as the document's end.
 */
export function moveCaret(pages: Pages, from: Caret, step: CaretStep, by: 1 | -1, along: number | null = null): Moved {
  const page = pages.page(from.page);
  if (!page) return { caret: from, along };
  if (step === 'document') return { caret: documentEnd(pages, by), along: null };
  if (step === 'line') return moveLine(pages, page, from, by, along);
  const offset = within(page, from.offset, step, by);
  if (offset !== from.offset || step === 'lineEnd') return { caret: { page: from.page, offset }, along: null };
  return { caret: nextPage(pages, from, by), along: null };
}

/** The offset a step leads to in the page; the same at its end. */
function within(page: PageText, at: number, step: Exclude<CaretStep, 'document' | 'line'>, by: 1 | -1): number {
  const end = page.text.trimEnd().length;
  if (by === 1 && at >= end && step !== 'lineEnd') return at;
  if (step === 'character') return byGrapheme(page.text, at, by);
  if (step === 'word') return byWord(page.text, at, by);
  if (step === 'lineEnd') {
    const line = lineOf(page, at);
    return line ? (by === 1 ? line.end : line.start) : at;
  }
  const rangeAt = step === 'sentence' ? sentenceAt : paragraphAt;
  const here = rangeAt(page, at);
  if (by === 1) {
    if (at < here.end) return here.end;
    return rangeAt(page, firstLetter(page.text, at, end)).end;
  }
  if (at > here.start && at <= here.end) return here.start;
  return rangeAt(page, Math.max(0, lastLetter(page.text, at - 1))).start;
}

const firstLetter = (text: string, from: number, end: number): number => {
  let at = from;
  while (at < end && /\s/u.test(text.charAt(at))) at++;
  return at;
};

const lastLetter = (text: string, from: number): number => {
  let at = from;
  while (at > 0 && /\s/u.test(text.charAt(at))) at--;
  return at;
};

function byGrapheme(text: string, at: number, by: 1 | -1): number {
  const from = Math.max(0, at - 32);
  const segments = GRAPHEMES.segment(text.slice(from, at + 32));
  const found = segments.containing(by === 1 ? at - from : at - from - 1);
  if (!found) return at;
  return from + found.index + (by === 1 ? found.segment.length : 0);
}

/** To the end of the word ahead, or the beginning of the one behind. */
function byWord(text: string, at: number, by: 1 | -1): number {
  const from = Math.max(0, at - 200);
  let best = by === 1 ? text.length : 0;
  for (const { segment, index, isWordLike } of WORDS.segment(text.slice(from, at + 200))) {
    if (isWordLike !== true) continue;
    const [start, end] = [from + index, from + index + segment.length];
    if (by === 1 && end > at) return end;
    if (by === -1 && start < at) best = start;
  }
  return best;
}

/** The line a caret stands in: at a line's end, that line. */
export function lineOf(page: PageText, offset: number): Line | undefined {
  return (
    page.lines.find((line) => offset >= line.start && offset <= line.end) ??
    page.lines.find((line) => offset < line.start) ??
    page.lines.at(-1)
  );
}

function moveLine(pages: Pages, page: PageText, from: Caret, by: 1 | -1, along: number | null): Moved {
  const line = lineOf(page, from.offset);
  const goal = along ?? alongOf(page, from.offset);
  let next = line && page.lines[page.lines.indexOf(line) + by];
  let target = page;
  if (!next) {
    const caret = nextPage(pages, from, by);
    const other = pages.page(caret.page);
    next = caret.page === from.page ? undefined : by === 1 ? other?.lines[0] : other?.lines.at(-1);
    if (!next || !other) return { caret, along: goal };
    target = other;
  }
  const [x1, , x2] = rectIntoLineFrame(next.rect, next.dir);
  const offset = offsetInLine(target, next, Math.min(Math.max(goal, x1), x2));
  return { caret: { page: target.page, offset }, along: goal };
}

/** Where a caret stands along its line, in points of the line's own frame. */
function alongOf(page: PageText, offset: number): number {
  const line = lineOf(page, offset);
  if (!line) return 0;
  const before = offset < line.end ? unitRect(page, offset) : null;
  if (before) return rectIntoLineFrame(before, line.dir)[0];
  const after = unitRect(page, Math.max(line.start, offset - 1));
  return after ? rectIntoLineFrame(after, line.dir)[2] : rectIntoLineFrame(line.rect, line.dir)[0];
}

function nextPage(pages: Pages, from: Caret, by: 1 | -1): Caret {
  for (let number = from.page + by; number >= 1 && number <= pages.count; number += by) {
    const page = pages.page(number);
    if (!page) break;
    if (page.text.trim() !== '') return { page: number, offset: by === 1 ? 0 : page.text.trimEnd().length };
  }
  return from;
}

function documentEnd(pages: Pages, by: 1 | -1): Caret {
  const edge = by === 1 ? pages.count : 1;
  const text = pages.page(edge)?.text.trimEnd() ?? '';
  return { page: edge, offset: by === 1 ? text.length : 0 };
}
