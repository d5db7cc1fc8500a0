// The annotations a PDF brings along: shown as they are, and adopted as our own on the text model. The file stays as it is.
import {
  isTextKind,
  type AnnotationColor,
  type AnnotationKind,
  type PageRange,
  type ShapeKind,
} from '#shared/annotation.ts';
import type { PdfMark } from '#shared/annotation-moves.ts';
import { AppError } from '#shared/errors.ts';
import { wordsInside } from '#shared/text/anchor-shape.ts';
import { describe } from '#shared/text/anchor.ts';
import type { PageText, Rect } from '#shared/text/model.ts';
import type { Pages } from '#shared/text/pages.ts';
import { cleanQuote } from '#shared/text/quote.ts';
import { cachedPages, cachedPdfMarks, getFile, pdfMarksOf, textJson, type PdfMark as RawMark } from '../files/index.ts';
import type { Reader, Services, Tx } from '../kinds.ts';
import { inShort, putAnnotation } from './create.ts';
import { unite } from './edit.ts';
import { anchorOfShape } from './shapes.ts';

const KINDS: Record<RawMark['subtype'], AnnotationKind> = {
  Text: 'note',
  FreeText: 'text',
  Square: 'area',
  Circle: 'area',
  Highlight: 'highlight',
  Underline: 'underline',
  Squiggly: 'squiggly',
  StrikeOut: 'strikeout',
  Ink: 'ink',
};

/** Printing colours as programs offer them, for the nearest name. Red, green, blue. */
const COLORS: Record<AnnotationColor, readonly [number, number, number]> = {
  yellow: [255, 225, 60],
  green: [90, 200, 80],
  blue: [60, 150, 240],
  red: [235, 60, 55],
  purple: [150, 110, 220],
  orange: [250, 150, 40],
  magenta: [225, 80, 215],
  grey: [140, 140, 140],
  teal: [30, 170, 165],
  lime: [185, 215, 50],
  brown: [150, 100, 60],
  indigo: [70, 75, 200],
};

/** The named colour nearest to one of the file's; yellow where it has none. */
export function nearestColor(rgb: RawMark['color']): AnnotationColor {
  if (!rgb) return 'yellow';
  const isGrey = Math.max(...rgb) - Math.min(...rgb) < 24;
  if (isGrey) return 'grey';
  // Pale and dark shades of a colour go by its hue: the brightest of them is compared.
  const most = Math.max(...rgb, 1);
  const least = Math.min(...rgb);
  const full = rgb.map((value) => ((value - least) / Math.max(1, most - least)) * 255);
  let best: { color: AnnotationColor; distance: number } = { color: 'yellow', distance: Infinity };
  for (const [color, values] of Object.entries(COLORS) as [AnnotationColor, readonly [number, number, number]][]) {
    if (color === 'grey' || color === 'brown') continue;
    const [high, low] = [Math.max(...values), Math.min(...values)];
    const distance = values.reduce(
      (sum, value, i) => sum + (((value - low) / (high - low)) * 255 - (full[i] ?? 0)) ** 2,
      0,
    );
    if (distance < best.distance) best = { color, distance };
  }
  return best.color;
}

const keyOf = ({ page, index, name }: RawMark): string => `${page}/${name || `#${index}`}`;
const originOf = (sha256: string, key: string): string => `${sha256}:${key}`;

/** What of the page's words a mark covers; empty for a shape, or where there are none. */
function rangesOf(page: PageText | undefined, mark: RawMark): PageRange[] {
  if (!page || !isTextKind(KINDS[mark.subtype])) return [];
  const boxes = mark.quads.length > 0 ? mark.quads : [mark.rect];
  return unite(boxes.flatMap((box) => wordsInside(page, box).map((range) => ({ page: page.page, ...range }))));
}

function toMark(pages: Pages, raw: RawMark, all: RawMark[], adopted: Map<string, string>, sha256: string): PdfMark {
  const ranges = rangesOf(pages.page(raw.page), raw);
  const kind = KINDS[raw.subtype];
  const key = keyOf(raw);
  return {
    key,
    page: raw.page,
    kind: isTextKind(kind) && ranges.length === 0 ? 'area' : kind,
    color: nearestColor(raw.color),
    author: raw.author,
    contents: raw.contents,
    quote: ranges.length > 0 ? cleanQuote(pages, ranges) : '',
    rects: raw.quads.length > 0 ? raw.quads : [raw.rect],
    strokes: raw.strokes,
    sizePt: raw.sizePt,
    createdAt: raw.createdAt,
    replies: repliesTo(raw, all),
    adoptedId: adopted.get(originOf(sha256, key)) ?? null,
  };
}

/** Replies to a mark and to its replies, by time. */
function repliesTo(raw: RawMark, all: RawMark[]): PdfMark['replies'] {
  const found: RawMark[] = [];
  const seen = new Set([raw.index]);
  for (let grown = true; grown;) {
    grown = false;
    for (const each of all) {
      if (each.page !== raw.page || each.replyTo === null || seen.has(each.index) || !seen.has(each.replyTo)) continue;
      seen.add(each.index);
      found.push(each);
      grown = true;
    }
  }
  return found
    .toSorted((a, b) => (a.createdAt ?? 0) - (b.createdAt ?? 0) || a.index - b.index)
    .map(({ author, contents, createdAt }) => ({ author, contents, createdAt }));
}

const adoptedOf = (db: Reader, sha256: string): Map<string, string> =>
  new Map(
    db
      .all<{ id: string; origin: string }>(
        `SELECT id, origin FROM annotation WHERE origin IS NOT NULL AND substr(origin, 1, 65) = ? AND deleted_at IS NULL`,
        `${sha256}:`,
      )
      .map(({ id, origin }) => [origin, id]),
  );

/** The file's own marks in its order, replies with what they reply to. */
export async function marksInPdf(core: Services, sha256: string): Promise<PdfMark[]> {
  const raw = await pdfMarksOf(core, sha256);
  for (const page of new Set(raw.map((mark) => mark.page))) await textJson(core, sha256, page);
  return listed(core, sha256, raw);
}

function listed(core: Services, sha256: string, raw: RawMark[]): PdfMark[] {
  const pages = cachedPages(core, sha256);
  const adopted = adoptedOf(core.db, sha256);
  return raw
    .filter(({ replyTo }) => replyTo === null)
    .map((mark) => toMark(pages, mark, raw, adopted, sha256))
    .filter(({ rects }) => rects.every((rect) => rect.every(Number.isFinite)));
}

/** Makes annotations of the file's marks; answers their ids. `conflict` while the marks have not been read. */
export function adopt(tx: Tx, { sha256, keys }: { sha256: string; keys?: string[] | undefined }): string[] {
  const file = getFile(tx.db, sha256);
  const raw = cachedPdfMarks(tx, sha256);
  if (!raw) throw new AppError('conflict', 'The marks of this PDF have not been read yet. Open it and try again.');
  const pages = cachedPages(tx, sha256);
  const wanted = listed(tx, sha256, raw).filter(({ key, adoptedId }) => !adoptedId && (keys?.includes(key) ?? true));
  if (wanted.length === 0) return [];
  const [first] = wanted;
  tx.step('annotation.adopt', {
    subject: wanted.length === 1 ? inShort(first?.quote || first?.contents || '') : String(wanted.length),
    place: { sha256, page: first?.page ?? 1 },
  });
  const byKey = new Map(raw.map((mark) => [keyOf(mark), mark]));
  return wanted.flatMap((mark) => {
    const source = byKey.get(mark.key);
    const page = pages.page(mark.page);
    if (!source || !page) return [];
    const ranges = rangesOf(page, source);
    const anchor = isTextKind(mark.kind)
      ? describe(pages, ranges, sha256)
      : anchorOfShape(pages, page, sha256, mark.kind as ShapeKind, shapeOf(mark, page));
    const id = tx.newId();
    putAnnotation(
      tx,
      id,
      file.id,
      {
        kind: mark.kind,
        color: mark.color,
        commentPrimary: [mark.contents, ...mark.replies.map(reply)].filter((text) => text.trim()).join('\n\n'),
        author: mark.author,
        origin: originOf(sha256, mark.key),
      },
      anchor,
    );
    return [id];
  });
}

const reply = ({ author, contents }: PdfMark['replies'][number]): string =>
  contents.trim() === '' ? '' : `> ${author ? `**${author}**: ` : ''}${contents.trim().replace(/\n/gu, '\n> ')}`;

/** A shape's geometry; what hangs over the page's edge is brought onto it. */
function shapeOf(mark: PdfMark, page: PageText): { page: number; rect: Rect; strokes: number[][]; sizePt: number } {
  const around = mark.rects.reduce((a, b) => [
    Math.min(a[0], b[0]),
    Math.min(a[1], b[1]),
    Math.max(a[2], b[2]),
    Math.max(a[3], b[3]),
  ]);
  const [left, bottom, right, top] = page.box;
  const clamp = (n: number, least: number, most: number): number => Math.min(Math.max(n, least), most);
  const [x1, y1] = [clamp(around[0], left, right - 3), clamp(around[1], bottom, top - 3)];
  return {
    page: mark.page,
    rect: [x1, y1, Math.max(x1 + 3, clamp(around[2], left, right)), Math.max(y1 + 3, clamp(around[3], bottom, top))],
    strokes: mark.strokes,
    sizePt: mark.sizePt,
  };
}
