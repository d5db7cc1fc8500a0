// How characters are drawn (size, baseline, weight), gathered over a page. Told apart by numbers alone, because a page
// has a text object every few letters.

import type { Pdfium } from './pdfium.ts';

/** How a text object's characters are drawn. `across` is PDF user space, per unit of font size. */
export type Style = {
  /** Effective font size in points (font size times the matrix's vertical scale). */
  size: number;
  /** Unit vector of the baseline in PDF user space. */
  alongX: number;
  alongY: number;
  /** CSS-like weight, 400 where unknown. */
  weight: number;
};

/** The styles met on a page; each text object has one. */
export class StyleTable {
  readonly styles: Style[] = [];
  readonly #pdfium: Pdfium;
  readonly #text: number;
  readonly #scratch: number;
  readonly #fontSize: (...values: number[]) => number;
  readonly #matrix: (...values: number[]) => number;
  readonly #weight: (...values: number[]) => number;
  readonly #known: { style: Style; weight: number }[] = [];
  #last = 0;

  constructor(pdfium: Pdfium, text: number, scratch: number) {
    this.#pdfium = pdfium;
    this.#text = text;
    this.#scratch = scratch;
    this.#fontSize = pdfium.fn('FPDFText_GetFontSize');
    this.#matrix = pdfium.fn('FPDFText_GetMatrix');
    this.#weight = pdfium.fn('FPDFText_GetFontWeight');
  }

  /** Index of the style of the character at `i`. */
  at(i: number): number {
    const fontSize = Math.abs(this.#fontSize(this.#text, i));
    const hasMatrix = this.#matrix(this.#text, i, this.#scratch) !== 0;
    const { floats } = this.#pdfium;
    const at = this.#scratch >> 2;
    const a = hasMatrix ? (floats[at] ?? 1) : 1;
    const b = hasMatrix ? (floats[at + 1] ?? 0) : 0;
    const c = hasMatrix ? (floats[at + 2] ?? 0) : 0;
    const d = hasMatrix ? (floats[at + 3] ?? 1) : 1;
    const weight = this.#weight(this.#text, i);
    const length = Math.hypot(a, b) || 1;
    const size = fontSize * (Math.hypot(c, d) || 1);
    return this.#index({ size, alongX: a / length, alongY: b / length, weight: weight > 0 ? weight : 400 }, weight);
  }

  #index(made: Style, weight: number): number {
    const known = this.#known;
    const isSame = (i: number): boolean => {
      const each = known[i];
      return each !== undefined && each.weight === weight && isSameStyle(each.style, made);
    };
    if (isSame(this.#last)) return this.#last;
    for (let i = 0; i < known.length; i++) {
      if (!isSame(i)) continue;
      this.#last = i;
      return i;
    }
    if (known.length >= MAX_STYLES) return 0;
    this.#last = known.length;
    known.push({ style: made, weight });
    this.styles.push(made);
    return this.#last;
  }
}

/** More styles than this on one page are a drawing's, and are taken for the first. */
const MAX_STYLES = 4000;

/** Same to the third decimal. */
function isSameStyle(a: Style, b: Style): boolean {
  return (
    Math.round(a.size * 1000) === Math.round(b.size * 1000) &&
    Math.round(a.alongX * 1000) === Math.round(b.alongX * 1000) &&
    Math.round(a.alongY * 1000) === Math.round(b.alongY * 1000)
  );
}
