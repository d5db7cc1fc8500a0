// From glyphs to line fragments: what is printed side by side on one baseline, super- and subscripts included, with
// no gap a column gutter could be.

import { isClosedScript, firstChar, lastChar } from '#shared/text/script.ts';
import { ABOVE, BELOW, type Glyph } from './glyphs.ts';

/** A stretch of one printed line. Lengths in points, in the frame of its direction. */
export type Fragment = {
  /** In reading order. */
  glyphs: Glyph[];
  along1: number;
  along2: number;
  across1: number;
  across2: number;
  /** Baseline and size of most of it. */
  base: number;
  size: number;
  /** True when nearly all of it is bold. */
  isBold: boolean;
  isRtl: boolean;
  /** Place of its first glyph in the content stream. */
  order: number;
  text: string;
};

/** Gaps up to this many sizes belong to the line where the content stream goes on over them. */
const STREAM_GAP = 1.0;
/** Out of stream order only a word space is bridged: the other side may be the next column. */
const FOREIGN_GAP = 0.5;
const OVERLAP = 0.6;

type Growing = { glyphs: Glyph[]; along1: number; along2: number; cores: Core[]; hasRtl: boolean };
type Core = { base: number; size: number; width: number };

/** Line fragments of glyphs of one direction, given in content-stream order. */
export function fragmentsOf(glyphs: readonly Glyph[]): Fragment[] {
  const grown: Growing[] = [];
  let current: Growing | undefined;
  for (const glyph of glyphs) {
    if (current === undefined || !continues(current, glyph)) {
      current = { glyphs: [], along1: Infinity, along2: -Infinity, cores: [], hasRtl: false };
      grown.push(current);
    }
    add(current, glyph);
  }
  return mergeForeign(grown).map(finish);
}

function add(line: Growing, glyph: Glyph): void {
  line.glyphs.push(glyph);
  line.along1 = Math.min(line.along1, glyph.along1);
  line.along2 = Math.max(line.along2, glyph.along2);
  line.hasRtl ||= glyph.isRtl;
  const width = glyph.along2 - glyph.along1;
  for (const core of line.cores) {
    const isSame =
      Math.abs(core.base - glyph.base) < glyph.size * 0.1 && Math.abs(core.size - glyph.size) < glyph.size * 0.06;
    if (!isSame) continue;
    core.width += width;
    return;
  }
  line.cores.push({ base: glyph.base, size: glyph.size, width });
}

const NO_CORE: Core = { base: 0, size: 10, width: 0 };

function coreOf(line: Growing): Core {
  let best = line.cores[0] ?? NO_CORE;
  for (const core of line.cores) if (core.width > best.width) best = core;
  return best;
}

function continues(line: Growing, glyph: Glyph): boolean {
  const core = coreOf(line);
  const size = Math.max(core.size, glyph.size);
  if (!isOnLine(core, glyph)) return false;
  const ahead = glyph.along1 - line.along2;
  if (ahead >= -size * OVERLAP && ahead <= size * STREAM_GAP) return true;
  if (!line.hasRtl && !glyph.isRtl) return isWithin(line, glyph, size);
  const behind = line.along1 - glyph.along2;
  return behind >= -size * OVERLAP ? behind <= size * 3 : isWithin(line, glyph, size);
}

/** Numerators over denominators, accents, the feet of sums: drawn back over what the line has already passed. */
function isWithin(line: Growing, glyph: Glyph, size: number): boolean {
  return (
    glyph.along1 >= line.along1 &&
    glyph.along1 > line.along2 - size * 3 &&
    glyph.along2 < line.along2 + size * 0.3 &&
    glyph.size < size * 0.9
  );
}

function isOnLine(core: Core, glyph: Glyph): boolean {
  const low = core.base - core.size * BELOW;
  const high = core.base + core.size * ABOVE;
  const glyphLow = glyph.base - glyph.size * BELOW;
  const glyphHigh = glyph.base + glyph.size * ABOVE;
  const shared = Math.min(high, glyphHigh) - Math.max(low, glyphLow);
  if (shared >= Math.min(high - low, glyphHigh - glyphLow) * 0.4) return true;
  // Big brackets and roots hang from their origin: what counts is that their ink stands across the whole line.
  return glyph.ink1 <= low + core.size * 0.3 && glyph.ink2 >= high - core.size * 0.3;
}

/** Puts together fragments of one line that the content stream draws apart (each font for itself, say). */
function mergeForeign(lines: Growing[]): Growing[] {
  const sorted = lines.map((line) => ({ line, core: coreOf(line), isGone: false }));
  sorted.sort((a, b) => b.core.base - a.core.base || a.line.along1 - b.line.along1);
  for (let i = 0; i < sorted.length; i++) {
    const one = sorted[i];
    if (one === undefined || one.isGone) continue;
    for (let k = i + 1; k < sorted.length; k++) {
      const two = sorted[k];
      if (two === undefined || one.core.base - two.core.base > Math.max(one.core.size, two.core.size) * 0.6) break;
      if (two.isGone) continue;
      const isLine = isOneLine(one.line, one.core, two.line, two.core);
      const glyphs = inset(one, two) ?? (isLine ? inOrder(one.line, two.line) : null);
      if (glyphs === null) continue;
      const merged: Growing = { glyphs: [], along1: Infinity, along2: -Infinity, cores: [], hasRtl: false };
      for (const glyph of glyphs) add(merged, glyph);
      one.line = merged;
      one.core = coreOf(merged);
      two.isGone = true;
      // A wider line may reach what it passed over before.
      k = i;
    }
  }
  return sorted.filter((each) => !each.isGone).map((each) => each.line);
}

/** The glyphs of two stretches that stand side by side. */
function inOrder(a: Growing, b: Growing): Glyph[] {
  const isFirst = a.along1 <= b.along1;
  return isFirst !== (a.hasRtl && b.hasRtl) ? [...a.glyphs, ...b.glyphs] : [...b.glyphs, ...a.glyphs];
}

type Placed = { line: Growing; core: Core };

/** The glyphs of a line with a short stretch put into the gap it was drawn for (a formula's sign); null for others. */
function inset(one: Placed, two: Placed): Glyph[] | null {
  const [outer, inner] = one.line.glyphs.length >= two.line.glyphs.length ? [one, two] : [two, one];
  const { line, core } = outer;
  const { along1, along2 } = inner.line;
  if (line.hasRtl || inner.line.hasRtl || along1 < line.along1 || along2 > line.along2) return null;
  if (Math.abs(core.base - inner.core.base) > core.size * 0.25 || inner.core.size < core.size * 0.6) return null;
  const slack = core.size * 0.1;
  for (let i = 1; i < line.glyphs.length; i++) {
    const before = line.glyphs[i - 1];
    const after = line.glyphs[i];
    if (before === undefined || after === undefined) continue;
    if (before.along2 <= along1 + slack && after.along1 >= along2 - slack) {
      return [...line.glyphs.slice(0, i), ...inner.line.glyphs, ...line.glyphs.slice(i)];
    }
  }
  return null;
}

function isOneLine(a: Growing, coreA: Core, b: Growing, coreB: Core): boolean {
  const small = Math.min(coreA.size, coreB.size);
  const large = Math.max(coreA.size, coreB.size);
  const gap = Math.max(a.along1, b.along1) - Math.min(a.along2, b.along2);
  if (gap > small * FOREIGN_GAP || gap < -small * 0.3) return false;
  const apart = Math.abs(coreA.base - coreB.base);
  return apart < small * 0.25 || (small < large * 0.85 && apart < large * 0.5);
}

function finish(line: Growing): Fragment {
  const core = coreOf(line);
  const { glyphs } = line;
  let across1 = Infinity;
  let across2 = -Infinity;
  let bold = 0;
  let rtl = 0;
  let order = Infinity;
  let text = '';
  glyphs.forEach((glyph, i) => {
    across1 = Math.min(across1, glyph.across1);
    across2 = Math.max(across2, glyph.across2);
    order = Math.min(order, glyph.order);
    if (glyph.weight >= 600) bold++;
    if (glyph.isRtl) rtl++;
    if (i > 0 && hasSpaceBefore(glyphs, i)) text += ' ';
    text += glyph.text;
  });
  return {
    glyphs,
    along1: line.along1,
    along2: line.along2,
    across1,
    across2,
    base: core.base,
    size: core.size,
    isBold: bold > glyphs.length * 0.9,
    isRtl: rtl > glyphs.length * 0.4,
    order,
    text,
  };
}

/** Whether a space stands before the glyph at `i` (i > 0). Stretched gaps between Han characters are none. */
export function hasSpaceBefore(glyphs: readonly Glyph[], i: number): boolean {
  const glyph = glyphs[i];
  const before = glyphs[i - 1];
  if (glyph === undefined || before === undefined) return false;
  const gap = glyph.isRtl && before.isRtl ? before.along1 - glyph.along2 : glyph.along1 - before.along2;
  const size = Math.max(glyph.size, before.size);
  if (glyph.text >= '\u1100' && isClosedScript(firstChar(glyph.text)) && isClosedScript(lastChar(before.text))) {
    return glyph.space === 'printed' ? gap > size * 0.3 : gap > size * 0.9;
  }
  if (i <= 2 && isNoteMark(glyphs, i)) return true;
  if (glyph.space !== 'none') return true;
  if (glyph.order === before.order + 1) return gap > size * WORD_GAP && isWordGap(glyphs, i, gap);
  return gap > size * 0.15;
}

/** Letters this many sizes apart are two words, unless all letters around them are set so far apart. */
const WORD_GAP = 0.22;

/** PDFium misses spaces where sizes change within a line (small capitals): a gap far wider than those around it is one. */
function isWordGap(glyphs: readonly Glyph[], i: number, gap: number): boolean {
  const glyph = glyphs[i];
  const before = glyphs[i - 1];
  if (glyph === undefined || before === undefined || glyph.isRtl || glyph.base !== before.base) return false;
  if (!IS_LETTER.test(glyph.text) || !IS_LETTER.test(before.text)) return false;
  const gaps: number[] = [];
  let isMixed = false;
  for (let k = Math.max(1, i - 12); k < Math.min(glyphs.length, i + 12); k++) {
    const one = glyphs[k - 1];
    const two = glyphs[k];
    if (one === undefined || two === undefined) continue;
    isMixed ||=
      IS_LETTER.test(two.text) && Math.abs(two.size - glyph.size) > glyph.size * 0.1 && two.base === glyph.base;
    if (k !== i && two.space === 'none') gaps.push(two.along1 - one.along2);
  }
  if (!isMixed) return false;
  gaps.sort((a, b) => a - b);
  return gap > (gaps[gaps.length >> 1] ?? gap) + glyph.size * 0.16;
}

const IS_LETTER = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]+$/u;

/** "¹Department": the raised number that opens a footnote or an affiliation is a word of its own. */
function isNoteMark(glyphs: readonly Glyph[], i: number): boolean {
  const next = glyphs[i];
  if (next === undefined || !/^\p{L}$/u.test(next.text)) return false;
  return glyphs
    .slice(0, i)
    .every(
      (each) =>
        each.size < next.size * 0.85 && each.base > next.base + next.size * 0.15 && /^[\d*†‡§¶]$/u.test(each.text),
    );
}
