// A new finding that starts as the words of a highlight, on the side those words are written in.
import type { Stance } from '#shared/annotations.ts';
import type { Finding } from '#shared/findings.ts';
import type { Side } from '#shared/values.ts';
import { read } from '../data/read.ts';
import { sideOf } from './script.ts';
import type { FindingActions } from './use-finding-actions.ts';

/** The library's languages, BCP 47. */
export type Tags = { primary: string; secondary: string };

/** A finding that says `words`, on the side they are written in. */
export const saying = (words: string, languages: Tags): Partial<Record<Side, string>> => ({
  [sideOf(words, languages)]: words,
});

/** Makes the finding with the highlight as its first evidence; `words` stand in for the quote. */
export async function createFromMark(
  actions: FindingActions,
  start: { paperId: string; annotationId: string; stance?: Stance; words?: string },
  languages: Tags,
): Promise<{ finding: Finding; side: Side }> {
  const { words, ...rest } = start;
  const text = words ?? (await read('annotations', 'get', { id: start.annotationId })).anchor.quote;
  const side = sideOf(text, languages);
  return { finding: await actions.create({ ...rest, [side]: text }), side };
}
