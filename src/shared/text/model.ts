// The text model of one PDF page: what a reader reads, where it stands, in reading order.
// Types only. The extractor makes it, everything else (selection, quotes, anchors, search) reads it.

/** Number of the rules below; raised when the same PDF would give other offsets. */
export const TEXT_MODEL_VERSION = 1;

/** `[x1, y1, x2, y2]` in PDF user space: points, origin bottom left, x1 <= x2, y1 <= y2, rounded to 3 decimals. */
export type Rect = [number, number, number, number];

/** Direction in which the characters of a line run, counter-clockwise degrees in PDF user space. */
export type Direction = 0 | 90 | 180 | 270;

/** A half-open range `[start, end)` of UTF-16 offsets into {@link PageText.text}. */
export type TextRange = { start: number; end: number };

/** One printed line, or a part of one where a wide gap (a column gutter) splits it. */
export type Line = TextRange & { rect: Rect; dir: Direction };

/**
 * What a block is to a reader: `text` the running text and its headings, `caption` a figure's or table's, `float`
 * words inside a figure or table, `footnote`, `header` and `footer` what repeats at the page's edges and the printed
 * page number, `margin` what runs along the text in another direction (an arXiv stamp, a sideways table).
 */
export type BlockRole = 'text' | 'caption' | 'float' | 'footnote' | 'header' | 'footer' | 'margin';

/** A run of lines read together: a column, heading, caption, footnote. In reading order. */
export type Block = TextRange & { rect: Rect; role: BlockRole };

/**
 * Where clean text and printed text differ: `text.slice(at, at + length)` stands for the printed `raw`.
 * A joining space stands for "\n", a dropped line-end hyphen is length 0 for "-\n", a closed Han join is
 * length 0 for "\n", "fi" may stand for U+FB01. Sorted by `at`, never overlapping.
 */
export type Edit = { at: number; length: number; raw: string };

export type PageText = {
  /** 1-based. */
  page: number;
  /** The printed page label ("iv", "12"), or the page number as text where the PDF names none. */
  label: string;
  /** Size of the crop box as displayed, i.e. after rotation, in points. */
  width: number;
  height: number;
  /** Clockwise, the page's own /Rotate. */
  rotation: Direction;
  /** Crop box in PDF user space. */
  box: Rect;
  /** Clean text in reading order. Paragraphs end with "\n"; no other line ends occur. */
  text: string;
  /** Four numbers per UTF-16 unit of `text`: its rectangle. Units that were not printed (joins) have four zeros. */
  boxes: number[];
  edits: Edit[];
  lines: Line[];
  blocks: Block[];
  /** Paragraphs as ranges; they cover all of `text` but the "\n" between them. */
  paragraphs: TextRange[];
};
