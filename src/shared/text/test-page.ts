// Pages for tests, set in a typewriter face: every character is half its size wide, so places can be counted.

import { joinLines } from './join.ts';
import type { Habits } from './habits.ts';
import type { Block, BlockRole, Line, PageText } from './model.ts';
import { unionRect } from './rects.ts';

/** A printed line: its words, the left end of its baseline in points, and its size. */
export type PrintedLine = { text: string; x: number; y: number; size?: number };

/** A block of lines, read as one paragraph. */
export type PrintedBlock = { lines: PrintedLine[]; role?: BlockRole };

/** Sets blocks into a 600 x 800 page by the join rules. */
export function makePage(blocks: readonly PrintedBlock[], habits: Habits, page = 1): PageText {
  const made: PageText = {
    page,
    label: String(page),
    width: 600,
    height: 800,
    rotation: 0,
    box: [0, 0, 600, 800],
    text: '',
    boxes: [],
    edits: [],
    lines: [],
    blocks: [],
    paragraphs: [],
  };
  for (const block of blocks) addBlock(made, block, habits);
  return made;
}

function addBlock(page: PageText, { lines, role = 'text' }: PrintedBlock, habits: Habits): void {
  if (page.text !== '') put(page, '\n', null);
  const start = page.text.length;
  let block: Block | undefined;
  for (const printed of lines) {
    if (block !== undefined) joinTo(page, printed.text, habits);
    const line = addLine(page, printed);
    block = { start, end: line.end, rect: unionRect(block?.rect ?? null, line.rect), role };
  }
  if (block === undefined) return;
  page.blocks.push(block);
  page.paragraphs.push({ start, end: block.end });
}

function addLine(page: PageText, { text, x, y, size = 10 }: PrintedLine): Line {
  const start = page.text.length;
  for (let i = 0; i < text.length; i++) {
    put(page, text.charAt(i), [x + (i * size) / 2, y - size * 0.2, x + ((i + 1) * size) / 2, y + size * 0.7]);
  }
  const line: Line = {
    start,
    end: page.text.length,
    rect: [x, y - size * 0.2, x + (text.length * size) / 2, y + size * 0.7],
    dir: 0,
  };
  page.lines.push(line);
  return line;
}

function joinTo(page: PageText, next: string, habits: Habits): void {
  const join = joinLines(page.text.slice(-80), next, habits);
  if (join.dropHyphen) {
    page.text = page.text.slice(0, -1);
    page.boxes.splice(-4);
    const line = page.lines.at(-1);
    if (line !== undefined) line.end--;
    page.edits.push({ at: page.text.length, length: 0, raw: '-\n' });
    return;
  }
  page.edits.push({ at: page.text.length, length: join.text.length, raw: '\n' });
  if (join.text !== '') put(page, join.text, null);
}

function put(page: PageText, char: string, box: number[] | null): void {
  page.text += char;
  page.boxes.push(...(box ?? [0, 0, 0, 0]));
}
