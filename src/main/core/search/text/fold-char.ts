// What each character counts as when text is searched: its folded form, and whether it is part of a word, stands for
// itself (Han, kana, Hangul), or parts words. Coarser than shared/text/fold.ts, which anchors need: here traditional
// characters count as simplified ones and Latin diacritics do not count.
import { Converter } from 'opencc-js/t2cn';
import { radicalIdeograph } from '#shared/text/radicals.ts';
import { isClosedScript, scriptOf } from '#shared/text/script.ts';

/** `word` characters run together into words; `cjk` ones are searched at any length; `none` are as if not there. */
export type CharClass = 'word' | 'cjk' | 'gap' | 'none';

/** One folded character (one code point) and its class. */
export type FoldedChar = { char: string; class: CharClass };

const LATIN_OR_GREEK = /^[\p{Script=Latin}\p{Script=Greek}]/u;
const WORD = /^[\p{L}\p{N}\p{M}]$/u;
const UNSEEN = /^[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF\p{Variation_Selector}]$/u;
const ACCENT = /^[\u0300-\u036F]$/u;
/** Latin letters that Unicode does not take apart. */
const PLAIN_LETTERS: Record<string, string> = {
  ø: 'o',
  ł: 'l',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
};

const toSimplified = Converter({ from: 't', to: 'cn' });

const known = new Map<string, readonly FoldedChar[]>();

/**
 * The folded form of one character with what combines with it. Several folded characters for a ligature; none for what
 * is not seen.
 */
export function foldChar(cluster: string): readonly FoldedChar[] {
  const found = known.get(cluster);
  if (found) return found;
  const made = [...plain(cluster)].map(classify);
  // Clusters are few; text made to have many must not fill the memory.
  if (known.size > 100_000) known.clear();
  known.set(cluster, made);
  return made;
}

/** Classes as numbers, for {@link quickStep}. */
export const QUICK = { word: 1, cjk: 2, gap: 3 } as const;
/** By UTF-16 unit: class and folded unit where it folds to one unit of a class other than `none`. */
const quickClasses = new Uint8Array(0x10000);
const quickUnits = new Uint16Array(0x10000);
const isLooked = new Uint8Array(0x10000);
/** 1 for a unit that may combine with the one before it, 2 for one that cannot. */
const joining = new Uint8Array(0x10000);
const JOINS = /^[\p{M}\p{Variation_Selector}\u200D\u1160-\u11FF\uD7B0-\uD7FF\uFF9E\uFF9F]$/u;

/**
 * One number for a unit and the unit after it (-1 at the end): 0 where the long way must be gone, else its class in the
 * low two bits and its folded unit above them. The one thing that is done for every character of every page.
 */
export function quickStep(unit: number, next: number): number {
  if (next >= 0x300) {
    const joins = joining[next];
    if (joins === 1 || (joins === 0 && mayJoin(next))) return 0;
  }
  const known = quickSteps[unit] ?? 0;
  if (known !== NOT_LOOKED) return known;
  const kind = quickClass(unit);
  return (quickSteps[unit] = kind === 0 ? 0 : (quickUnit(unit) << 2) | kind);
}
const NOT_LOOKED = 0xffffffff;
const quickSteps = new Uint32Array(0x10000).fill(NOT_LOOKED);

/** Class of a unit that folds to one unit by itself (folded: {@link quickUnit}), 0 for all others. */
function quickClass(unit: number): number {
  if (isLooked[unit] === 0) look(unit);
  return quickClasses[unit] ?? 0;
}

/** What the unit folds to; only where {@link quickClass} is not 0. */
const quickUnit = (unit: number): number => quickUnits[unit] ?? unit;

/** True for a unit that may make one character with what stands before it. */
function mayJoin(unit: number): boolean {
  if (joining[unit] === 0) joining[unit] = JOINS.test(String.fromCharCode(unit)) ? 1 : 2;
  return joining[unit] === 1;
}

function look(unit: number): void {
  isLooked[unit] = 1;
  // Surrogates and leading jamo are parts of longer characters.
  const isPart =
    (unit >= 0xd800 && unit <= 0xdfff) || (unit >= 0x1100 && unit <= 0x11ff) || (unit >= 0xa960 && unit <= 0xa97f);
  if (isPart) return;
  const [only, more] = foldChar(String.fromCharCode(unit));
  if (!only || more || only.char.length !== 1 || only.class === 'none') return;
  quickClasses[unit] = QUICK[only.class];
  quickUnits[unit] = only.char.charCodeAt(0);
}

function plain(cluster: string): string {
  const radical = radicalIdeograph(cluster.codePointAt(0) ?? 0);
  let folded = (radical ?? cluster).normalize('NFKC').toLowerCase().normalize('NFKC');
  // The radicals that NFKC itself yields are ideographs already; a compatibility form may hide a traditional one.
  folded = [...folded].map((char) => (scriptOf(char) === 'han' ? toSimplified(char) : char)).join('');
  if (LATIN_OR_GREEK.test(folded)) {
    folded = [...folded.normalize('NFD')].filter((char) => !ACCENT.test(char)).join('');
    folded = [...folded].map((char) => PLAIN_LETTERS[char] ?? char).join('');
  }
  return folded;
}

function classify(char: string): FoldedChar {
  return { char, class: classOf(char) };
}

function classOf(char: string): CharClass {
  if (UNSEEN.test(char) || ACCENT.test(char)) return 'none';
  const script = scriptOf(char);
  if (script === 'hangul' || (isClosedScript(char) && script !== 'wide')) return 'cjk';
  return WORD.test(char) ? 'word' : 'gap';
}
