// Figures and tables of a document, and where its text speaks of them. Over the words and blocks of pages.

import type { Rect, TextRange } from './model.ts';
import { unionRect } from './rects.ts';
import type { PageWords } from './words.ts';

/** A figure, table or algorithm: its name ("figure 3"), its caption, and the part of the page to show for it (PDF points). */
export type Figure = { name: string; page: number; caption: string; rect: Rect };

/** A place in a page's text that names a figure; `figure` is an index into the document's list. */
export type Mention = TextRange & { figure: number };

const KINDS: [kind: string, words: string][] = [
  ['figure', String.raw`figs?\.?|figures?|图|圖`],
  ['table', String.raw`tables?|tab\.|表`],
  ['algorithm', String.raw`algorithms?|alg\.|算法`],
  ['scheme', String.raw`schemes?|方案`],
];
const NUMBER = String.raw`[A-Z]?\d{1,3}(?:[.-]\d{1,2})?`;
const CAPTION = KINDS.map(([kind, words]) => ({
  kind,
  shape: new RegExp(String.raw`^(?:supplementary\s+)?(?:${words})\s*(${NUMBER})(?![\d])`, 'iu'),
}));
const MENTION = KINDS.map(([kind, words]) => ({
  kind,
  shape: new RegExp(String.raw`(?<![\p{L}])(?:${words})\s*(${NUMBER})(?:[a-h](?![a-z]))?`, 'giu'),
}));

/** Room around what is shown, in points. */
const AROUND_PT = 6;
/** The part shown is at most this share of the page's height. */
const TALLEST = 0.75;

/** Every captioned figure and table, in order; of two with one name the first. */
export function findFigures(pages: readonly PageWords[]): Figure[] {
  const figures = new Map<string, Figure>();
  for (const page of pages) {
    for (const block of page.blocks) {
      if (block.role !== 'caption') continue;
      const caption = page.text.slice(block.start, block.end).trim();
      for (const { kind, shape } of CAPTION) {
        const number = shape.exec(caption)?.[1];
        if (number === undefined) continue;
        const name = `${kind} ${number.toUpperCase()}`;
        if (!figures.has(name))
          figures.set(name, { name, page: page.page, caption, rect: partOf(page, block.rect, kind === 'table') });
        break;
      }
    }
  }
  return [...figures.values()];
}

/** Where a page's text speaks of figures, in order; captions do not speak of themselves. */
export function mentionsIn(page: PageWords, figures: readonly Figure[]): Mention[] {
  const byName = new Map(figures.map(({ name }, index) => [name, index]));
  const captions = page.blocks.filter(({ role }) => role === 'caption');
  const mentions: Mention[] = [];
  for (const { kind, shape } of MENTION) {
    for (const match of page.text.matchAll(shape)) {
      const figure = byName.get(`${kind} ${(match[1] ?? '').toUpperCase()}`);
      const isCaption = captions.some(({ start }) => match.index - start >= 0 && match.index - start < 3);
      if (figure !== undefined && !isCaption) {
        mentions.push({ start: match.index, end: match.index + match[0].length, figure });
      }
    }
  }
  return mentions.toSorted((a, b) => a.start - b.start);
}

/**
 * The part of a page a caption belongs to: from the running text above the caption down to the caption's end; for a
 * table whose caption stands above, from the caption down to the running text below.
 */
function partOf(page: PageWords, caption: Rect, isTable: boolean): Rect {
  const [left, bottom, right, top] = page.box;
  const isWide = caption[2] - caption[0] > (right - left) * 0.5;
  const isBeside = (rect: Rect) => rect[0] < caption[2] && rect[2] > caption[0];
  const others = page.blocks.filter(
    ({ rect, role }) =>
      rect !== caption &&
      isBeside(rect) &&
      (role === 'text' || role === 'header' || role === 'footer' || role === 'caption' || role === 'footnote'),
  );
  const above = Math.min(top, ...others.map(({ rect }) => rect[1]).filter((y) => y >= caption[3] - 1));
  const below = Math.max(bottom, ...others.map(({ rect }) => rect[3]).filter((y) => y <= caption[1] + 1));
  const isBelow = isTable && caption[1] - below > above - caption[3];
  const limit = (top - bottom) * TALLEST;
  let [y1, y2] = isBelow
    ? [Math.max(below, caption[3] - limit), caption[3]]
    : [caption[1], Math.min(above, caption[1] + limit)];
  // A figure above whose words are known ends with them; else all of the gap is it.
  const floats = page.blocks.filter(
    ({ rect, role }) => role === 'float' && rect[1] < y2 && rect[3] > y1 && (isWide || isBeside(rect)),
  );
  const column = page.blocks.filter(({ rect, role }) => role === 'text' && isBeside(rect));
  const around = [...floats, ...(isWide ? [] : column)].reduce<Rect>((box, { rect }) => unionRect(box, rect), caption);
  const [x1, x2] = isWide ? [Math.min(around[0], left + 36), Math.max(around[2], right - 36)] : [around[0], around[2]];
  y1 = Math.min(y1, caption[1]);
  y2 = Math.max(y2, caption[3]);
  return [
    Math.max(left, x1 - AROUND_PT),
    Math.max(bottom, y1 - AROUND_PT),
    Math.min(right, x2 + AROUND_PT),
    Math.min(top, y2 + AROUND_PT),
  ];
}
