// Pictures on a painted page, as holes in the tint of a dark or sepia page: photographs and plots keep their colours.
// Pure.

/** A picture that covers this much of the page is the page: a scan, whose words are to be dark too. */
const WHOLE_PAGE = 0.8;
/** Smaller pictures, as shares of a side, are letters and rules drawn as pictures. */
const LEAST_SIDE = 0.03;

type Box = { x1: number; y1: number; x2: number; y2: number };

/**
 * The pictures of a page as boxes in shares of its sides. `coordinates` are pdf.js's: for each picture three of its
 * corners, six numbers, in shares of the canvas.
 */
export function figureBoxes(coordinates: ArrayLike<number>): Box[] {
  const boxes: Box[] = [];
  for (let at = 0; at + 5 < coordinates.length; at += 6) {
    const [ax = 0, ay = 0, bx = 0, by = 0, cx = 0, cy = 0] = Array.from(
      { length: 6 },
      (_, i) => coordinates[at + i] ?? 0,
    );
    // The fourth corner lies opposite the first.
    const [dx, dy] = [bx + cx - ax, by + cy - ay];
    const clip = (value: number) => Math.min(1, Math.max(0, value));
    const box = {
      x1: clip(Math.min(ax, bx, cx, dx)),
      y1: clip(Math.min(ay, by, cy, dy)),
      x2: clip(Math.max(ax, bx, cx, dx)),
      y2: clip(Math.max(ay, by, cy, dy)),
    };
    const [width, height] = [box.x2 - box.x1, box.y2 - box.y1];
    if (width >= LEAST_SIDE && height >= LEAST_SIDE) boxes.push(box);
  }
  const covered = boxes.reduce((sum, box) => sum + (box.x2 - box.x1) * (box.y2 - box.y1), 0);
  return covered >= WHOLE_PAGE ? [] : boxes;
}

const share = (value: number): string => `${(value * 100).toFixed(2)}%`;

/** A CSS clip path of everything but the boxes; 'none' for no boxes. */
export function clipAround(boxes: readonly Box[]): string {
  if (boxes.length === 0) return 'none';
  // The outline runs to each hole and back along the same line, which takes no area.
  const points = ['0 0', '100% 0', '100% 100%', '0 100%', '0 0'];
  for (const { x1, y1, x2, y2 } of merged(boxes)) {
    const [left, top, right, bottom] = [share(x1), share(y1), share(x2), share(y2)];
    points.push(
      `${left} ${top}`,
      `${left} ${bottom}`,
      `${right} ${bottom}`,
      `${right} ${top}`,
      `${left} ${top}`,
      '0 0',
    );
  }
  return `polygon(evenodd, ${points.join(', ')})`;
}

/** Boxes that touch become one: a hole in a hole would be no hole. */
function merged(boxes: readonly Box[]): Box[] {
  const left = [...boxes];
  const done: Box[] = [];
  for (let box = left.pop(); box; box = left.pop()) {
    const now = box;
    const at = left.findIndex(
      (other) => other.x1 <= now.x2 && other.x2 >= now.x1 && other.y1 <= now.y2 && other.y2 >= now.y1,
    );
    const [other] = at < 0 ? [] : left.splice(at, 1);
    if (!other) done.push(now);
    else {
      left.push({
        x1: Math.min(now.x1, other.x1),
        y1: Math.min(now.y1, other.y1),
        x2: Math.max(now.x2, other.x2),
        y2: Math.max(now.y2, other.y2),
      });
      // What was done may touch the larger one.
      left.push(...done.splice(0));
    }
  }
  return done;
}
