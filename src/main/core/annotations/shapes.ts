// Shapes on a page: checked, measured, and tied to the words they stand by.
import type { NewShape as Drawn } from '#shared/annotations.ts';
import type { Shape, ShapeKind } from '#shared/annotation.ts';
import { AppError } from '#shared/errors.ts';
import { wordsInside, wordsNear } from '#shared/text/anchor-shape.ts';
import { describe } from '#shared/text/anchor.ts';
import { TEXT_MODEL_VERSION, type PageText, type Rect } from '#shared/text/model.ts';
import type { Pages } from '#shared/text/pages.ts';
import { roundPt } from '#shared/text/rects.ts';
import { contextOf, rawQuote } from '#shared/text/quote.ts';
import type { NewAnchor } from './anchors.ts';

/** Smallest side of an area or a box of text, points. */
const SMALLEST_PT = 2;
/** Side of a sticky note's sign. */
export const NOTE_PT = 18;

/** The anchor of a shape drawn on a page. `bad_input` for one without extent or off its page. */
export function anchorOfShape(pages: Pages, page: PageText, sha256: string, kind: ShapeKind, drawn: Drawn): NewAnchor {
  const strokes = kind === 'ink' ? (drawn.strokes ?? []).map((stroke) => stroke.map(roundPt)) : [];
  const rect = boundsOf(page, kind, strokes, drawn.rect);
  const shape: Shape = {
    page: page.page,
    rect,
    strokes,
    sizePt: kind === 'ink' || kind === 'text' ? roundPt(drawn.sizePt || (kind === 'ink' ? 1.5 : 11)) : 0,
    near: wordsNear(page, rect, kind === 'area'),
  };
  return anchorFor(pages, page, sha256, kind, shape);
}

/** The anchor of a shape whose bounds are settled: its words, their surroundings, its place in the text. */
export function anchorFor(pages: Pages, page: PageText, sha256: string, kind: ShapeKind, shape: Shape): NewAnchor {
  const inside = kind === 'area' || kind === 'ink' ? wordsInside(page, shape.rect) : [];
  const { near } = shape;
  const at = inside[0]?.start ?? near?.start ?? 0;
  const words = inside.map((range) => ({ page: page.page, ...range }));
  const about = near ?? { start: at, end: at };
  const context = contextOf(page, about, 32, pages);
  return {
    sha256,
    ranges: [
      { page: page.page, start: at, end: inside.length === 1 ? (inside[0]?.end ?? at) : at, rects: [shape.rect] },
    ],
    quote: words.length > 0 ? describe(pages, words, sha256).quote : '',
    rawQuote: inside.map((range) => rawQuote(page, range)).join('\n'),
    prefix: context.prefix,
    suffix: context.suffix,
    pageLabel: page.label,
    textModelVersion: TEXT_MODEL_VERSION,
    shape,
  };
}

function boundsOf(page: PageText, kind: ShapeKind, strokes: number[][], given: Rect | undefined): Rect {
  const rect = kind === 'ink' ? aroundStrokes(strokes) : given;
  if (!rect)
    throw new AppError('bad_input', kind === 'ink' ? 'shape.strokes: there are none.' : 'shape.rect is needed.');
  const [x1, x2] = [Math.min(rect[0], rect[2]), Math.max(rect[0], rect[2])];
  const [y1, y2] = [Math.min(rect[1], rect[3]), Math.max(rect[1], rect[3])];
  const [left, bottom, right, top] = page.box;
  if (x2 < left || x1 > right || y2 < bottom || y1 > top) {
    throw new AppError('bad_input', `shape.rect lies outside page ${page.page}.`);
  }
  if (kind === 'ink') return [x1, y1, x2, y2];
  if (kind === 'note') return [roundPt(x1), roundPt(y2 - NOTE_PT), roundPt(x1 + NOTE_PT), roundPt(y2)];
  if (x2 - x1 < SMALLEST_PT || y2 - y1 < SMALLEST_PT) {
    throw new AppError('bad_input', 'shape.rect is too small: drag over what you want to keep.');
  }
  const within = [Math.max(x1, left), Math.max(y1, bottom), Math.min(x2, right), Math.min(y2, top)] as const;
  return [roundPt(within[0]), roundPt(within[1]), roundPt(within[2]), roundPt(within[3])];
}

function aroundStrokes(strokes: number[][]): Rect | undefined {
  let [x1, y1, x2, y2] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const stroke of strokes) {
    for (let i = 0; i + 1 < stroke.length; i += 2) {
      const [x = 0, y = 0] = [stroke[i], stroke[i + 1]];
      [x1, x2, y1, y2] = [Math.min(x1, x), Math.max(x2, x), Math.min(y1, y), Math.max(y2, y)];
    }
  }
  return x1 > x2 ? undefined : [x1, y1, x2, y2];
}
