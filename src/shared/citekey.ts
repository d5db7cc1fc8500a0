// The pattern citation keys are made by.

/** The setting that holds the user's pattern. */
export const CITEKEY_SETTING = 'citekeyPattern';

/** First author's family name in lower case, three words of the title, year. */
export const CITEKEY_PATTERN = '[auth][title3][year]';

/** The parts a pattern may name; `title` takes a number of words. */
export const CITEKEY_PARTS = ['auth', 'Auth', 'authors', 'title', 'year', 'yy', 'venue'] as const;

/** A pattern names at least one part, and no unknown one. */
export function isCitekeyPattern(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > 100) return false;
  const parts = [...value.matchAll(/\[([^\]]*)\]/g)].map(([, part = '']) => part.replace(/\d$/, ''));
  return parts.length > 0 && parts.every((part) => CITEKEY_PARTS.some((known) => known === part));
}
