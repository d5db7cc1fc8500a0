// From PDFium's characters to glyphs: what is printed once, in the frame of its line (along it, across it), with its
// clean and its printed form. Ligatures and separately drawn accents become one glyph here.

import { plainForm } from '#shared/text/fold.ts';
import { isRightToLeft, scriptOf } from '#shared/text/script.ts';
import type { Direction } from '#shared/text/model.ts';
import { LINE_HYPHEN, NUMBERS, SPACE_MADE, SPACE_PRINTED, type RawPage } from './raw-page.ts';
import type { Style } from './styles.ts';

/** All lengths in points, in the frame of the glyph's direction: `along` the line, `across` it (upwards). */
export type Glyph = {
  /** What it reads as; one or more characters. */
  text: string;
  /** What is printed. */
  raw: string;
  along1: number;
  along2: number;
  /** Height of the line it needs: its ink, and at least what any letter of its size takes. */
  across1: number;
  across2: number;
  ink1: number;
  ink2: number;
  base: number;
  size: number;
  weight: number;
  /** Space before it: none, one PDFium made from the gap, or a printed one. */
  space: 'none' | 'made' | 'printed';
  isRtl: boolean;
  /** Position in the content stream. */
  order: number;
  dir: Direction;
};

/** A letter takes this much of its size below and above the baseline. */
export const BELOW = 0.22;
export const ABOVE = 0.74;

/** Boxes lower than this (points) say that the font is not at hand, not that the glyph is flat. */
const NO_INK = 0.02;

const LIGATURES = new Map([
  ['ff', '\uFB00'],
  ['fi', '\uFB01'],
  ['fl', '\uFB02'],
  ['ffi', '\uFB03'],
  ['ffl', '\uFB04'],
  ['st', '\uFB06'],
]);

/** The glyphs of a page in content-stream order. */
export function glyphsOf(page: RawPage): Glyph[] {
  const sizes = trueSizes(page);
  const dirs = directions(page, sizes);
  const glyphs: Glyph[] = [];
  for (let i = 0; i < page.codes.length; i++) {
    const twin = sameGlyph(page, i) ? glyphs.at(-1) : undefined;
    const char = printedChar(page.codes[i] ?? 0);
    if (twin !== undefined && char !== '') {
      // PDFium spells a ligature out: several characters on one box.
      twin.text += plainForm(char);
      twin.raw = LIGATURES.get(twin.text) ?? twin.text;
      continue;
    }
    if (char !== '') glyphs.push(makeGlyph(page, i, char, sizes, dirs[i] ?? 0));
  }
  return glyphs;
}

function makeGlyph(page: RawPage, i: number, char: string, sizes: Float32Array, dir: Direction): Glyph {
  const g = page.geometry;
  const at = i * NUMBERS;
  const styleIndex = page.style[i] ?? 0;
  const style = page.styles[styleIndex];
  const size = sizes[styleIndex] ?? 10;
  turn(g, at, dir);
  const inkA1 = turned[0] ?? 0;
  const inkC1 = turned[1] ?? 0;
  const inkA2 = turned[2] ?? 0;
  const inkC2 = turned[3] ?? 0;
  const looseA1 = turned[4] ?? 0;
  const looseC1 = turned[5] ?? 0;
  const looseA2 = turned[6] ?? 0;
  const looseC2 = turned[7] ?? 0;
  const originA = turned[8] ?? 0;
  const originC = turned[9] ?? 0;
  const isVertical = dir === 270 && style !== undefined && style.alongX > 0.7;
  const base = isVertical ? (looseC1 + looseC2) / 2 - size * 0.25 : originC;
  // Some fonts give boxes far from the glyph; those are not believed.
  const hasInk = inkA2 > inkA1 && inkC2 - inkC1 > NO_INK && inkC2 - inkC1 < size * 6 && inkA2 - inkA1 < size * 6;
  const hasLoose = looseA2 > looseA1 && looseA2 - looseA1 < size * 4;
  const along1 = hasLoose ? looseA1 : hasInk ? inkA1 : originA;
  const along2 = hasLoose ? looseA2 : hasInk ? inkA2 : originA + size * 0.5;
  const isWide = !hasInk && char >= '\u2E80';
  const ink1 = hasInk ? inkC1 : base - (isWide ? size * 0.12 : 0);
  const ink2 = hasInk ? inkC2 : base + size * (isWide ? 0.88 : ABOVE);
  const flags = page.flags[i] ?? 0;
  return {
    text: plainForm(char),
    raw: char,
    along1: hasInk && inkA1 < along1 ? inkA1 : along1,
    along2: hasInk && inkA2 > along2 ? inkA2 : along2,
    across1: Math.min(ink1, base - size * BELOW),
    across2: Math.max(ink2, base + size * ABOVE),
    ink1,
    ink2,
    base,
    size,
    weight: style?.weight ?? 400,
    space: (flags & SPACE_PRINTED) !== 0 ? 'printed' : (flags & SPACE_MADE) !== 0 ? 'made' : 'none',
    isRtl: isRightToLeft(char),
    order: i,
    dir,
  };
}

/** Ink box, loose box and origin of the glyph at hand, in its line's frame. One place for all: pages have many glyphs. */
const turned = new Float64Array(NUMBERS);

function turn(g: Float32Array, at: number, dir: Direction): void {
  for (let k = 0; k < NUMBERS; k += 2) {
    const x = g[at + k] ?? 0;
    const y = g[at + k + 1] ?? 0;
    turned[k] = dir === 0 ? x : dir === 90 ? y : dir === 180 ? -x : -y;
    turned[k + 1] = dir === 0 ? y : dir === 90 ? -x : dir === 180 ? -y : x;
  }
  if (dir === 0) return;
  for (const k of [0, 1, 4, 5]) {
    const low = turned[k] ?? 0;
    const high = turned[k + 2] ?? 0;
    if (low <= high) continue;
    turned[k] = high;
    turned[k + 2] = low;
  }
}

/** '' for what is no character at all. A glyph without a known meaning reads as U+FFFD: it can still be selected. */
function printedChar(code: number): string {
  if (code === 2) return '-';
  if (code === 0 || code === 0xfffe || code === 0xffff || code > 0x10ffff) return '\uFFFD';
  if (code < 0x20 || (code >= 0x7f && code < 0xa0) || (code >= 0xd800 && code <= 0xdfff)) return '\uFFFD';
  return String.fromCodePoint(code);
}

function sameGlyph(page: RawPage, i: number): boolean {
  if (i === 0 || page.style[i] !== page.style[i - 1] || (page.flags[i] ?? 0) & (SPACE_PRINTED | LINE_HYPHEN))
    return false;
  const at = i * NUMBERS;
  for (let k = NUMBERS - 1; k >= 0; k--) {
    if (page.geometry[at + k] !== page.geometry[at + k - NUMBERS]) return false;
  }
  return page.geometry[at + 2] !== page.geometry[at];
}

/**
 * Size of each style. Bitmap fonts (Type 3) often say size 1 and draw 10-point letters, so a size that does not fit the
 * ink of its letters is taken from the ink.
 */
function trueSizes(page: RawPage): Float32Array {
  const heights: number[][] = page.styles.map(() => []);
  for (let i = 0; i < page.codes.length; i++) {
    const code = page.codes[i] ?? 0;
    if (code < 0x30 || (code > 0x7a && code < 0x4e00)) continue;
    const list = heights[page.style[i] ?? 0];
    if (list === undefined || list.length >= 200) continue;
    const at = i * NUMBERS;
    const style = page.styles[page.style[i] ?? 0];
    const isUpright = Math.abs(style?.alongX ?? 1) >= Math.abs(style?.alongY ?? 0);
    const k = isUpright ? 1 : 0;
    list.push(Math.abs((page.geometry[at + k + 2] ?? 0) - (page.geometry[at + k] ?? 0)));
  }
  return Float32Array.from(page.styles, (style, s) => {
    const sorted = (heights[s] ?? []).sort((a, b) => a - b);
    const median = sorted[sorted.length >> 1] ?? 0;
    const isBelievable = median <= NO_INK || (style.size > median * 0.8 && style.size < median * 6);
    return isBelievable && style.size > 0.1 ? style.size : Math.max(0.5, median * 1.8);
  });
}

/** Direction of each character: that of its text matrix, or downwards where upright characters are set one below the other. */
function directions(page: RawPage, sizes: Float32Array): Direction[] {
  const byStyle = page.styles.map(directionOf);
  const dirs: Direction[] = [];
  for (const style of page.style) dirs.push(byStyle[style] ?? 0);
  let from = 0;
  for (let i = 1; i <= dirs.length; i++) {
    if (i < dirs.length && dirs[i] === 0 && isBelow(page, i, sizes)) continue;
    if (i - from >= 3) for (let k = from; k < i; k++) dirs[k] = 270;
    from = i;
  }
  return dirs;
}

function directionOf({ alongX, alongY }: Style): Direction {
  if (Math.abs(alongX) >= Math.abs(alongY)) return alongX >= 0 ? 0 : 180;
  return alongY > 0 ? 90 : 270;
}

/** True when an upright CJK character stands right below the one before it: vertical writing. */
function isBelow(page: RawPage, i: number, sizes: Float32Array): boolean {
  if (page.style[i] !== page.style[i - 1] || (page.codes[i] ?? 0) < 0x2e80) return false;
  if (scriptOf(String.fromCodePoint(Math.min(page.codes[i] ?? 0, 0x10ffff))) === 'other') return false;
  const at = i * NUMBERS;
  const size = sizes[page.style[i] ?? 0] ?? 10;
  const dx = (page.geometry[at + 8] ?? 0) - (page.geometry[at - 2] ?? 0);
  const dy = (page.geometry[at + 9] ?? 0) - (page.geometry[at - 1] ?? 0);
  return Math.abs(dx) < size * 0.3 && dy < -size * 0.5 && dy > -size * 2;
}
