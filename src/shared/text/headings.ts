// Which paragraphs of a page are headings, told by their numbers, their names or their print.

import type { PageText, TextRange } from './model.ts';
import { unitRect } from './rects.ts';

export type Heading = { start: number; words: string };

const LONGEST = 110;
const NUMBERED =
  /^(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[IVX]{1,5}\.|[A-H]\.|第[一二三四五六七八九十\d]+[章节節])\s*[\p{Lu}\p{Script=Han}]/u;
const NAMED =
  /^(?:abstract|summary|introduction|background|related work|(?:materials and )?methods?|methodology|experiments?|results?(?: and discussion)?|discussion|conclusions?|limitations|acknowledge?ments?|references|appendix|摘\s*要|引\s*言|前\s*言|绪论|相关工作|方法|实验|结果|讨论|结论|结语|参考文献|附录|致谢)$/iu;
const TALL = /[\p{Lu}bdfhklt0-9\p{Script=Han}]/u;
/** How much larger than the page's running print a heading's is. */
const LARGER = 1.14;

/** Height of the print of a range in points: the median of its tall characters'; 0 where it has none. */
function printOf(page: PageText, { start, end }: TextRange): number {
  const heights: number[] = [];
  for (let at = start; at < Math.min(end, start + 400); at++) {
    const rect = TALL.test(page.text.charAt(at)) ? unitRect(page, at) : null;
    if (rect) heights.push(rect[3] - rect[1]);
  }
  return heights.toSorted((a, b) => a - b)[heights.length >> 1] ?? 0;
}

/** The headings of a page in reading order. */
export function headingsOf(page: PageText): Heading[] {
  const running = page.blocks.filter(({ role }) => role === 'text');
  const usual = usualPrint(page);
  return page.paragraphs.flatMap(({ start, end }) => {
    const words = page.text.slice(start, end).trim();
    if (words.length < 2 || words.length > LONGEST || !/\p{L}{2}/u.test(words)) return [];
    if (!running.some((block) => block.start <= start && end <= block.end)) return [];
    const isNumbered = NUMBERED.test(words) && !/[.;,。；，:：]$/u.test(words);
    const isLarge = usual > 0 && printOf(page, { start, end }) >= usual * LARGER && !/[.,;。，；]$/u.test(words);
    const isHeading = isNumbered || NAMED.test(words.replace(/^[\dIVX.]+\s*/u, '').replace(/[.:]$/u, '')) || isLarge;
    return isHeading ? [{ start, words }] : [];
  });
}

/** The print most of the page is set in: that of its longest paragraphs. */
function usualPrint(page: PageText): number {
  const longest = page.paragraphs.toSorted((a, b) => b.end - b.start - (a.end - a.start)).slice(0, 3);
  const heights = longest.map((range) => printOf(page, range)).filter((height) => height > 0);
  return heights.toSorted((a, b) => a - b)[heights.length >> 1] ?? 0;
}
