// A stretch of text as one part in its language, or as two where it stands in both.
import type { Side } from '#shared/values.ts';
import { looksTranslated, sideOf } from './language.ts';
import { unwrapLines } from './lines.ts';
import { linesOf } from './paper-lines.ts';
import type { Languages } from './types.ts';

/** A part before its line is known; offsets are into the Markdown. */
export type DraftPart = { start: number; end: number; side: Side; text: string };

/** How the stretch stands in the document: what its later lines carry in front. */
export type Margin = { quoteDepth: number; indent: number };

/** What is needed to read any stretch. */
export type Source = { markdown: string; languages: Languages };

/** One part, in the language of its text (or of `voice`, where the stretch quotes another language). */
export function part(
  { markdown, languages }: Source,
  start: number,
  end: number,
  margin: Margin,
  voice?: string,
): DraftPart {
  const text = unwrapLines(markdown.slice(start, end), margin.quoteDepth, margin.indent);
  return { start, end, side: sideOf(voice ?? text, languages), text };
}

/** The parts of one paragraph: two when it is original and translation, on lines of their own or around a slash. */
export function partsOf(source: Source, start: number, end: number, margin: Margin): DraftPart[] {
  const { markdown } = source;
  const whole = part(source, start, end, margin);
  for (const cut of [...cutsByLine(source, start, end), ...cutsBySlash(markdown, start, end)]) {
    const pair = [part(source, start, cut.first, margin), part(source, cut.second, end, margin)] as const;
    if (isPair(pair[0], pair[1])) return [...pair];
  }
  return [whole];
}

/** Whether two parts are original and translation. */
export const isPair = (a: DraftPart, b: DraftPart): boolean => a.side !== b.side && looksTranslated(a.text, b.text);

/** The text of a side among parts, or nothing. */
export const textOf = (parts: readonly DraftPart[], side: Side): string =>
  parts.find((each) => each.side === side)?.text ?? '';

type Cut = { first: number; second: number };

/** Where the lines of a paragraph change language, if they do so once. */
function cutsByLine({ markdown, languages }: Source, start: number, end: number): Cut[] {
  const lines = linesOf(markdown, { start, end });
  if (lines.length < 2) return [];
  const sides = lines.map((line) => sideOf(markdown.slice(line.start, line.end), languages));
  const changes = sides.flatMap((side, i) => (i > 0 && side !== sides[i - 1] ? [i] : []));
  const [at] = changes;
  const [before, after] = at === undefined ? [] : [lines[at - 1], lines[at]];
  return changes.length === 1 && before && after ? [{ first: before.end, second: after.start }] : [];
}

function cutsBySlash(markdown: string, start: number, end: number): Cut[] {
  const slashes = [...markdown.slice(start, end).matchAll(/\s+[/／|｜]\s+/g)];
  const [only] = slashes;
  return slashes.length === 1 && only
    ? [{ first: start + only.index, second: start + only.index + only[0].length }]
    : [];
}
