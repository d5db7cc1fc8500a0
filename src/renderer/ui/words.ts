// Matching what a user types against text, without regard to case, accents or full-width forms. Pure.

/** Lower case without accents, full-width forms folded. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();

/** The words typed, folded. */
export const typedWords = (typed: string): string[] => fold(typed).split(/\s+/).filter(Boolean);

/** Does every word typed occur in the text? Nothing typed fits everything. */
export function wordsMatch(typed: string, text: string): boolean {
  const folded = fold(text);
  return typedWords(typed).every((word) => folded.includes(word));
}
