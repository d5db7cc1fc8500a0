// Which stretches of a survey's body are alive: its blocks, and its section headings. Pure.
import type { Survey, SurveyBlock } from '#shared/surveys.ts';
import type { Stretch } from '../ui/markdown/stretches.ts';

/** The id of a heading's stretch. */
export const sectionStretch = (line: number): string => `section:${line}`;

/** Stretches of the body that begins at offset `from` of the survey's text; ids are those of the blocks. */
export function bodyStretches(
  { text, blocks, sections }: Pick<Survey, 'text' | 'blocks' | 'sections'>,
  from: number,
): Stretch[] {
  const starts = lineStarts(text);
  const headings = sections.map(({ line }) => {
    const start = starts[line - 1] ?? text.length;
    return { id: sectionStretch(line), start, end: starts[line] ?? text.length };
  });
  return [...headings, ...blocks.map(({ id, start, end }: SurveyBlock) => ({ id, start, end }))]
    .filter(({ start, end }) => start >= from && end > start)
    .map(({ id, start, end }) => ({ id, start: start - from, end: end - from }));
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  return starts;
}
