import { describe, expect, it } from 'vitest';
import type { PageMark } from '#shared/annotations.ts';
import type { PageText, Rect } from '#shared/text/model.ts';
import type { PageFrame, Turn } from '../pdf/index.ts';
import { litMarks, stretchesOf } from '../use-marks.ts';
import { indexMarks, marksAt } from './mark-index.ts';
import { fillPath, sideBelow, strokePath, strokeWidth, uprightDirection } from './shapes.ts';

function mark(id: string, ranges: { page: number; rects: Rect[] }[], more: Partial<PageMark> = {}): PageMark {
  return {
    id,
    kind: 'highlight',
    color: 'yellow',
    ranges: ranges.map((range) => ({ start: 0, end: 1, ...range })),
    shape: null,
    text: '',
    hasComment: false,
    findingIds: [],
    passageIds: [],
    ...more,
  };
}

/** A 600 x 800 page, upright. */
const frame = (turn: Turn = 0): PageFrame => ({
  width: 600,
  height: 800,
  turn,
  toDisplay: (x, y) => [x, 800 - y],
  toPdf: (x, y) => [x, 800 - y],
});

describe('marks by page', () => {
  const small = mark('small', [{ page: 2, rects: [[10, 10, 30, 20]] }]);
  const large = mark('large', [
    {
      page: 2,
      rects: [
        [0, 0, 300, 12],
        [0, 14, 300, 26],
      ],
    },
    { page: 3, rects: [[0, 700, 300, 712]] },
  ]);
  const index = indexMarks([large, small]);

  it('puts a mark that goes over pages on each of them', () => {
    expect(index.get(2)?.map((each) => each.annotation.id)).toEqual(['large', 'small']);
    expect(index.get(3)?.map((each) => each.annotation.id)).toEqual(['large']);
    expect(index.get(1)).toBeUndefined();
  });

  it('takes a mark that two stretches of pages hold once', () => {
    expect(indexMarks([large, small, large]).get(2)).toHaveLength(2);
  });

  it('is read in stretches that hold every page asked for', () => {
    expect(stretchesOf([8, 9, 7, 17])).toEqual([
      { from: 1, to: 8 },
      { from: 9, to: 16 },
      { from: 17, to: 24 },
    ]);
    expect(stretchesOf([])).toEqual([]);
  });

  it('finds every mark under a point, the smallest first', () => {
    expect(marksAt(index.get(2) ?? [], 20, 16).map(({ id }) => id)).toEqual(['small', 'large']);
    expect(marksAt(index.get(2) ?? [], 200, 5).map(({ id }) => id)).toEqual(['large']);
    expect(marksAt(index.get(2) ?? [], 200, 60)).toEqual([]);
  });

  it('takes the hair’s breadth between two lines of a mark for the mark', () => {
    expect(marksAt(index.get(2) ?? [], 200, 13).map(({ id }) => id)).toEqual(['large']);
  });
});

describe('marks that are lit', () => {
  const all = [mark('a', []), mark('b', [], { passageIds: ['p'] }), mark('c', [], { findingIds: ['f'] })];
  const none = { annotationId: null, passageId: null, findingId: null };

  it('are the one clicked, and those of the lit passage and finding', () => {
    expect([...litMarks(all, none)]).toEqual([]);
    expect([...litMarks(all, { ...none, annotationId: 'a' })]).toEqual(['a']);
    expect([...litMarks(all, { ...none, passageId: 'p' })]).toEqual(['b']);
    expect([...litMarks(all, { annotationId: 'a', passageId: 'p', findingId: 'f' })]).toEqual(['a', 'b', 'c']);
  });
});

describe('the shapes of marks', () => {
  const words: Rect = [100, 700, 200, 710];
  const numbers = (path: string) => path.match(/-?[\d.]+/g)?.map(Number) ?? [];

  it('fill the words and no more than a hair around them', () => {
    const [left = 0, top = 0, width = 0, height = 0] = numbers(fillPath(frame(), [words]));
    expect([left, top, width, height].map(Math.round)).toEqual([99, 89, 101, 11]);
    expect(left).toBeGreaterThan(99);
    expect(top).toBeGreaterThan(89);
  });

  it('have the feet of the letters below them, however page and view are turned', () => {
    expect(sideBelow(0, 0)).toBe('bottom');
    expect(sideBelow(90, 0)).toBe('left');
    expect(sideBelow(180, 0)).toBe('top');
    expect(sideBelow(270, 0)).toBe('right');
    // Words that run upwards on an upright page stand on their right side.
    expect(sideBelow(0, 90)).toBe('right');
    expect(sideBelow(90, 90)).toBe('bottom');
  });

  it('underline along the foot, and strike through the middle', () => {
    const [, under = 0] = numbers(strokePath(frame(), [words], 'underline', 0));
    expect(under).toBeGreaterThan(97);
    expect(under).toBeLessThan(100);
    const [, through] = numbers(strokePath(frame(), [words], 'strikeout', 0));
    expect(through).toBe(95);
  });

  it('run along the side for a view that is turned', () => {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = numbers(strokePath(frame(90), [words], 'underline', 0));
    expect([x1 === x2, Math.abs(y2 - y1)]).toEqual([true, 10]);
    expect(x1).toBeLessThan(110);
  });

  it('wave from end to end', () => {
    const points = numbers(strokePath(frame(), [words], 'squiggly', 0));
    expect(points.slice(0, 1)).toEqual([100]);
    expect(points.at(-2)).toBe(200);
    expect(points.length).toBeGreaterThan(40);
  });

  it('have a line as thick as the words ask for, within reason', () => {
    expect(strokeWidth([words], frame())).toBeCloseTo(0.9);
    expect(strokeWidth([[0, 0, 500, 200]], frame())).toBe(2);
    expect(strokeWidth([], frame())).toBe(1);
  });

  it('know which way words run on the upright page from the text model', () => {
    const text = {
      rotation: 90,
      lines: [
        { start: 0, end: 5, rect: words, dir: 90 },
        { start: 5, end: 9, rect: words, dir: 0 },
      ],
    };
    expect(uprightDirection(text as unknown as PageText, 2)).toBe(0);
    expect(uprightDirection(text as unknown as PageText, 6)).toBe(270);
    expect(uprightDirection(undefined, 2)).toBe(0);
  });
});
