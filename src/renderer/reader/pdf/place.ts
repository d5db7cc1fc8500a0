// Where a document was left, in the words of the settings room, and the zoom's two measures. Pure.
import type { ReadingPlace } from '#shared/settings.ts';
import type { PageLayout } from './layout.ts';
import type { Fit, PdfState } from './state.ts';

/** CSS pixels a point at pdf.js's scale 1. */
const PIXELS_A_POINT = 96 / 72;

/** Limits of the zoom, as shown to the user (1 is 100 %). */
export const MIN_SCALE = 0.1;
export const MAX_SCALE = 18;

/** pdf.js's location of the view: top left corner in PDF points, on the page it is at. */
export type Location = { pageNumber: number; left: number; top: number };

/** A place to keep; `scale` is pdf.js's. */
export function placeOf(
  location: Location,
  state: Pick<PdfState, 'scale' | 'fit' | 'turn' | 'layout' | 'isCropped'>,
): ReadingPlace {
  const { scale, fit, turn, layout, isCropped } = state;
  return {
    page: location.pageNumber,
    x: location.left,
    y: location.top,
    scale: fit ?? round(clampScale(scale) * PIXELS_A_POINT),
    rotation: turn,
    ...(layout === 'continuous' ? {} : { layout }),
    ...(isCropped ? { isCropped } : {}),
  };
}

/** pdf.js's scale (or fit) of a kept place. */
export const scaleOf = (place: ReadingPlace): number | Fit =>
  typeof place.scale === 'number' ? clampScale(place.scale / PIXELS_A_POINT) : place.scale;

/** Is this a place, as stored settings may be anything? */
export function isPlace(value: unknown): value is ReadingPlace {
  if (typeof value !== 'object' || value === null) return false;
  const { page, x, y, scale, rotation, layout } = value as Record<string, unknown>;
  const isScale = scale === 'page-width' || scale === 'page-fit' || (typeof scale === 'number' && scale > 0);
  const isTurn = rotation === 0 || rotation === 90 || rotation === 180 || rotation === 270;
  return (
    Number.isInteger(page) &&
    Number(page) >= 1 &&
    Number.isFinite(x) &&
    Number.isFinite(y) &&
    isScale &&
    isTurn &&
    isLayout(layout)
  );
}

const LAYOUTS: readonly unknown[] = ['continuous', 'single', 'spread', 'cover', undefined] satisfies (
  | PageLayout
  | undefined
)[];
const isLayout = (value: unknown): boolean => LAYOUTS.includes(value);

/** A zoom within its limits. */
export const clampScale = (scale: number): number => Math.min(MAX_SCALE, Math.max(MIN_SCALE, scale));

/** The steps the zoom buttons go by; each about a fifth more than the one before, the usual ones among them. */
const STEPS = [0.1, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5, 6, 8, 10, 13, 18];

/** The next step above (1) or below (-1) a scale. */
export function stepScale(scale: number, direction: 1 | -1): number {
  const near = 0.005;
  const next =
    direction === 1 ? STEPS.find((step) => step > scale + near) : STEPS.findLast((step) => step < scale - near);
  return next ?? (direction === 1 ? MAX_SCALE : MIN_SCALE);
}

/** Pixels kept between what is shown and the edge of the view. */
const EDGE_PX = 24;

/**
 * How far to scroll along one axis so that something from `start` (from the view's own edge) and `length` long shows in a
 * view of `size`: not at all where it shows already; else to the middle, or as little as will do. What is longer than the
 * view shows its beginning.
 */
export function scrollToShow(start: number, length: number, size: number, how: 'centre' | 'edge'): number {
  const end = start + length;
  if (start >= EDGE_PX && end <= size - EDGE_PX) return 0;
  if (length > size - 2 * EDGE_PX) return start - EDGE_PX;
  if (how === 'centre') return start + length / 2 - size / 2;
  return start < EDGE_PX ? start - EDGE_PX : end - size + EDGE_PX;
}

const round = (value: number) => Math.round(value * 10_000) / 10_000;
