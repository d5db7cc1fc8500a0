// Rows: fragments of a region that share a baseline; and blocks: rows read together, parted by spacing, size and the
// words that open a caption.

import type { BlockRole } from '#shared/text/model.ts';
import type { Fragment } from './fragments.ts';

/** One row of a region, fragments in reading order. Lengths in points in the frame of the line. */
export type Row = {
  fragments: Fragment[];
  along1: number;
  along2: number;
  across1: number;
  across2: number;
  base: number;
  size: number;
  isBold: boolean;
  text: string;
};

/** Rows read together. `along1` and `along2` are the edges its rows are measured against. */
export type RowBlock = { rows: Row[]; role: BlockRole; along1: number; along2: number; size: number; region: number };

const LABEL =
  /^(?:(?:Extended Data|Supplementary|Suppl?\.?) )?(?:Figures?|Figs?\.?|FIGURE|FIG\.?|Tables?|TABLE|Scheme|Algorithm|Listing|Chart|Box|Plate|Abbildung|Tabelle)\s*(?:[A-Z]?\d+(?:[.-]\d+)*[a-z]?|[IVX]+)(?![\p{L}\p{N}])/u;
const CHINESE_LABEL = /^[图表圖]\s*\d+(?:[.-]\d+)*(?!\s*(?:[中所为是和与、，]|展示|显示|给出|可以|可知|列出))/u;

/** True when a text opens as a caption does ("Figure 3.", "Table II", "图 2"), not as a sentence ("Figure 3 shows"). */
export function opensCaption(text: string): boolean {
  const label = LABEL.exec(text)?.[0];
  if (label === undefined) return CHINESE_LABEL.test(text);
  return /^\s*(?:$|[.:|—–(-]|[^\p{Ll}\s,])/u.test(text.slice(label.length));
}

/** True for an entry of a list of contents: leaders, or a numbered title, and a page number at the end. */
export function isContentsEntry(row: Row): boolean {
  if (!/[\divxlc]$/iu.test(row.text)) return false;
  if (/(?:[.·…]\s?){4,}\s*(?:\d{1,4}|[ivxlc]{1,6})$/iu.test(row.text)) return true;
  return row.fragments.length >= 2 && /^(?:\d+(?:\.\d+)*|[A-Z])\.?\s+\p{L}.*\s\d{1,4}$/u.test(row.text);
}

/** The rows of a region from top to bottom. */
export function rowsOf(fragments: readonly Fragment[]): Row[] {
  const falling = [...fragments].sort((a, b) => b.base - a.base || a.along1 - b.along1);
  const rows: Fragment[][] = [];
  let head: Fragment | undefined;
  for (const fragment of falling) {
    const row = rows.at(-1);
    if (row !== undefined && head !== undefined && sharesRow(head, fragment, row)) {
      row.push(fragment);
      if (fragment.along2 - fragment.along1 > head.along2 - head.along1) head = fragment;
    } else {
      rows.push([fragment]);
      head = fragment;
    }
  }
  return rows.map(makeRow);
}

function sharesRow(head: Fragment, fragment: Fragment, row: readonly Fragment[]): boolean {
  if (head.base - fragment.base > Math.min(head.size, fragment.size) * 0.4) return false;
  // What stands above or below another cannot be beside it.
  return row.every((each) => each.along2 <= fragment.along1 + 1 || each.along1 >= fragment.along2 - 1);
}

function makeRow(fragments: Fragment[]): Row {
  const isRtl = fragments.filter((each) => each.isRtl).length > fragments.length / 2;
  fragments.sort((a, b) => (isRtl ? b.along2 - a.along2 : a.along1 - b.along1));
  const widest = fragments.reduce((best, each) =>
    each.along2 - each.along1 > best.along2 - best.along1 ? each : best,
  );
  return {
    fragments,
    along1: Math.min(...fragments.map((each) => each.along1)),
    along2: Math.max(...fragments.map((each) => each.along2)),
    across1: Math.min(...fragments.map((each) => each.across1)),
    across2: Math.max(...fragments.map((each) => each.across2)),
    base: widest.base,
    size: widest.size,
    isBold: fragments.every((each) => each.isBold),
    text: fragments.map((each) => each.text).join(' '),
  };
}

/** Blocks of a region's rows, roles not yet given but for captions. `pitch` is the page's usual line distance in sizes. */
export function blocksOf(rows: readonly Row[], pitch: number, region: number): RowBlock[] {
  const blocks: RowBlock[] = [];
  let current: Row[] = [];
  let isCaption = false;
  const close = (): void => {
    if (current.length > 0) blocks.push(makeBlock(current, isCaption ? 'caption' : 'text', region));
    current = [];
  };
  for (const [i, row] of rows.entries()) {
    const before = rows[i - 1];
    const isBreak = before === undefined || breaksBlock(before, row, pitch, current);
    const startsCaption = opensCaption(row.text) && (isBreak || isLoose(before, row, pitch));
    if (isBreak || startsCaption) {
      close();
      isCaption = startsCaption;
    }
    current.push(row);
  }
  close();
  return blocks;
}

/** A block of rows with its edges. */
export function makeBlock(rows: Row[], role: BlockRole, region: number): RowBlock {
  return {
    rows,
    role,
    along1: Math.min(...rows.map((row) => row.along1)),
    along2: Math.max(...rows.map((row) => row.along2)),
    size: commonSize(rows),
    region,
  };
}

/** The size most of the characters have. */
export function commonSize(rows: readonly Row[]): number {
  const weights = new Map<number, number>();
  let best = rows[0]?.size ?? 10;
  for (const row of rows) {
    const size = Math.round(row.size * 10) / 10;
    weights.set(size, (weights.get(size) ?? 0) + row.text.length);
    if ((weights.get(size) ?? 0) > (weights.get(best) ?? 0)) best = size;
  }
  return best;
}

/** The usual distance of baselines, in sizes, between rows that follow each other closely. 1.2 where nothing shows it. */
export function pitchOf(regions: readonly (readonly Row[])[]): number {
  const seen: number[] = [];
  for (const rows of regions) {
    for (let i = 1; i < rows.length; i++) {
      const above = rows[i - 1];
      const row = rows[i];
      if (above === undefined || row === undefined || row.text.length < 12 || above.text.length < 12) continue;
      if (Math.abs(above.size - row.size) > row.size * 0.06) continue;
      const pitch = (above.base - row.base) / row.size;
      if (pitch > 0.8 && pitch < 3) seen.push(pitch);
    }
  }
  seen.sort((a, b) => a - b);
  return seen[Math.floor(seen.length * 0.4)] ?? 1.2;
}

function breaksBlock(above: Row, row: Row, pitch: number, block: readonly Row[]): boolean {
  const size = Math.max(above.size, row.size);
  const distance = above.base - row.base;
  const isSlight = isSlightText(row.text) || isSlightText(above.text);
  if (distance > size * Math.max(pitch * 1.35, pitch + 0.3)) return true;
  const change = Math.abs(above.size - row.size) / size;
  if (!isSlight && change > 0.1) return true;
  if (!isSlight && change > 0.04 && distance > size * pitch * 1.15) return true;
  // A heading in bold above plain text, or after it.
  const isWholeBold = block.every((each) => each.isBold);
  return !isSlight && above.isBold !== row.isBold && (row.isBold || isWholeBold) && distance > size * pitch * 1.08;
}

/** Stray signs of a formula, which say nothing of the size of the text around them. */
function isSlightText(text: string): boolean {
  return text.length <= 4 && !/\p{L}{3}|\p{Script=Han}/u.test(text);
}

function isLoose(above: Row, row: Row, pitch: number): boolean {
  return (
    above.base - row.base > row.size * pitch * 1.08 ||
    Math.abs(above.size - row.size) > row.size * 0.04 ||
    above.isBold !== row.isBold
  );
}
