// What the user keeps of each place where a survey and its file differ. Pure.
import type { MergeChunk } from '#shared/surveys.ts';

export type Choice = 'mine' | 'theirs' | 'both';

/** What a place would be without asking: the side that changed; null where both did, differently. */
export const defaultChoice = ({ kind }: MergeChunk): Choice | null =>
  kind === 'conflict' ? null : kind === 'theirs' ? 'theirs' : 'mine';

/** How many places wait for a choice. */
export const undecided = (chunks: readonly MergeChunk[], choiceAt: (index: number) => Choice | null): number =>
  chunks.filter((_, index) => choiceAt(index) === null).length;

/** The text that the choices make. */
export function together(chunks: readonly MergeChunk[], choiceAt: (index: number) => Choice | null): string {
  return chunks
    .map(({ mine, theirs }, index) => {
      const choice = choiceAt(index);
      return choice === 'both' ? ended(mine) + theirs : choice === 'theirs' ? theirs : mine;
    })
    .join('');
}

const ended = (text: string) => (text === '' || /[\r\n]$/.test(text) ? text : `${text}\n`);
