import { describe, expect, it } from 'vitest';
import { scrollSpeed } from './auto-scroll.ts';

describe('scrolling by itself while dragging', () => {
  it('does not happen in the middle of the view', () => {
    for (const at of [140, 300, 560]) expect(scrollSpeed(at, 100, 600)).toBe(0);
  });

  it('is faster the further out the pointer is, up to a limit', () => {
    expect(scrollSpeed(590, 100, 600)).toBeGreaterThan(0);
    expect(scrollSpeed(640, 100, 600)).toBeGreaterThan(scrollSpeed(590, 100, 600));
    expect(scrollSpeed(5000, 100, 600)).toBe(28);
  });

  it('goes back at the near edge', () => {
    expect(scrollSpeed(105, 100, 600)).toBeLessThan(0);
    expect(scrollSpeed(-5000, 100, 600)).toBe(-28);
  });

  it('still leaves a middle in a very small view', () => {
    expect(scrollSpeed(120, 100, 140)).toBe(0);
  });
});
