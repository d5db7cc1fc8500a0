// The layout of one page: from glyphs to blocks with roles, in reading order, and the paragraphs that run through them.

import type { Direction } from '#shared/text/model.ts';
import { composeAccents } from './accents.ts';
import { regionsOf } from './columns.ts';
import { fragmentsOf, type Fragment } from './fragments.ts';
import { partFurniture, type Furniture } from './furniture.ts';
import { glyphsOf, type Glyph } from './glyphs.ts';
import { goesOn, paragraphsOf, usesIndents } from './paragraphs.ts';
import { assignRoles } from './roles.ts';
import { blocksOf, makeBlock, pitchOf, rowsOf, type Row, type RowBlock } from './rows.ts';
import type { RawPage } from './raw-page.ts';

/** A paragraph: the rows it runs through, each with its block. */
export type Paragraph = { rows: { row: Row; block: RowBlock }[]; dir: Direction };

/** Fragments of a page by direction, the one with most characters first. */
export function fragmentsByDirection(page: RawPage): { dir: Direction; fragments: Fragment[] }[] {
  const groups = new Map<Direction, Glyph[]>();
  for (const glyph of composeAccents(glyphsOf(page))) {
    const group = groups.get(glyph.dir);
    if (group === undefined) groups.set(glyph.dir, [glyph]);
    else group.push(glyph);
  }
  return [...groups]
    .sort((a, b) => b[1].length - a[1].length)
    .map(([dir, glyphs]) => ({ dir, fragments: fragmentsOf(glyphs) }));
}

/** How far up the page as seen in lines of a direction something stands: 0 at the foot, 1 at the head. */
export function heightFraction(page: RawPage, dir: Direction): (item: { base: number }) => number {
  const [x1, y1, x2, y2] = page.box;
  const [low, high] = dir === 0 ? [y1, y2] : dir === 180 ? [-y2, -y1] : dir === 90 ? [-x2, -x1] : [x1, x2];
  const height = Math.max(high - low, 1);
  return (item) => (item.base - low) / height;
}

/** All paragraphs of a page in reading order. */
export function layoutPage(page: RawPage, furniture: Furniture): Paragraph[] {
  const [main, ...others] = fragmentsByDirection(page);
  if (main === undefined) return [];
  const fraction = heightFraction(page, main.dir);
  const parts = partFurniture(page.page, rowsOf(main.fragments), fraction, furniture);
  const blocks = readBlocks(parts.body.flatMap((row) => row.fragments));
  const paragraphs: Paragraph[] = [];
  const add = (block: RowBlock, dir: Direction): void => {
    for (const rows of paragraphsOf(block)) paragraphs.push({ rows: rows.map((row) => ({ row, block })), dir });
  };
  if (parts.head.length > 0) add(makeBlock(parts.head, 'header', -1), main.dir);
  paragraphs.push(...flow(blocks, main.dir));
  if (parts.foot.length > 0) add(makeBlock(parts.foot, 'footer', -1), main.dir);
  for (const other of others) {
    for (const block of readBlocks(other.fragments)) add({ ...block, role: 'margin' }, other.dir);
  }
  return paragraphs;
}

function readBlocks(fragments: Fragment[]): RowBlock[] {
  const regions = regionsOf(fragments).map(rowsOf);
  const pitch = pitchOf(regions);
  return assignRoles(regions.flatMap((rows, region) => blocksOf(rows, pitch, region)));
}

/**
 * Puts blocks into one run of paragraphs. A paragraph that stops at the foot of a column takes up its rest from the
 * next; what stands in between (captions, words of figures) follows it, footnotes follow all running text.
 */
function flow(blocks: readonly RowBlock[], dir: Direction): Paragraph[] {
  const out: Paragraph[] = [];
  const notes = blocks.filter((block) => block.role === 'footnote');
  const indents = usesIndents(blocks);
  let open: Paragraph | undefined;
  let held: RowBlock[] = [];
  const release = (): void => {
    for (const block of held) for (const rows of paragraphsOf(block)) out.push(paragraph(rows, block, dir));
    held = [];
  };
  for (const [i, block] of blocks.entries()) {
    if (block.role === 'footnote') continue;
    const last = open?.rows.at(-1);
    if (block.role !== 'text' || (last !== undefined && isInserted(blocks, i, last, indents))) {
      held.push(block);
      continue;
    }
    const [first = [], ...rest] = paragraphsOf(block);
    const end = open?.rows.at(-1);
    const next = first[0];
    const isApart = held.length > 0 || end?.block.region !== block.region;
    if (
      open !== undefined &&
      end !== undefined &&
      next !== undefined &&
      isApart &&
      goesOn(end.row, end.block, next, block, indents)
    ) {
      open.rows.push(...first.map((row) => ({ row, block })));
      if (rest.length > 0) release();
    } else {
      release();
      open = paragraph(first, block, dir);
      out.push(open);
    }
    for (const rows of rest) {
      open = paragraph(rows, block, dir);
      out.push(open);
    }
  }
  release();
  for (const block of notes) for (const rows of paragraphsOf(block)) out.push(paragraph(rows, block, dir));
  return out;
}

/**
 * True for a block in another size (authors, a heading of a box) at the head of a column, when the paragraph that is
 * open goes on further down in that column in the middle of its sentence.
 */
function isInserted(
  blocks: readonly RowBlock[],
  i: number,
  last: Paragraph['rows'][number],
  indents: boolean,
): boolean {
  const block = blocks[i];
  const isForeign = (each: RowBlock): boolean => Math.abs(each.size - last.block.size) > last.block.size * 0.06;
  if (block === undefined || block.region === last.block.region || !isForeign(block)) return false;
  if (/[.!?:。！？：]\W*$/u.test(last.row.text)) return false;
  const next = blocks.slice(i + 1).find((each) => each.role === 'text' && !isForeign(each));
  const first = next?.rows[0];
  if (next === undefined || first === undefined || next.region !== block.region || !/^\p{Ll}/u.test(first.text))
    return false;
  return goesOn(last.row, last.block, first, next, indents);
}

function paragraph(rows: readonly Row[], block: RowBlock, dir: Direction): Paragraph {
  return { rows: rows.map((row) => ({ row, block })), dir };
}
