// What each block of a page is: running text, words in a figure or table, a footnote. Captions are known already.

import { commonSize, isContentsEntry, type Row, type RowBlock } from './rows.ts';

const NOTE_MARK = /^(?:[*∗†‡§¶‖#]|\d{1,2}(?!\d|\.\d)|[a-z](?=\s))/u;
const EQUATION_NUMBER = /^\(\d+(?:\.\d+)*[a-z]?\)$/u;

/** Gives roles to the blocks of a page (or of one direction on it), in reading order. */
export function assignRoles(blocks: RowBlock[]): RowBlock[] {
  const size = commonSize(blocks.flatMap((block) => block.rows));
  const given = blocks.map((block): RowBlock =>
    block.role === 'text' && isFloat(block, size) ? { ...block, role: 'float' } : block,
  );
  markFigures(given, size);
  // From the foot of each region upwards, small blocks are footnotes until one is not.
  const regions = new Set(given.map((block) => block.region));
  for (const region of regions) {
    const inside = given.filter((block) => block.region === region);
    const text = inside.filter((block) => block.role === 'text' && block.size > size * 0.94);
    if (text.length === 0) continue;
    for (let i = inside.length - 1; i > 0; i--) {
      const block = inside[i];
      if (block === undefined || block.role !== 'text' || block.size > size * 0.94) break;
      if (given.some((other) => other.role === 'text' && other.size > size * 0.94 && isBeneath(other, block))) break;
      const isLead =
        NOTE_MARK.test(block.rows[0]?.text ?? '') ||
        (block.rows[0]?.fragments[0]?.glyphs[0]?.size ?? size) < block.size * 0.85;
      if (isLead || i === inside.length - 1) block.role = 'footnote';
    }
  }
  return given;
}

/** True when `other` stands below the block and shares width with it: then the block is no note at the foot. */
function isBeneath(other: RowBlock, block: RowBlock): boolean {
  if (other.along2 <= block.along1 || other.along1 >= block.along2) return false;
  return (other.rows[0]?.base ?? Infinity) < (block.rows.at(-1)?.base ?? -Infinity);
}

const HEADING = /^(?:\d+(?:\.\d+)*\.?|[IVX]+\.|[A-Z]\.)\s+\p{Lu}/u;

/**
 * What stands right at a caption is the figure's or table's own words (code, labels, cells), as long as its rows do not
 * fill the column as running text does. Figures stand above their captions; tables on the side where cells are.
 */
function markFigures(blocks: readonly RowBlock[], bodySize: number): void {
  for (const [i, caption] of blocks.entries()) {
    if (caption.role !== 'caption') continue;
    const isTable = /^(?:Table|TABLE|Tabelle|表)/u.test(caption.rows[0]?.text ?? '');
    const after = blocks[i + 1];
    const isBelow = after?.role === 'float' && isUnder(after, caption) && blocks[i - 1]?.role !== 'float';
    for (let k = i - 1; k >= 0 && !(isTable && isBelow); k--) {
      const block = blocks[k];
      // The head of a table fills its width, but only one row of it stands over the cells.
      const isHead = block?.rows.length === 1 && blocks[k + 1]?.role === 'float' && isAbove(block, caption);
      if (isHead && !HEADING.test(block.rows[0]?.text ?? '') && block.role === 'text') block.role = 'float';
      else if (!takes(block, caption, bodySize, isAbove)) break;
    }
    for (let k = i + 1; k < blocks.length; k++) {
      const block = blocks[k];
      // What a caption says in smaller print below itself (a DOI, a source) is part of it.
      if (
        block?.role === 'text' &&
        k === i + 1 &&
        block.region === caption.region &&
        block.size < bodySize * 0.94 &&
        block.rows.length <= 2
      ) {
        block.role = 'caption';
      } else if (!isTable || !isBelow || !takes(block, caption, bodySize, isUnder)) break;
    }
  }
}

type Stands = (block: RowBlock, caption: RowBlock) => boolean;

/** Makes a block part of the caption's figure or table if it is; false ends the search. */
function takes(block: RowBlock | undefined, caption: RowBlock, bodySize: number, stands: Stands): boolean {
  if (block === undefined || !stands(block, caption) || (block.role !== 'text' && block.role !== 'float')) return false;
  const isSmall = stands === isUnder && block.size < bodySize * 0.94;
  if (block.role === 'text' && !isSmall && !isFigureText(block, caption, bodySize)) return false;
  block.role = 'float';
  return true;
}

function isUnder(block: RowBlock, caption: RowBlock): boolean {
  return (block.rows[0]?.base ?? 0) < (caption.rows.at(-1)?.base ?? 0) && isWithin(block, caption);
}

function isAbove(block: RowBlock, caption: RowBlock): boolean {
  const foot = Math.min(...block.rows.map((row) => row.base));
  const top = caption.rows[0]?.base ?? 0;
  return foot > top && isWithin(block, caption);
}

/** Tables and figures may be somewhat wider than a short caption, but stay in its column. */
function isWithin(block: RowBlock, caption: RowBlock): boolean {
  const slack = Math.max(caption.size * 2, (block.along2 - block.along1) * 0.25);
  return block.along1 > caption.along1 - slack && block.along2 < caption.along2 + slack;
}

function isFigureText(block: RowBlock, caption: RowBlock, bodySize: number): boolean {
  const { rows } = block;
  if (rows.some((row) => HEADING.test(row.text) && row.size >= bodySize * 0.98)) return false;
  const width = Math.max(caption.along2 - caption.along1, 1);
  const full = rows.filter((row) => row.along2 - row.along1 > width * 0.8).length;
  return full < rows.length * 0.4;
}

/** Words scattered in a figure or set in a table: rows of several far pieces, or a heap of very short small ones. */
function isFloat(block: RowBlock, bodySize: number): boolean {
  const { rows } = block;
  const scattered = rows.filter((row) => isScattered(row)).length;
  if (scattered > rows.length * 0.5 && (rows.length > 1 || block.size < bodySize * 0.94)) return true;
  if (block.size > bodySize * 0.94) return false;
  const chars = rows.reduce((sum, row) => sum + row.text.length, 0);
  return chars / rows.length < 14 && !/^(?:\d+\.?\s+)?\p{Lu}\p{Ll}{4,}/u.test(rows[0]?.text ?? '');
}

function isScattered(row: Row): boolean {
  if (row.fragments.length < 2 || isContentsEntry(row)) return false;
  const last = row.fragments.at(-1)?.text ?? '';
  return !(row.fragments.length === 2 && (EQUATION_NUMBER.test(last) || (row.fragments[0]?.text ?? '').length <= 4));
}
