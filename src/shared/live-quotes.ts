// Live quotes: the words of a mark in a note, as a view of it. In Markdown a quote is a link any program can show:
//
//     > [the words](glossa:annotation/<id>#<hash>)
//
// The hash says which words of the mark the quote was last seen with, so that a change on either side is noticed.

/** A quote as it stands in a text. `start`, `end`: UTF-16 offsets of the whole link. */
export type LiveQuote = { annotationId: string; words: string; hash: string; start: number; end: number };

/**
 * How a quote and its mark stand to each other: `same` words; `kept`: others, which the user chose to keep; `marked`:
 * the mark has new words; `reworded`: the quote has; `both` have; `gone`: the mark is in the trash or nowhere.
 */
export type QuoteState = 'same' | 'kept' | 'marked' | 'reworded' | 'both' | 'gone';

const LINK =
  /\[((?:\\[^]|[^\\[\]])*)\]\(glossa:annotation\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})#([0-9a-z]{1,13})\)/gu;
/** Signs that Markdown would take for its own; a backslash before them makes them plain. */
const SPECIAL = /[\\`*_~[\]<>$|&]/gu;

const plain = (words: string): string => words.normalize('NFC').replace(/\s+/gu, ' ').trim();

/** A short name for words, the same whatever their white space: cyrb53, 53 bits in base 36. */
export function quoteHash(words: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (const char of plain(words)) {
    const code = char.codePointAt(0) ?? 0;
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

/** The hash of a quote whose own words are kept beside those of its mark. */
const keptHash = (marked: string, words: string): string => quoteHash(`${plain(marked)} \u0000 ${plain(words)}`);

/** The quotes of a Markdown text, in order. */
export function quotesIn(markdown: string): LiveQuote[] {
  return [...markdown.matchAll(LINK)].map((found) => {
    const [link, words = '', annotationId = '', hash = ''] = found;
    return {
      annotationId,
      words: plain(words.replace(/\\([^])/gu, '$1')),
      hash,
      start: found.index,
      end: found.index + link.length,
    };
  });
}

/** A quote as a link. */
export function quoteLink({ annotationId, words, hash }: Omit<LiveQuote, 'start' | 'end'>): string {
  return `[${plain(words).replace(SPECIAL, '\\$&')}](glossa:annotation/${annotationId}#${hash})`;
}

/** A mark's words as a new quote: a block of its own, to be put between paragraphs. */
export const quoteBlock = (annotationId: string, marked: string): string =>
  `> ${quoteLink({ annotationId, words: marked, hash: quoteHash(marked) })}`;

/** `marked` are the words of the mark as it is now; null where there is none. */
export function quoteState({ words, hash }: Pick<LiveQuote, 'words' | 'hash'>, marked: string | null): QuoteState {
  if (marked === null) return 'gone';
  if (plain(words) === plain(marked)) return 'same';
  if (hash === keptHash(marked, words)) return 'kept';
  if (hash === quoteHash(marked)) return 'reworded';
  return hash === quoteHash(words) ? 'marked' : 'both';
}

/** The quote once one of the two wordings was taken: the mark's (`mark`), or its own, kept from now on (`note`). */
export function takeWords(quote: LiveQuote, marked: string, take: 'mark' | 'note'): LiveQuote {
  return take === 'mark'
    ? { ...quote, words: plain(marked), hash: quoteHash(marked) }
    : { ...quote, hash: keptHash(marked, quote.words) };
}

/** The text with one quote written anew in its place. `before` must be as {@link quotesIn} gave it for this text. */
export const replaceQuote = (markdown: string, before: LiveQuote, after: LiveQuote): string =>
  markdown.slice(0, before.start) + quoteLink(after) + markdown.slice(before.end);

/** What a link's address in rendered Markdown names; null for any other address. */
export function quoteAddress(address: string): { annotationId: string; hash: string } | null {
  const [, annotationId = '', hash = ''] = /^glossa:annotation\/([0-9a-f-]{36})#([0-9a-z]{1,13})$/u.exec(address) ?? [];
  return annotationId === '' ? null : { annotationId, hash };
}
