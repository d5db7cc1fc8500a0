// The words of a range: clean (as read), raw (as printed), and those around it.

import { habitsOf, type Habits } from './habits.ts';
import { joinLines } from './join.ts';
import { bodyRange, type PageRange, type Pages } from './pages.ts';
import type { PageText, TextRange } from './model.ts';

/**
 * The words of the ranges as running text, paragraphs apart by "\n". Across pages the same join rules hold as across
 * lines, a hyphen at a page's end included. `habits` are those of the document; without them the pages touched tell.
 */
export function cleanQuote(pages: Pages, ranges: readonly PageRange[], habits?: Habits): string {
  const pieces = ranges.map((range) => (pages.page(range.page)?.text ?? '').slice(range.start, range.end));
  let quote = pieces[0] ?? '';
  if (ranges.length < 2) return quote;
  const known = habits ?? habitsOf(new Set(ranges.map((range) => pages.page(range.page)?.text ?? '')));
  for (const piece of pieces.slice(1)) quote = joinTexts(quote, piece, known);
  return quote;
}

/** Two texts joined as two lines are. White space at the seam gives way to the join rules. */
export function joinTexts(left: string, right: string, habits: Habits): string {
  const before = left.trimEnd();
  const after = right.trimStart();
  if (before === '' || after === '') return before + after;
  const join = joinLines(before, after, habits);
  return (join.dropHyphen ? before.slice(0, -1) : before) + join.text + after;
}

/** The range as printed: line ends, line-end hyphens, ligatures and radicals as they stand on the page. */
export function rawQuote(page: PageText, range: TextRange): string {
  let raw = '';
  let at = range.start;
  for (const edit of page.edits) {
    const end = edit.at + edit.length;
    const isInside = edit.length === 0 ? edit.at > range.start && edit.at < range.end : edit.at >= range.start;
    if (!isInside || end > range.end) continue;
    raw += page.text.slice(at, edit.at) + edit.raw;
    at = end;
  }
  return raw + page.text.slice(at, Math.max(at, range.end));
}

/** {@link rawQuote} over several ranges, "\n" between them. */
export function rawQuoteOf(pages: Pages, ranges: readonly PageRange[]): string {
  const quotes = ranges.map((range) => {
    const page = pages.page(range.page);
    return page === undefined ? '' : rawQuote(page, range);
  });
  return quotes.join('\n');
}

/**
 * At least `n` characters before and after the range, as printed in reading order, fewer only where the document ends
 * (or `pages` is not given and the page does). Cut so that no surrogate pair is halved.
 */
export function contextOf(page: PageText, range: TextRange, n = 32, pages?: Pages): { prefix: string; suffix: string } {
  let prefix = page.text.slice(Math.max(0, range.start - n), range.start);
  for (let number = page.page - 1; pages !== undefined && number >= 1 && prefix.length < n; number--) {
    const before = pages.page(number);
    if (before === undefined) break;
    const body = bodyRange(before);
    const text = before.text.slice(body.start, body.end);
    prefix = `${text.slice(Math.max(0, text.length - (n - prefix.length)))}\n${prefix}`;
  }
  let suffix = page.text.slice(range.end, range.end + n);
  for (let number = page.page + 1; pages !== undefined && number <= pages.count && suffix.length < n; number++) {
    const after = pages.page(number);
    if (after === undefined) break;
    const body = bodyRange(after);
    suffix = `${suffix}\n${after.text.slice(body.start, Math.min(body.end, body.start + n - suffix.length))}`;
  }
  return { prefix: prefix.replace(/^[\uDC00-\uDFFF]/u, ''), suffix: suffix.replace(/[\uD800-\uDBFF]$/u, '') };
}
