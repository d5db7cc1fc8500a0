// Which writing system a character belongs to, as far as joining, folding and selecting text need to know.

const HAN = /^[\p{Script=Han}\u3007\u2E80-\u2FDF]$/u;
const KANA = /^[\p{Script=Hiragana}\p{Script=Katakana}\u30FC\uFF70]$/u;
const HANGUL = /^\p{Script=Hangul}$/u;
const WIDE_PUNCTUATION =
  /^[\u3000-\u3004\u3008-\u3020\u3030\u303D\u30FB\uFE10-\uFE1F\uFE30-\uFE6B\uFF01-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF40\uFF5B-\uFF65\uFFE0-\uFFE6]$/u;
const RTL = /^[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]$/u;

/** `han`, `kana`, `hangul` and `wide` (full-width punctuation) are what CJK rules ask about; all else is `other`. */
export type ScriptClass = 'han' | 'kana' | 'hangul' | 'wide' | 'other';

/** Class of one character (one code point, given as a string). */
export function scriptOf(char: string): ScriptClass {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x1100) return 'other';
  if (WIDE_PUNCTUATION.test(char)) return 'wide';
  if (HAN.test(char)) return 'han';
  if (KANA.test(char)) return 'kana';
  if (HANGUL.test(char)) return 'hangul';
  return 'other';
}

/** True for a letter of a script that runs right to left. */
export function isRightToLeft(char: string): boolean {
  return (char.codePointAt(0) ?? 0) >= 0x590 && RTL.test(char);
}

/** True for Han, kana and full-width punctuation: what is set without spaces between. */
export function isClosedScript(char: string): boolean {
  const script = scriptOf(char);
  return script === 'han' || script === 'kana' || script === 'wide';
}

/** The last code point of a text, '' of an empty one. */
export function lastChar(text: string): string {
  const low = text.charCodeAt(text.length - 1);
  const pair = low >= 0xdc00 && low <= 0xdfff && text.length > 1;
  return text.slice(pair ? -2 : -1);
}

/** The first code point of a text, '' of an empty one. */
export function firstChar(text: string): string {
  const code = text.codePointAt(0);
  return code === undefined ? '' : String.fromCodePoint(code);
}
