// Where the window was: remembered from close to open, and never off the screen.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeAtomically } from '../core/atomic.ts';

const Bounds = z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int(), isMaximized: z.boolean() });
/** Screen units (device-independent pixels); the size before it was maximised. */
export type Bounds = z.infer<typeof Bounds>;

type Rectangle = { x: number; y: number; width: number; height: number };

export const SMALLEST = { width: 640, height: 480 };
const USUAL = { width: 1360, height: 860 };
/** A window is reachable when this much of its title bar is on a screen. */
const GRIP = { width: 120, height: 24 };

/** Bounds that can be seen on one of these work areas: kept when reachable, else the size alone; undefined position centres. */
export function fitOnScreen(wanted: Bounds | null, areas: readonly Rectangle[]): Partial<Bounds> {
  if (!wanted) return USUAL;
  const widest = Math.max(SMALLEST.width, ...areas.map(({ width }) => width));
  const highest = Math.max(SMALLEST.height, ...areas.map(({ height }) => height));
  const size = {
    width: Math.min(Math.max(wanted.width, SMALLEST.width), widest),
    height: Math.min(Math.max(wanted.height, SMALLEST.height), highest),
    isMaximized: wanted.isMaximized,
  };
  const isReachable = areas.some(
    (area) =>
      Math.min(wanted.x + size.width, area.x + area.width) - Math.max(wanted.x, area.x) >= GRIP.width &&
      wanted.y >= area.y &&
      wanted.y + GRIP.height <= area.y + area.height,
  );
  return isReachable ? { ...size, x: wanted.x, y: wanted.y } : size;
}

/** The bounds kept in `file`; null when there are none that can be read. */
export function readBounds(file: string): Bounds | null {
  try {
    return Bounds.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

/** Keeps bounds in `file`. Where that cannot be written the window opens at its usual size. */
export function keepBounds(file: string, bounds: Bounds): void {
  try {
    writeAtomically(file, JSON.stringify(bounds));
  } catch {
    // A convenience, not worth a word.
  }
}
