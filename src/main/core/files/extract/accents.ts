// Accents drawn apart from their letters, as old TeX fonts do ("J´egou"), put onto them ("Jégou").

import type { Glyph } from './glyphs.ts';

const MARKS = new Map([
  ['\u0060', '\u0300'],
  ['\u00B4', '\u0301'],
  ['\u02C6', '\u0302'],
  ['\u02DC', '\u0303'],
  ['\u00AF', '\u0304'],
  ['\u02D8', '\u0306'],
  ['\u02D9', '\u0307'],
  ['\u00A8', '\u0308'],
  ['\u02DA', '\u030A'],
  ['\u02DD', '\u030B'],
  ['\u02C7', '\u030C'],
  ['\u00B8', '\u0327'],
  ['\u02DB', '\u0328'],
]);
const LETTER = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]$/u;

/** More accents apart than this are no accents. */
const MAX_APART = 300;

/** Glyphs in stream order, with an accent and the letter it is drawn over made one. Others are passed on. */
export function composeAccents(glyphs: readonly Glyph[]): Glyph[] {
  const out: Glyph[] = [];
  let apart = 0;
  for (const glyph of glyphs) {
    const before = out.at(-1);
    const made = before === undefined ? null : compose(before, glyph);
    if (made !== null) out[out.length - 1] = made;
    else out.push(glyph);
    if (made === null && MARKS.has(glyph.text)) apart++;
  }
  return apart === 0 || apart > MAX_APART ? out : composeApart(out);
}

/** Accents the content stream draws after their line: looked for by place alone. */
function composeApart(glyphs: Glyph[]): Glyph[] {
  const used = new Set<Glyph>();
  for (const accent of glyphs) {
    if (!MARKS.has(accent.text)) continue;
    for (const [i, letter] of glyphs.entries()) {
      const made = Math.abs(letter.base - accent.base) < accent.size ? compose(letter, accent) : null;
      if (made === null) continue;
      glyphs[i] = made;
      used.add(accent);
      break;
    }
  }
  return glyphs.filter((glyph) => !used.has(glyph));
}

function compose(first: Glyph, second: Glyph): Glyph | null {
  const isAccentFirst = MARKS.has(first.text);
  if (isAccentFirst === MARKS.has(second.text)) return null;
  const accent = isAccentFirst ? first : second;
  const letter = isAccentFirst ? second : first;
  if (!LETTER.test(letter.text) || !isOver(accent, letter)) return null;
  const plain = letter.text === '\u0131' ? 'i' : letter.text === '\u0237' ? 'j' : letter.text;
  const text = (plain + (MARKS.get(accent.text) ?? '')).normalize('NFC');
  if (text.length > 1) return null;
  return {
    ...letter,
    text,
    raw: first.raw + second.raw,
    along1: Math.min(letter.along1, accent.along1),
    along2: Math.max(letter.along2, accent.along2),
    across1: Math.min(letter.across1, accent.ink1),
    across2: Math.max(letter.across2, accent.ink2),
    ink1: Math.min(letter.ink1, accent.ink1),
    ink2: Math.max(letter.ink2, accent.ink2),
    space: first.space,
    order: first.order,
  };
}

/** True when the accent's middle lies over the letter, on one line with it. */
function isOver(accent: Glyph, letter: Glyph): boolean {
  if (accent.dir !== letter.dir || Math.abs(accent.size - letter.size) > letter.size * 0.2) return false;
  if (Math.abs(accent.base - letter.base) > letter.size * 0.5) return false;
  const middle = (accent.along1 + accent.along2) / 2;
  const margin = (letter.along2 - letter.along1) * 0.15;
  return middle > letter.along1 + margin && middle < letter.along2 - margin;
}
