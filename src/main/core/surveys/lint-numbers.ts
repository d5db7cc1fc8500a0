// Numbers in square brackets against the numbered list they point into: "[3]", "[2, 5]", "[1-4]", "[^2]".
import type { LintLine } from '#shared/surveys.ts';
import { lineFinder } from './parse/lines.ts';
import type { ParsedSurvey } from './parse/types.ts';

type Gap = Pick<LintLine, 'line' | 'params'> & { rule: 'number-without-reference' | 'reference-never-numbered' };

const CITATION = /\[(\^?)(\d{1,3}(?:\s*[-–,，、]\s*\d{1,3})*)\](?![([:])/g;

/** What a text's numbers say: broken links between them and the list, and where the entries begin that are cited. */
export type Numbers = { gaps: Gap[]; cited: ReadonlySet<number> };

/** Reads the numbers of a text; nothing is broken where it cites without numbers. */
export function numbersOf(text: string, survey: ParsedSurvey): Numbers {
  const { references } = survey;
  if (references.length === 0) return { gaps: [], cited: new Set() };
  const lineOf = lineFinder(text);
  // Footnotes have names of their own; a list counts.
  const names = references.map(({ start }) => /\[\^(\w+)\]:\s*$/.exec(text.slice(Math.max(0, start - 20), start))?.[1]);
  const numbers = new Set(names.map((name, i) => name ?? String(i + 1)));
  const entries = references.map(({ start, end }) => ({ start, end }));
  const isEntry = (at: number): boolean => entries.some(({ start, end }) => at >= start - 8 && at < end);
  const gaps: Gap[] = [];
  const cited = new Set<string>();
  for (const match of withoutCode(text).matchAll(CITATION)) {
    if (isEntry(match.index)) continue;
    for (const number of expanded(match[2] ?? '')) {
      cited.add(number);
      if (!numbers.has(number) && Number(number) > 0)
        gaps.push({
          rule: 'number-without-reference',
          line: lineOf(match.index),
          params: { number, count: references.length },
        });
    }
  }
  if (![...cited].some((number) => numbers.has(number))) return { gaps: [], cited: new Set() };
  const starts = new Set<number>();
  for (const [i, { line, start, fields, raw }] of references.entries()) {
    const number = names[i] ?? String(i + 1);
    if (cited.has(number)) starts.add(start);
    else
      gaps.push({
        rule: 'reference-never-numbered',
        line,
        params: { number, title: fields.title ?? raw.slice(0, 80) },
      });
  }
  return { gaps, cited: starts };
}

/** The text with code and formulas blanked: `a[1]` cites nothing. */
function withoutCode(text: string): string {
  const blank = (match: string): string => match.replace(/[^\r\n]/g, ' ');
  return text
    .replace(/^(?<fence>`{3,}|~{3,})[^\n]*\n[\s\S]*?^\k<fence>/gm, blank)
    .replace(/`[^`\n]*`/g, blank)
    .replace(/\$\$[\s\S]*?\$\$|\$[^$\n]+\$/g, blank);
}

function expanded(list: string): string[] {
  return list.split(/\s*[,，、]\s*/).flatMap((piece) => {
    const [from = 0, to] = piece.split(/\s*[-–]\s*/).map(Number);
    if (to === undefined || to < from || to - from > 60) return [piece.trim().replace(/^0+(?=\d)/, '')];
    return Array.from({ length: to - from + 1 }, (_, i) => String(from + i));
  });
}
