// How a page lies in the view: between PDF user space and the page as displayed. Pure geometry, in the page
// viewport's own transform, which knows the crop box, the page's /Rotate and the rotation of the view.
import type { PageViewport } from 'pdfjs-dist';
import type { Rect } from '#shared/text/model.ts';

/**
 * A page viewport at scale 1. Its "display points" have their origin at the top left corner of the page as shown,
 * after all rotation; `width` and `height` are the size of the page in them.
 */
export type PageFrame = Pick<PageViewport, 'width' | 'height'> & {
  /** Rotation of the view alone, clockwise: how far the page is turned from its upright position. */
  turn: Turn;
  /** Display points of a point in PDF user space. */
  toDisplay(x: number, y: number): [number, number];
  /** PDF user space of a point in display points. */
  toPdf(x: number, y: number): [number, number];
};

/** Clockwise degrees. */
export type Turn = 0 | 90 | 180 | 270;

/** A rectangle in display points, or in the client's pixels. */
export type Box = { left: number; top: number; width: number; height: number };

/** Any angle as a turn: multiples of 90 only, negative ones too. */
export function turnOf(degrees: number): Turn {
  const turned = (((Math.round(degrees / 90) * 90) % 360) + 360) % 360;
  return turned === 90 || turned === 180 || turned === 270 ? turned : 0;
}

/** The frame of a page from its viewport at any scale; `turn` is the rotation of the view alone. */
export function frameOf(viewport: PageViewport, turn: Turn): PageFrame {
  const one = viewport.clone({ scale: 1 });
  return {
    width: one.width,
    height: one.height,
    turn,
    toDisplay: (x, y) => pair(one.convertToViewportPoint(x, y)),
    toPdf: (x, y) => pair(one.convertToPdfPoint(x, y)),
  };
}

/** The box of a PDF-space rectangle in display points. */
export function displayBox(frame: PageFrame, rect: Rect): Box {
  const [ax, ay] = frame.toDisplay(rect[0], rect[1]);
  const [bx, by] = frame.toDisplay(rect[2], rect[3]);
  return { left: Math.min(ax, bx), top: Math.min(ay, by), width: Math.abs(ax - bx), height: Math.abs(ay - by) };
}

/** The point of PDF user space under a client point, for a page painted over `area` (client pixels). */
export function pdfPoint(frame: PageFrame, area: Box, clientX: number, clientY: number): [number, number] {
  const x = ((clientX - area.left) / area.width) * frame.width;
  const y = ((clientY - area.top) / area.height) * frame.height;
  return frame.toPdf(x, y);
}

/** The box of a PDF-space rectangle in client pixels, for a page painted over `area`. */
export function clientBox(frame: PageFrame, area: Box, rect: Rect): Box {
  const box = displayBox(frame, rect);
  const across = area.width / frame.width;
  const down = area.height / frame.height;
  return {
    left: area.left + box.left * across,
    top: area.top + box.top * down,
    width: box.width * across,
    height: box.height * down,
  };
}

/** How far a point is from a box, in its units; 0 inside. */
export function distanceTo(box: Box, x: number, y: number): number {
  const across = Math.max(box.left - x, 0, x - box.left - box.width);
  const down = Math.max(box.top - y, 0, y - box.top - box.height);
  return Math.hypot(across, down);
}

const pair = (point: unknown[]): [number, number] => [Number(point[0]), Number(point[1])];
