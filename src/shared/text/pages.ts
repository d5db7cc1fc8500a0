// Several pages seen as one text: getting at them, the running text of each, places and ranges across them.

import type { PageText, TextRange } from './model.ts';

/** A range on a page, 1-based. */
export type PageRange = TextRange & { page: number };

/** A caret: between two UTF-16 units of a page's clean text. */
export type Caret = { page: number; offset: number };

/** How anchoring and quoting get at pages: `page(n)`, 1-based, undefined where there is none or it is not at hand. */
export type Pages = { count: number; page: (page: number) => PageText | undefined };

/** Pages given as an array of any order. */
export function pagesOf(list: readonly PageText[]): Pages {
  const byNumber = new Map(list.map((page) => [page.page, page]));
  return { count: Math.max(0, ...byNumber.keys()), page: (page) => byNumber.get(page) };
}

/** Where a page's running text begins and ends, without what stands before and after it (headers, footnotes, footers). */
export function bodyRange(page: Pick<PageText, 'blocks' | 'text'>): TextRange {
  const body = page.blocks.filter((block) => block.role === 'text');
  const first = body[0];
  const last = body.at(-1);
  return first === undefined || last === undefined
    ? { start: 0, end: page.text.trimEnd().length }
    : { start: first.start, end: last.end };
}

/** The two carets in reading order. */
export function orderRange(anchor: Caret, focus: Caret): { start: Caret; end: Caret } {
  const isForward = anchor.page < focus.page || (anchor.page === focus.page && anchor.offset <= focus.offset);
  return isForward ? { start: anchor, end: focus } : { start: focus, end: anchor };
}

/**
 * What a selection from one caret to another takes, a range a page, in reading order. Where it goes over a page's end
 * inside the running text, the footnotes, footers and headers in between are left out. Pages that are not at hand and
 * empty ranges are left out.
 */
export function rangesBetween(pages: Pages, anchor: Caret, focus: Caret): PageRange[] {
  const { start, end } = orderRange(anchor, focus);
  const ranges: PageRange[] = [];
  for (let number = start.page; number <= end.page; number++) {
    const page = pages.page(number);
    if (page === undefined) continue;
    const body = bodyRange(page);
    const isFirst = number === start.page;
    const isLast = number === end.page;
    const from = isFirst ? start.offset : isLast && end.offset < body.start ? 0 : body.start;
    const to = isLast ? end.offset : isFirst && start.offset >= body.end ? page.text.trimEnd().length : body.end;
    if (to > from) ranges.push({ page: number, start: from, end: to });
  }
  return ranges;
}
