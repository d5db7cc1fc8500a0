// From the pointer's way over a page to a shape in PDF user space. Pure.
import type { NewShape, ShapeKind } from '#shared/annotations.ts';

/** A point on a page, PDF user space. */
export type Spot = { page: number; x: number; y: number };

/** Pen strokes come in as many points as the pointer gives; nearer ones than this say nothing (points). */
const NEAREST_PT = 0.7;
/** A text or an area that was only pressed for, not dragged. Points. */
const TEXT_SIZE = { width: 170, height: 44 };
const PRESSED_PT = 4;

/** The shape of a press and drag from one spot to another on its page; null where there was nothing to draw. */
export function boxShape(kind: Exclude<ShapeKind, 'ink'>, from: Spot, to: Spot): NewShape | null {
  const isDragged = Math.abs(to.x - from.x) >= PRESSED_PT && Math.abs(to.y - from.y) >= PRESSED_PT;
  const rect: [number, number, number, number] = [
    Math.min(from.x, to.x),
    Math.min(from.y, to.y),
    Math.max(from.x, to.x),
    Math.max(from.y, to.y),
  ];
  if (kind === 'note') return { page: from.page, rect: [from.x, from.y, from.x, from.y] };
  if (kind === 'text' && !isDragged) {
    return { page: from.page, rect: [from.x, from.y - TEXT_SIZE.height, from.x + TEXT_SIZE.width, from.y] };
  }
  return isDragged ? { page: from.page, rect } : null;
}

/** Adds a point to a stroke (x1, y1, x2, y2, …) where it is not too near to the last. */
export function extendStroke(stroke: number[], { x, y }: Spot): void {
  const [lastX, lastY] = [stroke.at(-2), stroke.at(-1)];
  const isNear = lastX !== undefined && lastY !== undefined && Math.hypot(x - lastX, y - lastY) < NEAREST_PT;
  if (!isNear) stroke.push(Math.round(x * 1000) / 1000, Math.round(y * 1000) / 1000);
}
