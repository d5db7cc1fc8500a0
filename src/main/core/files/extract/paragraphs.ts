// Paragraphs within a block, and whether a paragraph goes on in a later block (the next column, past a figure).

import { firstChar, isClosedScript } from '#shared/text/script.ts';
import { isContentsEntry, type Row, type RowBlock } from './rows.ts';

const LIST_MARK = /^(?:\[\d{1,3}\]|\(\d{1,3}\)|\(?[a-z]\)|\d{1,3}[.)](?=\s)|[•●▪■◦‣∙–—*-](?=\s)|\([ivx]+\))/u;
const TERMINAL = /[.!?:。！？：…]["'”’)\]】」』]*(?:\[[\d,\s–-]+\])?\d{0,2}$/u;

/** The rows of a block as paragraphs. Only blocks of running text are divided; others are one paragraph. */
export function paragraphsOf(block: RowBlock): Row[][] {
  const { rows } = block;
  if (block.role === 'header' || block.role === 'footer') return rows.map((row) => [row]);
  if (block.role === 'text' && rows.filter(isContentsEntry).length > rows.length * 0.5) return contentsOf(rows);
  const shape = shapeOf(block);
  const paragraphs: Row[][] = [];
  for (const [i, row] of rows.entries()) {
    const above = rows[i - 1];
    const current = paragraphs.at(-1);
    if (above === undefined || current === undefined || startsParagraph(above, row, current, block, shape))
      paragraphs.push([row]);
    else current.push(row);
  }
  return paragraphs;
}

/** Entries of a list of contents: each ends at its page number. */
function contentsOf(rows: readonly Row[]): Row[][] {
  const entries: Row[][] = [];
  for (const [i, row] of rows.entries()) {
    const above = rows[i - 1];
    const current = entries.at(-1);
    if (current === undefined || above === undefined || isContentsEntry(above)) entries.push([row]);
    else current.push(row);
  }
  return entries;
}

type Shape = 'flush' | 'indented' | 'hanging' | 'centred';

/** How the block's rows stand to its left edge: that tells what an indent means in it. */
function shapeOf(block: RowBlock): Shape {
  const { rows, size } = block;
  if (rows.length < 2) return 'flush';
  const isCentred = rows.every((row) => {
    const left = row.along1 - block.along1;
    const right = block.along2 - row.along2;
    return Math.abs(left - right) < size * 0.8 + (left + right) * 0.05;
  });
  if (isCentred && rows.some((row) => row.along1 - block.along1 > size * 0.5)) return 'centred';
  const indents = rows.filter((row) => isIndent(row.along1 - block.along1, size)).length;
  if (indents === 0) return 'flush';
  const first = rows[0];
  const isMarked = LIST_MARK.test(first?.text ?? '') && isIndent((rows[1]?.along1 ?? 0) - block.along1, size);
  const isHanging = (rows.length >= 3 && indents > rows.length * 0.5) || isMarked;
  return isHanging && first !== undefined && first.along1 - block.along1 < size * 0.4 ? 'hanging' : 'indented';
}

function isIndent(offset: number, size: number): boolean {
  return offset > size * 0.55 && offset < size * 5;
}

function startsParagraph(above: Row, row: Row, current: readonly Row[], block: RowBlock, shape: Shape): boolean {
  const { size } = block;
  if (/[-\u2010\u00AD]$/u.test(above.text) && !/\s-$/u.test(above.text)) return false;
  if (shape === 'centred' || isFormulaPart(above, size) || isFormulaPart(row, size)) return false;
  const offset = row.along1 - block.along1;
  const aboveOffset = above.along1 - block.along1;
  const isBesideList =
    LIST_MARK.test(row.text) && Math.abs(offset - (current[0]?.along1 ?? 0) + block.along1) < size * 0.6;
  // A row that stands out to the left of the one above, after the end of a sentence.
  if (aboveOffset - offset > size * 1.5 && current.length > 1 && TERMINAL.test(above.text)) return true;
  if (shape === 'hanging') {
    if (offset < size * 0.4) return aboveOffset > size * 0.4 || isBesideList || isShort(above, row, block);
    return false;
  }
  if (isBesideList && LIST_MARK.test(current[0]?.text ?? '')) return true;
  const isSet = isIndent(offset, size) && offset - aboveOffset > size * 0.5;
  if (isSet && (TERMINAL.test(above.text) || isShort(above, row, block) || isOpening(row.text))) {
    // The second line of a list entry stands further in than its first, and does not begin anew.
    return !(LIST_MARK.test(current[0]?.text ?? '') && current.length === 1 && !isShort(above, row, block));
  }
  if (!isShort(above, row, block)) return false;
  // A short line ends a paragraph unless its sentence plainly goes on, as next to a figure or in ragged text.
  return TERMINAL.test(above.text) || isOpening(row.text) || above.isBold !== row.isBold;
}

/** The upper or lower half of a fraction within a line, on a row of its own. */
function isFormulaPart(row: Row, size: number): boolean {
  return row.size < size * 0.85 && row.text.length <= 10;
}

/** True when the first word of the row below would have fitted: the line was ended on purpose. */
function isShort(above: Row, row: Row, block: RowBlock): boolean {
  const room = block.along2 - above.along2;
  return room > firstWordWidth(row) + block.size * 0.6;
}

function firstWordWidth(row: Row): number {
  const glyphs = row.fragments[0]?.glyphs ?? [];
  const first = glyphs[0];
  if (first === undefined) return 0;
  let end = first.along2;
  for (let i = 1; i < glyphs.length; i++) {
    const glyph = glyphs[i];
    if (glyph === undefined || glyph.space !== 'none' || isClosedScript(firstChar(glyph.text))) break;
    end = glyph.along2;
  }
  return end - first.along1;
}

function isOpening(text: string): boolean {
  return /^[\p{Lu}\p{N}\p{Script=Han}“"‘'([•●▪]/u.test(text);
}

/**
 * Whether a paragraph that ends with `last` (in `from`) goes on with `next`, the first row of `to`: the same size, a
 * full last line, no indent, and the sentence open or the next line beginning in the middle of one. `indents` says
 * that paragraphs on this page begin with an indent, so that a line without one begins none.
 */
export function goesOn(last: Row, from: RowBlock, next: Row, to: RowBlock, indents: boolean): boolean {
  if (Math.abs(from.size - to.size) > from.size * 0.06) return false;
  if (next.isBold !== last.isBold && (next.isBold || from.rows.every((row) => row.isBold))) return false;
  if (/[\p{Ll}][-\u2010\u00AD]$/u.test(last.text)) return true;
  if (LIST_MARK.test(next.text) || isIndent(next.along1 - to.along1, to.size)) return false;
  const isOpen = !TERMINAL.test(last.text);
  const isMiddle = /^[\p{Ll}),;.，。、；）]/u.test(next.text);
  if (isOpen && isMiddle) return true;
  if (from.along2 - last.along2 > from.size * 2.5) return false;
  if (isMiddle) return isOpen || indents;
  // A line that could begin a paragraph begins one where the column changes its width, or where it stands alone.
  const width = from.along2 - from.along1;
  const isOtherWidth = Math.abs(to.along2 - to.along1 - width) > width * 0.25;
  if (to.rows.length < 2 || isOtherWidth) return false;
  return isOpen || indents;
}

/** True when the paragraphs of these blocks begin with an indent. */
export function usesIndents(blocks: readonly RowBlock[]): boolean {
  let indented = 0;
  for (const block of blocks) {
    if (block.role !== 'text' || block.rows.length < 3 || shapeOf(block) !== 'indented') continue;
    indented += paragraphsOf(block).filter((rows) =>
      isIndent((rows[0]?.along1 ?? 0) - block.along1, block.size),
    ).length;
  }
  return indented >= 1;
}
