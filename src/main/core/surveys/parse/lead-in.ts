// The line that leads in to a list ("Our experiments show that"), cut off the commentary it ends.
import type { Paragraph } from 'mdast';
import { placeOf } from './markdown.ts';

const ABBREVIATION = /(?:^|[\s(])(?:e\.g|i\.e|vs|cf|Fig|Eq|Sec|et al|etc|Dr|No|\p{Lu})$/u;

/** Whether a paragraph before a list promises it. With a blank line between them only a colon or "that" does. */
export function leadsIn(paragraph: string, blankBetween: boolean): boolean {
  const text = paragraph.trimEnd().replace(/[*_`~"”’)）\]】]+$/u, '');
  if (/[:：]$/.test(text)) return true;
  if (/(?:^|\s)(?:that|are|is|were|include|includes|follows|包括|如下|有|是|为)$/iu.test(text) || /[,，、]$/.test(text))
    return true;
  return !blankBetween && !/[.。!！?？…;；]$/.test(text);
}

/** Where the last sentence of a paragraph begins, as an offset into the Markdown; formulas and links stay whole. */
export function lastSentence(node: Paragraph, markdown: string): number {
  const place = placeOf(node);
  if (place === null) return 0;
  let cut = place.start;
  const stop = place.start + markdown.slice(place.start, place.end).trimEnd().length;
  for (const child of node.children) {
    const span = child.type === 'text' ? placeOf(child) : null;
    if (span === null) continue;
    const slice = markdown.slice(span.start, span.end);
    for (const end of slice.matchAll(/[。！？!?]+["”’)）】]*\s*|\.["”’)]*\s+(?=\S)|(?:\r\n|\n|\r)[ \t>]*/g)) {
      const next = span.start + end.index + end[0].length;
      if (next >= stop || ABBREVIATION.test(slice.slice(0, end.index))) continue;
      cut = Math.max(cut, next);
    }
  }
  return cut;
}
