// What repeats at the edges of pages (running heads, footers) and printed page numbers. Learned over the pages read
// ahead, then recognised on each.

import type { Fragment } from './fragments.ts';
import type { Row } from './rows.ts';

/** Share of the page's height at either end where running heads and feet stand. */
export const EDGE = 0.12;
/** Page numbers are looked for in a wider edge: small formats print them further in. */
export const NUMBER_EDGE = 0.22;

const PAGE_NUMBER =
  /^(?:[-–—·|\s]*(?:page\s*|p\.\s*|第\s*)?(?:\d{1,4}|[ivxlcdm]{1,7}|[A-Z]?[-–]?\d{1,4})(?:\s*(?:\/|of)\s*\d{1,4})?(?:\s*页)?[-–—·|\s]*)$/iu;

/** True for a text that is nothing but a page number. */
export function isPageNumber(text: string): boolean {
  return PAGE_NUMBER.test(text.trim());
}

/** Which texts repeat at the edges of a document's pages. */
export class Furniture {
  readonly #pages = new Map<string, number>();
  readonly #numbers = new Map<string, number>();
  /** By how much numbers that count pages are ahead of the page's place in the file. */
  readonly #offsets = new Set<number>();
  #count = 0;

  /** Adds what stands at the edges of one page; `fraction` tells how far up the page a fragment stands, 0 to 1. */
  learn(page: number, fragments: readonly Fragment[], fraction: (fragment: Fragment) => number): void {
    this.#count++;
    const seen = new Set<string>();
    for (const fragment of fragments) {
      const at = fraction(fragment);
      const number = numberKey(fragment.text, page, at);
      if (number !== '') this.#learnNumber(number);
      if (at > EDGE && at < 1 - EDGE) continue;
      const key = signature(fragment.text, at);
      if (key !== '') seen.add(key);
    }
    for (const key of seen) this.#pages.set(key, (this.#pages.get(key) ?? 0) + 1);
  }

  /** True when this is a number that counts the pages, at the same height on each. */
  countsPages(text: string, page: number, fraction: number): boolean {
    const key = numberKey(text, page, fraction);
    return key !== '' && (this.#numbers.get(key) ?? 0) >= Math.min(3, Math.max(2, this.#count - 1));
  }

  /** True unless the numbers of this document's pages are known, and this is none of them. */
  mayCountPages(text: string, page: number): boolean {
    const number = /\d{1,4}/u.exec(text)?.[0];
    return number === undefined || this.#offsets.size === 0 || this.#offsets.has(Number(number) - page);
  }

  #learnNumber(key: string): void {
    const count = (this.#numbers.get(key) ?? 0) + 1;
    this.#numbers.set(key, count);
    if (count === 3) this.#offsets.add(Number(key.slice(key.indexOf(' ') + 1)));
  }

  /** True when this text stands at about this height on other pages too, numbers apart. */
  repeats(text: string, fraction: number): boolean {
    const key = signature(text, fraction);
    const enough = this.#count <= 4 ? 2 : 3;
    return key !== '' && (this.#pages.get(key) ?? 0) >= enough;
  }
}

function numberKey(text: string, page: number, fraction: number): string {
  const isEdge = fraction < NUMBER_EDGE || fraction > 1 - NUMBER_EDGE;
  const number = isEdge ? /^\D{0,3}(\d{1,4})\D{0,3}$/u.exec(text)?.[1] : undefined;
  return number === undefined ? '' : `${String(Math.round(fraction * 50))} ${String(Number(number) - page)}`;
}

function signature(text: string, fraction: number): string {
  const plain = text.replace(/\d+/gu, '#').replace(/\s+/gu, '').slice(0, 80);
  // Numbers and odd signs repeat in tables and lists of contents too; only words make a running head.
  if ((plain.match(/\p{L}/gu)?.length ?? 0) < 3) return '';
  return `${fraction > 0.5 ? 'top' : 'foot'} ${String(Math.round(fraction * 50))} ${plain}`;
}

/**
 * Parts the rows of a page into head, body and foot. From each end inwards, rows are taken as long as they repeat on
 * other pages or are a page number, and stand within the edge.
 */
export function partFurniture(
  page: number,
  rows: readonly Row[],
  fraction: (row: Row) => number,
  furniture: Furniture,
): { head: Row[]; body: Row[]; foot: Row[] } {
  let from = 0;
  let to = rows.length;
  const isFurniture = (row: Row | undefined, isEdge: boolean): boolean => {
    if (row === undefined) return false;
    const at = fraction(row);
    if (isEdge && row.fragments.some((each) => furniture.countsPages(each.text, page, at))) return true;
    if (at > EDGE && at < 1 - EDGE) return false;
    if (row.fragments.some((each) => furniture.repeats(each.text, at))) return true;
    return isEdge && isPageNumber(row.text) && furniture.mayCountPages(row.text, page);
  };
  for (let i = 0; i < Math.min(4, rows.length); i++) {
    if (isFurniture(rows[i], i === from)) from = i + 1;
  }
  for (let i = rows.length - 1; i >= Math.max(from, rows.length - 4); i--) {
    if (isFurniture(rows[i], i === to - 1)) to = i;
  }
  return { head: rows.slice(0, from), body: rows.slice(from, to), foot: rows.slice(to) };
}
