// Headings of a page, as far as its text tells: short paragraphs that are numbered, or named as sections are.
import type { PageText } from '#shared/text/model.ts';

/** A heading and where it begins in the page's text. */
export type Heading = [start: number, title: string];

const LONGEST = 90;
const NUMBERED = /^(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[IVX]{1,5}\.|[A-H]\.|第[一二三四五六七八九十百\d]+[章节]|[一二三四五六七八九十]{1,3}[、．.])\s*\p{L}/u;
const NAMED =
  /^(?:abstract|introduction|background|related works?|methods?|materials and methods|experiments?|results?|discussion|conclusions?|limitations|future work|acknowledge?ments?|references|appendix|摘要|引言|绪论|背景|相关工作|方法|实验|结果|讨论|结论|结语|致谢|参考文献|附录)(?:\s|$|[:：])/iu;

/** The headings of a page in order. */
export function headingsOf(page: Pick<PageText, 'text' | 'paragraphs' | 'blocks'>): Heading[] {
  const found: Heading[] = [];
  for (const { start, end } of page.paragraphs) {
    if (end - start > LONGEST || end - start < 2) continue;
    const title = page.text.slice(start, end).trim();
    const isNamed = NAMED.test(title) && title.length < 60;
    const isNumbered = NUMBERED.test(title) && !/[.。;；,，:：]$/u.test(title) && !/\d{4}/u.test(title);
    if (!isNamed && !isNumbered) continue;
    const role = page.blocks.find((block) => start >= block.start && start < block.end)?.role;
    if (role === undefined || role === 'text') found.push([start, title]);
  }
  return found;
}

/** The heading that holds at an offset; `carried` is the last one of the pages before. */
export const sectionAt = (headings: readonly Heading[], carried: string, offset: number): string =>
  headings.findLast(([start]) => start <= offset)?.[1] ?? carried;
