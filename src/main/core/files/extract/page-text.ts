// From paragraphs of rows to the text model of a page: clean text by the join rules, a rectangle for every unit, and
// the edits that lead back to what is printed.

import { joinLines } from '#shared/text/join.ts';
import { roundPt } from '#shared/text/rects.ts';
import type { Habits } from '#shared/text/habits.ts';
import type { Block, Direction, Edit, Line, PageText, Rect, TextRange } from '#shared/text/model.ts';
import { hasSpaceBefore, type Fragment } from './fragments.ts';
import { layoutPage, type Paragraph } from './layout.ts';
import type { Furniture } from './furniture.ts';
import type { Glyph } from './glyphs.ts';
import type { RawPage } from './raw-page.ts';
import type { RowBlock } from './rows.ts';

/** What a document showed of itself before this page is put together. */
export type DocumentSense = { habits: Habits; furniture: Furniture };

/** As much of the text before a join as the rules look at. */
const TAIL = 120;

/** The text model of a page. */
export function pageTextOf(page: RawPage, sense: DocumentSense): PageText {
  const writer = new Writer(sense.habits);
  for (const paragraph of layoutPage(page, sense.furniture)) writer.add(paragraph);
  return {
    page: page.page,
    label: page.label,
    width: roundPt(page.width),
    height: roundPt(page.height),
    rotation: page.rotation,
    box: roundRect(page.box),
    ...writer.finish(),
  };
}

const NOT_PRINTED: Rect = [0, 0, 0, 0];

type Written = Pick<PageText, 'text' | 'boxes' | 'edits' | 'lines' | 'blocks' | 'paragraphs'>;

class Writer {
  readonly #habits: Habits;
  #text = '';
  readonly #boxes: number[] = [];
  readonly #edits: Edit[] = [];
  readonly #lines: Line[] = [];
  readonly #blocks: { source: RowBlock; range: TextRange; lines: Line[] }[] = [];
  readonly #paragraphs: TextRange[] = [];

  constructor(habits: Habits) {
    this.#habits = habits;
  }

  add(paragraph: Paragraph): void {
    if (this.#text !== '') this.#put('\n', null);
    const start = this.#text.length;
    let isFirst = true;
    for (const { row, block } of paragraph.rows) {
      row.fragments.forEach((fragment, i) => {
        if (!isFirst) this.#join(fragment, i > 0, start);
        isFirst = false;
        this.#fragment(fragment, block, paragraph.dir);
      });
    }
    this.#paragraphs.push({ start, end: this.#text.length });
  }

  finish(): Written {
    const blocks = this.#blocks.map(({ source, range, lines }): Block => {
      const rects = lines.map((line) => line.rect);
      const rect: Rect = [
        Math.min(...rects.map((each) => each[0])),
        Math.min(...rects.map((each) => each[1])),
        Math.max(...rects.map((each) => each[2])),
        Math.max(...rects.map((each) => each[3])),
      ];
      return { start: range.start, end: range.end, rect, role: source.role };
    });
    return {
      text: this.#text,
      boxes: this.#boxes,
      edits: this.#edits,
      lines: this.#lines,
      blocks,
      paragraphs: this.#paragraphs,
    };
  }

  #fragment(fragment: Fragment, block: RowBlock, dir: Direction): void {
    const start = this.#text.length;
    let rect: Rect | null = null;
    fragment.glyphs.forEach((glyph, i) => {
      const before = fragment.glyphs[i - 1];
      if (before !== undefined && hasSpaceBefore(fragment.glyphs, i)) this.#put(' ', gapRect(before, glyph, dir));
      const box = toPage(glyph.along1, glyph.across1, glyph.along2, glyph.across2, dir);
      rect = rect === null ? [box[0], box[1], box[2], box[3]] : widen(rect, box);
      this.#glyph(glyph, box, dir);
    });
    const line: Line = { start, end: this.#text.length, rect: rect ?? [0, 0, 0, 0], dir };
    this.#lines.push(line);
    const last = this.#blocks.at(-1);
    if (last?.source === block) {
      last.range.end = line.end;
      last.lines.push(line);
    } else this.#blocks.push({ source: block, range: { start, end: line.end }, lines: [line] });
  }

  #glyph(glyph: Glyph, box: Rect, dir: Direction): void {
    if (glyph.raw !== glyph.text)
      this.#edits.push({ at: this.#text.length, length: glyph.text.length, raw: glyph.raw });
    if (glyph.text.length === 1) {
      this.#put(glyph.text, box);
      return;
    }
    const chars = [...glyph.text];
    const step = (glyph.along2 - glyph.along1) / chars.length;
    chars.forEach((char, i) => {
      const from = glyph.along1 + step * (glyph.isRtl ? chars.length - 1 - i : i);
      this.#put(char, toPage(from, glyph.across1, from + step, glyph.across2, dir));
    });
  }

  /** What stands between the text so far and the next fragment of the same paragraph. */
  #join(fragment: Fragment, isSameRow: boolean, start: number): void {
    if (isSameRow) {
      this.#put(' ', null);
      return;
    }
    const left = this.#text.slice(Math.max(start, this.#text.length - TAIL));
    const join = joinLines(left, fragment.text, this.#habits);
    if (join.dropHyphen) this.#dropHyphen();
    else if (join.text === ' ') {
      this.#edits.push({ at: this.#text.length, length: 1, raw: '\n' });
      this.#put(' ', null);
    } else this.#edits.push({ at: this.#text.length, length: 0, raw: '\n' });
  }

  /** Takes the line-end hyphen out of the text; the letter before it stands for its place on the page. */
  #dropHyphen(): void {
    const hyphen = this.#text.slice(-1);
    const last = this.#edits.at(-1);
    // A hyphen that was itself an edited character gives its printed form to the new edit.
    const raw = last !== undefined && last.at === this.#text.length - 1 ? (this.#edits.pop()?.raw ?? hyphen) : hyphen;
    this.#text = this.#text.slice(0, -1);
    const box = this.#boxes.splice(this.#boxes.length - 4, 4);
    const at = this.#boxes.length - 4;
    const letter: Rect = [
      this.#boxes[at] ?? 0,
      this.#boxes[at + 1] ?? 0,
      this.#boxes[at + 2] ?? 0,
      this.#boxes[at + 3] ?? 0,
    ];
    const both = around(letter, [box[0] ?? 0, box[1] ?? 0, box[2] ?? 0, box[3] ?? 0]);
    both.forEach((value, i) => (this.#boxes[at + i] = value));
    const end = this.#text.length;
    for (const range of [this.#lines.at(-1), this.#blocks.at(-1)?.range]) if (range !== undefined) range.end = end;
    this.#edits.push({ at: end, length: 0, raw: `${raw}\n` });
  }

  #put(text: string, box: Rect | null): void {
    this.#text += text;
    const [x1, y1, x2, y2] = box ?? NOT_PRINTED;
    for (let i = 0; i < text.length; i++) this.#boxes.push(x1, y1, x2, y2);
  }
}

function gapRect(before: Glyph, after: Glyph, dir: Direction): Rect | null {
  const [from, to] = after.isRtl ? [after.along2, before.along1] : [before.along2, after.along1];
  if (to <= from) return null;
  return toPage(from, Math.max(before.across1, after.across1), to, Math.min(before.across2, after.across2), dir);
}

/** A rectangle of the line's frame in PDF user space, rounded. */
function toPage(along1: number, across1: number, along2: number, across2: number, dir: Direction): Rect {
  if (dir === 90) return [roundPt(-across2), roundPt(along1), roundPt(-across1), roundPt(along2)];
  if (dir === 180) return [roundPt(-along2), roundPt(-across2), roundPt(-along1), roundPt(-across1)];
  if (dir === 270) return [roundPt(across1), roundPt(-along2), roundPt(across2), roundPt(-along1)];
  return [roundPt(along1), roundPt(across1), roundPt(along2), roundPt(across2)];
}

/** Widens `rect` in place. */
function widen(rect: Rect, by: Rect): Rect {
  if (by[0] < rect[0]) rect[0] = by[0];
  if (by[1] < rect[1]) rect[1] = by[1];
  if (by[2] > rect[2]) rect[2] = by[2];
  if (by[3] > rect[3]) rect[3] = by[3];
  return rect;
}

function around(a: Rect, b: Rect): Rect {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

function roundRect(rect: readonly [number, number, number, number]): Rect {
  return [roundPt(rect[0]), roundPt(rect[1]), roundPt(rect[2]), roundPt(rect[3])];
}
