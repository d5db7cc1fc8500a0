// One drawn shape, from one version of a document to another: it keeps its distance to the words it stands by, and an
// area over a figure goes to that figure.
import type { Anchor, Shape } from '#shared/annotation.ts';
import { unionRect, rectsOf, roundPt } from '#shared/text/rects.ts';
import type { Rect } from '#shared/text/model.ts';
import { placeWords, type Version } from './place-words.ts';

/** Pictures on the pages of a file, in PDF user space. */
export type Figures = (page: number) => readonly Rect[];

export type PlacedShape = { shape: Shape; score: number; isSure: boolean };

/** An area is over a figure when they share this much of both. */
const SAME_PLACE = 0.5;
/** A figure is another's likeness when their proportions differ by less. */
const SAME_FORM = 0.12;

/** Undefined where neither the words nor the figure by it are in the new version. */
export function placeShape(
  anchor: Anchor,
  from: Version | undefined,
  to: Version,
  figures: { from: Figures; to: Figures },
): PlacedShape | undefined {
  const { shape } = anchor;
  if (!shape) return undefined;
  const byWords = shape.near ? moveWithWords(anchor, shape, from, to) : undefined;
  const figure = shape.strokes.length === 0 ? figureUnder(shape, figures.from) : undefined;
  if (!figure) return byWords;
  const pages = byWords ? [byWords.shape.page, byWords.shape.page - 1, byWords.shape.page + 1] : [shape.page];
  const likeness = pages
    .flatMap((page) => figures.to(page).map((rect) => ({ page, rect })))
    .filter(({ rect }) => Math.abs(Math.log(formOf(rect) / formOf(figure))) < SAME_FORM)
    .toSorted((a, b) => distance(a, byWords?.shape ?? shape) - distance(b, byWords?.shape ?? shape))[0];
  if (!likeness) return byWords;
  const rect = carry(shape.rect, figure, likeness.rect);
  return {
    shape: { ...shape, page: likeness.page, rect, near: byWords?.shape.near ?? null },
    score: byWords?.score ?? 0.8,
    isSure: byWords?.isSure ?? false,
  };
}

function moveWithWords(
  { prefix, suffix }: Anchor,
  shape: Shape,
  from: Version | undefined,
  to: Version,
): PlacedShape | undefined {
  const { near } = shape;
  if (!near) return undefined;
  const range = { page: shape.page, start: near.start, end: near.end };
  const placed = placeWords({ ranges: [{ ...range, rects: [] }], quote: near.quote, prefix, suffix }, from, to);
  const [first] = placed?.ranges ?? [];
  const page = first && to.pages.page(first.page);
  if (!placed || !first || !page) return undefined;
  let around: Rect | null = null;
  for (const rect of rectsOf(page, first)) around = unionRect(around, rect);
  if (!around) return undefined;
  // Lines may be broken elsewhere: what holds is where the words begin.
  const [dx, dy] = [around[0] - near.rect[0], around[3] - near.rect[3]];
  const moved = shape.strokes.map((stroke) => stroke.map((n, i) => roundPt(n + (i % 2 === 0 ? dx : dy))));
  const rect = within(shift(shape.rect, dx, dy), page.box);
  const words = page.text.slice(first.start, first.end);
  return {
    shape: { ...shape, page: first.page, rect, strokes: moved, near: { ...first, quote: words, rect: around } },
    score: placed.score,
    isSure: placed.isSure,
  };
}

const shift = ([x1, y1, x2, y2]: Rect, dx: number, dy: number): Rect => [
  roundPt(x1 + dx),
  roundPt(y1 + dy),
  roundPt(x2 + dx),
  roundPt(y2 + dy),
];

/** Moved as little as needed to lie on the page. */
function within(rect: Rect, [left, bottom, right, top]: Rect): Rect {
  const dx = rect[0] < left ? left - rect[0] : Math.min(0, right - rect[2]);
  const dy = rect[1] < bottom ? bottom - rect[1] : Math.min(0, top - rect[3]);
  return shift(rect, dx, dy);
}

const areaOf = ([x1, y1, x2, y2]: Rect): number => Math.max(0, x2 - x1) * Math.max(0, y2 - y1);
const formOf = ([x1, y1, x2, y2]: Rect): number => Math.max(x2 - x1, 0.1) / Math.max(y2 - y1, 0.1);

function figureUnder({ page, rect }: Shape, figures: Figures): Rect | undefined {
  return figures(page).find((figure) => {
    const shared = areaOf([
      Math.max(rect[0], figure[0]),
      Math.max(rect[1], figure[1]),
      Math.min(rect[2], figure[2]),
      Math.min(rect[3], figure[3]),
    ]);
    return shared >= SAME_PLACE * areaOf(rect) && shared >= SAME_PLACE * areaOf(figure);
  });
}

/** A rectangle that stands to `to` as `rect` stands to `from`. */
function carry(rect: Rect, from: Rect, to: Rect): Rect {
  const [sx, sy] = [(to[2] - to[0]) / (from[2] - from[0]), (to[3] - to[1]) / (from[3] - from[1])];
  return [
    roundPt(to[0] + (rect[0] - from[0]) * sx),
    roundPt(to[1] + (rect[1] - from[1]) * sy),
    roundPt(to[0] + (rect[2] - from[0]) * sx),
    roundPt(to[1] + (rect[3] - from[1]) * sy),
  ];
}

type At = { page: number; rect: Rect };
const distance = (a: At, b: At): number =>
  Math.abs(a.page - b.page) * 1000 + Math.hypot(a.rect[0] - b.rect[0], a.rect[1] - b.rect[1]);
