// Which of the library's two languages a quote is written in, told by its script alone.
import type { Side } from '#shared/values.ts';

/** What the letters of a language look like, by ISO 15924 script; Latin where a script is not listed. */
const SCRIPTS: Record<string, RegExp> = {
  Arab: /\p{Script=Arabic}/gu,
  Cyrl: /\p{Script=Cyrillic}/gu,
  Deva: /\p{Script=Devanagari}/gu,
  Grek: /\p{Script=Greek}/gu,
  Hans: /\p{Script=Han}/gu,
  Hant: /\p{Script=Han}/gu,
  Hebr: /\p{Script=Hebrew}/gu,
  Jpan: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  Kore: /\p{Script=Hangul}/gu,
  Thai: /\p{Script=Thai}/gu,
};
const LATIN = /\p{Script=Latin}/gu;
/** A Han character says about as much as three Latin letters: "使用 ResNet-50 作为骨干网络" is Chinese. */
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

function lettersOf(language: string): RegExp {
  return SCRIPTS[new Intl.Locale(language).maximize().script ?? ''] ?? LATIN;
}

function weigh(text: string, letters: RegExp): number {
  const found = text.match(letters)?.join('') ?? '';
  return found.length + 2 * (found.match(DENSE)?.length ?? 0);
}

/**
 * The side a quote belongs on; languages are BCP 47. Primary where the script cannot tell (both languages share
 * one, or the quote has no letters).
 */
export function sideOf(quote: string, languages: { primary: string; secondary: string }): Side {
  const [primary, secondary] = [lettersOf(languages.primary), lettersOf(languages.secondary)];
  return weigh(quote, secondary) > weigh(quote, primary) ? 'secondary' : 'primary';
}
