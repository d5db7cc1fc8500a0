import { describe, expect, it } from 'vitest';
import { ReadingPlace } from '#shared/settings.ts';
import { clampScale, isPlace, placeOf, scaleOf, scrollToShow, stepScale } from './place.ts';

describe('the place a document was left at', () => {
  const location = { pageNumber: 12, left: -3.5, top: 700.25 };

  it('comes back to the same scale, and is what the contract asks for', () => {
    for (const scale of [0.1, 0.5, 1, 1.234, 18]) {
      const place = placeOf(location, { scale, fit: null, turn: 90, layout: 'continuous', isCropped: false });
      expect(ReadingPlace.safeParse(place).success).toBe(true);
      expect(isPlace(JSON.parse(JSON.stringify(place)))).toBe(true);
      expect(scaleOf(place)).toBeCloseTo(scale, 3);
    }
  });

  it('keeps a zoom that follows the view as such', () => {
    const place = placeOf(location, { scale: 1.37, fit: 'page-width', turn: 0, layout: 'cover', isCropped: true });
    expect(place).toEqual({
      page: 12,
      x: -3.5,
      y: 700.25,
      scale: 'page-width',
      rotation: 0,
      layout: 'cover',
      isCropped: true,
    });
    expect(isPlace(place)).toBe(true);
    expect(isPlace({ ...place, layout: 'sideways' })).toBe(false);
    expect(scaleOf(place)).toBe('page-width');
  });

  it('is not taken from settings that are something else', () => {
    for (const other of [null, 3, 'x', {}, { page: 0, x: 0, y: 0, scale: 1, rotation: 0 }])
      expect(isPlace(other)).toBe(false);
    expect(isPlace({ page: 1, x: 0, y: 0, scale: 'auto', rotation: 0 })).toBe(false);
    expect(isPlace({ page: 1, x: 0, y: 0, scale: 1, rotation: 45 })).toBe(false);
  });
});

describe('the steps of the zoom', () => {
  it('go up and down the same ladder, from between its rungs too', () => {
    expect(stepScale(1, 1)).toBe(1.1);
    expect(stepScale(1.1, -1)).toBe(1);
    expect(stepScale(1.37, 1)).toBe(1.5);
    expect(stepScale(1.37, -1)).toBe(1.25);
  });

  it('stop at the limits', () => {
    expect(stepScale(18, 1)).toBe(18);
    expect(stepScale(0.1, -1)).toBe(0.1);
    expect(clampScale(0)).toBe(0.1);
    expect(clampScale(999)).toBe(18);
  });
});

describe('scrolling to show something', () => {
  it('does nothing where it shows already', () => {
    expect(scrollToShow(100, 50, 500, 'centre')).toBe(0);
    expect(scrollToShow(24, 452, 500, 'edge')).toBe(0);
  });

  it('brings it to the middle, or as far as it takes', () => {
    expect(scrollToShow(900, 100, 500, 'centre')).toBe(700);
    expect(scrollToShow(-300, 100, 500, 'centre')).toBe(-500);
    expect(scrollToShow(490, 100, 500, 'edge')).toBe(114);
    expect(scrollToShow(-10, 100, 500, 'edge')).toBe(-34);
  });

  it('shows the beginning of what is longer than the view', () => {
    expect(scrollToShow(-100, 800, 500, 'centre')).toBe(-124);
  });
});
