import { describe, expect, it } from 'vitest';
import { placeBar } from './place-bar.ts';

const view = { left: 100, top: 50, width: 800, height: 600 };
const bar = { width: 300, height: 40 };
const words = (left: number, top: number, width = 200, height = 12) => ({ left, top, width, height });

describe('the place of a bar', () => {
  it('is below the words, in the middle of their last line', () => {
    expect(placeBar([words(300, 100, 400), words(300, 114, 200)], view, bar)).toEqual({ left: 150, top: 84 });
  });

  it('is above them where there is no room below', () => {
    expect(placeBar([words(300, 620)], view, bar)?.top).toBe(620 - 50 - 8 - 40);
  });

  it('is at the foot of the view where they fill it', () => {
    expect(placeBar([words(300, 40, 200, 620)], view, bar)?.top).toBe(600 - 40 - 8);
  });

  it('never leaves the view sideways', () => {
    expect(placeBar([words(100, 100, 20)], view, bar)?.left).toBe(8);
    expect(placeBar([words(880, 100, 20)], view, bar)?.left).toBe(800 - 300 - 8);
  });

  it('counts only words that are in view', () => {
    expect(placeBar([words(300, 100), words(300, 900)], view, bar)?.top).toBe(100 + 12 + 8 - 50);
    expect(placeBar([words(300, 900)], view, bar)).toBeNull();
    expect(placeBar([], view, bar)).toBeNull();
  });
});
