// What the palette offers for what was typed: commands, surveys, papers. Pure.
import type { PaperItem } from '#shared/papers.ts';
import type { SurveySummary } from '#shared/surveys.ts';
import { foldedPaperText } from '../papers/index.ts';
import { type Command, isEnabled } from '../ui/command-registry.ts';
import { typedWords, wordsMatch } from '../ui/words.ts';

/** How many papers and surveys are offered at most. */
const MOST = 12;

/** What there is to choose. */
export type Offer = { commands: Command[]; surveys: SurveySummary[]; papers: PaperItem[] };

/** The offer for what was typed. Labels match in both languages; nothing typed offers the commands alone. */
export function offer(
  typed: string,
  commands: readonly Command[],
  surveys: readonly SurveySummary[],
  papers: readonly PaperItem[],
): Offer {
  const words = typedWords(typed);
  const shown = commands.filter((command) => isEnabled(command) && !command.hidden);
  if (words.length === 0) return { commands: shown, surveys: [...surveys].slice(0, MOST), papers: [] };
  return {
    commands: shown.filter((command) => wordsMatch(typed, `${command.label.en} ${command.label['zh-Hans']}`)),
    surveys: surveys.filter((survey) => wordsMatch(typed, survey.title)).slice(0, MOST),
    papers: firstOf(papers, MOST, (paper) => words.every((word) => foldedPaperText(paper).includes(word))),
  };
}

function firstOf<T>(items: readonly T[], most: number, fits: (item: T) => boolean): T[] {
  const found: T[] = [];
  for (const item of items) {
    if (fits(item)) found.push(item);
    if (found.length === most) break;
  }
  return found;
}

/** Groups that are always there come after those of the view one is in. */
const LAST = ['library', 'go', 'history', 'settings'];

/** Commands by group: what belongs to the view first, settings last; within a group as registered. */
export function grouped(commands: readonly Command[]): [string, Command[]][] {
  const groups = new Map<string, Command[]>();
  for (const command of commands) {
    const group = command.group ?? '';
    groups.set(group, [...(groups.get(group) ?? []), command]);
  }
  const rank = (group: string) => LAST.indexOf(group);
  return [...groups].sort(([a], [b]) => rank(a) - rank(b));
}
