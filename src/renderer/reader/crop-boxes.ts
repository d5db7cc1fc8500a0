// What of each page holds words: the boxes pages are cropped to. Pure, over the document's words.
import type { Rect } from '#shared/text/model.ts';
import { unionRect } from '#shared/text/rects.ts';
import type { PageWords } from '#shared/text/words.ts';

/**
 * For each page the box around the words of all pages of its size and side (left and right pages have other margins),
 * so that lines keep their place from page to page. What runs along the edge (an arXiv stamp) is cut off; null for a
 * page of a kind without words, which is shown whole.
 */
export function cropBoxes(pages: readonly PageWords[]): (page: number) => Rect | null {
  const boxes = new Map<string, Rect>();
  const keys = new Map<number, string>();
  for (const page of pages) {
    const key = [Math.round(page.width), Math.round(page.height), page.rotation, page.page % 2].join(' ');
    keys.set(page.page, key);
    for (const { role, rect } of page.blocks) {
      if (role !== 'margin') boxes.set(key, unionRect(boxes.get(key) ?? null, rect));
    }
  }
  return (page) => boxes.get(keys.get(page) ?? '') ?? null;
}
