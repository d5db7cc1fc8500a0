// The outlines of marks as SVG path data, in a page's display points. Pure.
import type { TextKind } from '#shared/annotation.ts';
import type { Direction, PageText, Rect } from '#shared/text/model.ts';
import { type Box, displayBox, type PageFrame, type Turn, turnOf } from '../pdf/index.ts';

/** Rectangles as one filled outline; overlaps within it are not darker. */
export function fillPath(frame: PageFrame, rects: readonly Rect[]): string {
  return rects.map((rect) => rectOutline(eased(displayBox(frame, rect)))).join('');
}

/** Where a rectangle of PDF user space stands on its page as shown, in shares of the page (0 to 1). */
export function shareOf(frame: PageFrame, rect: Rect): Box {
  const { left, top, width, height } = displayBox(frame, rect);
  return {
    left: left / frame.width,
    top: top / frame.height,
    width: width / frame.width,
    height: height / frame.height,
  };
}

/** A hair larger than the words, so that the lines of one mark close up and letters do not touch its edge. */
function eased({ left, top, width, height }: Box): Box {
  const ease = Math.min(width, height) * 0.06;
  return { left: left - ease, top: top - ease, width: width + 2 * ease, height: height + 2 * ease };
}

/** Lines along the words of each rectangle, to be stroked with `width` display points. Text reads along `dir`. */
export function strokePath(frame: PageFrame, rects: readonly Rect[], kind: LineKind, dir: Direction): string {
  return rects
    .map((rect) => {
      const line = lineOf(displayBox(frame, rect), sideBelow(frame.turn, dir), kind);
      return kind === 'squiggly' ? squiggle(line) : `M${at(line.from)}L${at(line.to)}`;
    })
    .join('');
}

/** The kinds that are lines and not areas. */
export type LineKind = Exclude<TextKind, 'highlight'>;

/** Thickness of a line mark in points, from the height of the words. */
export function strokeWidth(rects: readonly Rect[], frame: PageFrame): number {
  const first = rects[0];
  if (!first) return 1;
  const { width, height } = displayBox(frame, first);
  return Math.max(0.6, Math.min(2, Math.min(width, height) * 0.09));
}

/** Pen strokes (each x1, y1, x2, y2, … in PDF user space) as path data; a dot is a line of no length. */
export function inkPath(frame: PageFrame, strokes: readonly (readonly number[])[]): string {
  return strokes
    .map((stroke) => {
      let path = '';
      for (let i = 0; i + 1 < stroke.length; i += 2) {
        path += `${i === 0 ? 'M' : 'L'}${at(frame.toDisplay(stroke[i] ?? 0, stroke[i + 1] ?? 0))}`;
      }
      return stroke.length === 2 ? `${path}h0.01` : path;
    })
    .join('');
}

type Side = 'bottom' | 'left' | 'top' | 'right';
type Point = readonly [number, number];
type Segment = { from: Point; to: Point };

const SIDES: readonly Side[] = ['bottom', 'left', 'top', 'right'];

/**
 * On which side of a displayed rectangle the feet of the letters are. `turn` is the view's, clockwise; `dir` how the
 * words run on the upright page (0: left to right), counter-clockwise.
 */
export function sideBelow(turn: Turn, dir: Direction): Side {
  return SIDES[((((turn - dir) / 90) % 4) + 4) % 4] ?? 'bottom';
}

/** How the words at an offset run on the upright page, counter-clockwise: the line's own direction less the page's /Rotate. */
export function uprightDirection(text: PageText | undefined, offset: number): Direction {
  const line = text?.lines.find(({ end }) => offset < end);
  if (!text || !line) return 0;
  // A page turned clockwise by 90 turns text that runs upwards in user space into upright text.
  return turnOf(line.dir - text.rotation);
}

/** A line along one side of a box, or through its middle when it strikes words out. */
function lineOf(box: Box, below: Side, kind: LineKind): Segment {
  const isUpright = below === 'bottom' || below === 'top';
  const depth = isUpright ? box.height : box.width;
  const inset = kind === 'strikeout' ? depth / 2 : depth * 0.06;
  if (isUpright) {
    const y = below === 'bottom' ? box.top + box.height - inset : box.top + inset;
    return { from: [box.left, y], to: [box.left + box.width, y] };
  }
  const x = below === 'right' ? box.left + box.width - inset : box.left + inset;
  return { from: [x, box.top], to: [x, box.top + box.height] };
}

const WAVE_PT = 2.4;

function squiggle({ from, to }: Segment): string {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const count = Math.max(2, Math.round(Math.hypot(dx, dy) / WAVE_PT));
  const isAcross = Math.abs(dx) >= Math.abs(dy);
  let path = `M${at(from)}`;
  for (let step = 1; step <= count; step++) {
    const sway = (step % 2 === 0 ? 1 : -1) * (WAVE_PT / 3);
    const x = from[0] + (dx * step) / count + (isAcross ? 0 : sway);
    const y = from[1] + (dy * step) / count + (isAcross ? sway : 0);
    path += `L${at([x, y])}`;
  }
  return path;
}

function rectOutline({ left, top, width, height }: Box): string {
  return `M${at([left, top])}h${short(width)}v${short(height)}h${short(-width)}z`;
}

const short = (value: number): number => Math.round(value * 1000) / 1000;
const at = ([x, y]: Point): string => `${short(x)} ${short(y)}`;
