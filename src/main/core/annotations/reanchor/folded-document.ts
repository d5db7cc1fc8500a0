// A document as one folded text, so that words can be found across lines, columns and pages, with the way back to the
// pages. Two streams, one after the other: the running text, then all the rest (captions, footnotes, furniture).
import { fold, foldWithMap, type FoldOptions } from '#shared/text/fold.ts';
import type { Block, PageText } from '#shared/text/model.ts';
import type { PageRange, Pages } from '#shared/text/pages.ts';

/** Where lines break must not count: no spaces, no hyphens. */
const LOOSE: FoldOptions = { spaces: 'none', hyphens: 'none' };

/** A half-open stretch of the folded text. */
export type Stretch = { start: number; end: number };

/** The words as the folded text has them. */
export const folded = (words: string): string => fold(words, LOOSE);

export class FoldedDocument {
  readonly text: string;
  readonly #pages: Uint16Array;
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  readonly #pageText: Map<number, PageText>;
  /** Where the pieces of a page lie in the folded text. */
  readonly #pieces = new Map<number, Stretch[]>();

  constructor(pages: Pages) {
    const main: Piece[] = [];
    const rest: Piece[] = [];
    this.#pageText = new Map();
    for (let number = 1; number <= pages.count; number++) {
      const page = pages.page(number);
      if (!page) continue;
      this.#pageText.set(number, page);
      for (const block of blocksOf(page)) (block.role === 'text' ? main : rest).push(foldPiece(page, block));
    }
    const pieces = [...main, ...rest];
    const length = pieces.reduce((sum, { text }) => sum + text.length, 0);
    this.text = pieces.map(({ text }) => text).join('');
    this.#pages = new Uint16Array(length);
    this.#starts = new Int32Array(length);
    this.#ends = new Int32Array(length);
    let at = 0;
    for (const piece of pieces) {
      this.#pages.fill(piece.page, at, at + piece.text.length);
      this.#starts.set(piece.starts, at);
      this.#ends.set(piece.ends, at);
      const known = this.#pieces.get(piece.page);
      const stretch = { start: at, end: at + piece.text.length };
      if (known) known.push(stretch);
      else this.#pieces.set(piece.page, [stretch]);
      at += piece.text.length;
    }
  }

  /** Every place of the needle, not overlapping; at most `most`. */
  occurrences(needle: string, most = 20_000): number[] {
    const found: number[] = [];
    if (needle === '') return found;
    for (let at = this.text.indexOf(needle); at >= 0; at = this.text.indexOf(needle, at + needle.length)) {
      found.push(at);
      if (found.length >= most) break;
    }
    return found;
  }

  /** The folded stretches that a range of a page makes, those that follow on each other joined. */
  stretchesOf(range: PageRange): Stretch[] {
    const stretches: Stretch[] = [];
    for (const piece of this.#pieces.get(range.page) ?? []) {
      let start = -1;
      let end = -1;
      for (let at = piece.start; at < piece.end; at++) {
        if ((this.#ends[at] ?? 0) <= range.start || (this.#starts[at] ?? 0) >= range.end) continue;
        if (start < 0) start = at;
        end = at + 1;
      }
      const last = stretches.at(-1);
      if (start >= 0 && last?.end === start) last.end = end;
      else if (start >= 0) stretches.push({ start, end });
    }
    return stretches;
  }

  /** The ranges of a folded stretch, in its order: one for each run that is closed in its page's text. */
  rangesOf({ start, end }: Stretch): PageRange[] {
    const ranges: PageRange[] = [];
    for (let at = start; at < end; at++) {
      const page = this.#pages[at] ?? 0;
      const [from = 0, to = 0] = [this.#starts[at], this.#ends[at]];
      const last = ranges.at(-1);
      const words = this.#pageText.get(page)?.text ?? '';
      // What lies between two kept characters is of no weight (spaces, hyphens), or it is another block.
      if (last && last.page === page && from >= last.end && folded(words.slice(last.end, from)) === '') last.end = to;
      else if (last && last.page === page && from < last.end && to >= last.start) last.end = Math.max(last.end, to);
      else ranges.push({ page, start: from, end: to });
    }
    return ranges;
  }
}

type Piece = { page: number; text: string; starts: number[]; ends: number[] };

/** The blocks of a page, and what lies between them as text. */
function blocksOf(page: PageText): Pick<Block, 'start' | 'end' | 'role'>[] {
  if (page.blocks.length === 0) return [{ start: 0, end: page.text.length, role: 'text' }];
  return page.blocks;
}

function foldPiece(page: PageText, { start, end }: Stretch): Piece {
  const { folded: text, toSourceRange } = foldWithMap(page.text.slice(start, end), LOOSE);
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const source = toSourceRange(at, at + 1);
    starts.push(start + source.start);
    ends.push(start + source.end);
  }
  return { page: page.page, text, starts, ends };
}
