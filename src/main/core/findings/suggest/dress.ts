// Dresses a passage found for show: its words, the words around it, its rectangles, its page's label.
import type { Suggestion } from '#shared/findings.ts';
import type { PageText } from '#shared/text/model.ts';
import { cleanQuote, contextOf } from '#shared/text/quote.ts';
import { rectsOf } from '#shared/text/rects.ts';
import { cachedPages, fileRow, papersOfFile } from '../../files/index.ts';
import type { Services } from '../../kinds.ts';
import type { Found } from './search.ts';

/** UTF-16 units shown before and after a passage. */
const CONTEXT = 120;

/** The passage as the contract has it; undefined where its page is no longer cached. */
export function dress(core: Services, { sha256, ranges, kind, score, side, via }: Found): Suggestion | undefined {
  const pages = cachedPages(core, sha256);
  const texts = ranges.map(({ page }) => pages.page(page));
  if (!texts.every((page): page is PageText => page !== undefined)) return undefined;
  const [first, last] = [texts[0], texts.at(-1)];
  const [start, end] = [ranges[0], ranges.at(-1)];
  const file = fileRow(core.db, sha256);
  if (!first || !last || !start || !end || !file) return undefined;
  const placed = ranges.map((range, index) => {
    const page = texts[index];
    return { ...range, rects: page ? rectsOf(page, range) : [] };
  });
  return {
    sha256,
    paperId: papersOfFile(core.db, file.id)[0] ?? null,
    page: start.page,
    pageLabel: first.label,
    rects: placed[0]?.rects ?? [],
    ranges: placed,
    quote: cleanQuote(pages, ranges),
    prefix: contextOf(first, start, CONTEXT).prefix.replaceAll('\n', ' '),
    suffix: contextOf(last, end, CONTEXT).suffix.replaceAll('\n', ' '),
    score: Math.round(score * 1000) / 1000,
    kind,
    side,
    via,
  };
}
