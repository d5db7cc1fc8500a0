// Pinyin of Chinese titles and names, so that they are found by their initials or syllables.
import { pinyin } from 'pinyin-pro';

/** `sdxx` and `shenduxuexi` of 深度学习, with the offsets in `full` where syllables begin. */
export type Pinyin = { initials: string; full: string; starts: number[] };

const HAN = /\p{Script=Han}/u;
const LONGEST = 200;

/** Pinyin of a text with Han in it (other letters and digits stand as they are); none for any other text. */
export function pinyinOf(text: string): Pinyin[] {
  if (!HAN.test(text)) return [];
  const syllables = pinyin(text.slice(0, LONGEST), { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
    .map((syllable) => syllable.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''))
    .filter((syllable) => syllable !== '');
  const starts: number[] = [];
  let full = '';
  for (const syllable of syllables) {
    starts.push(full.length);
    full += syllable;
  }
  return [{ initials: syllables.map((syllable) => syllable.charAt(0)).join(''), full, starts }];
}

/** True where a typed word is the initials, or the syllables from the start of one, of part of the text. */
export function matchesPinyin({ initials, full, starts }: Pinyin, typed: string): boolean {
  if (typed.length < 2) return false;
  if (initials.includes(typed)) return true;
  return typed.length > 2 && starts.some((start) => full.startsWith(typed, start));
}
