// The words of a page without the boxes of its characters: what searching a whole document, its references and its
// captions need, at a tenth of the size.
import type { PageText } from './model.ts';

/** A text model without the places of single characters. */
export type PageWords = Omit<PageText, 'boxes' | 'edits' | 'lines'>;

/** The words of a page. */
export function wordsOf({ boxes: _boxes, edits: _edits, lines: _lines, ...words }: PageText): PageWords {
  return words;
}
