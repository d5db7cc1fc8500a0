// What the picker offers for what is typed: findings, then the ways to make a new one. Pure.
import type { Finding } from '#shared/findings.ts';
import { type Here, matching, type Nearness, nearnessOf } from './match.ts';

/** One entry of the picker's list. `heading` opens a stretch of findings that stand alike to the paper. */
export type Choice =
  | { kind: 'finding'; key: string; finding: Finding; nearness: Nearness; heading: Nearness | null }
  /** A new finding saying what was typed. */
  | { kind: 'typed'; key: string; words: string }
  /** A new finding saying what the highlight says. */
  | { kind: 'mark'; key: string };

/** More than this nobody looks through: typing finds the rest. */
const LIMIT = 80;

/** The entries, findings first and the new one last. */
export function choicesFor(findings: readonly Finding[], query: string, here: Here): Choice[] {
  let last: Nearness | null = null;
  const found = matching(findings, query, here).slice(0, LIMIT);
  const choices = found.map((finding): Choice => {
    const nearness = nearnessOf(finding, here);
    const heading = nearness === last ? null : nearness;
    last = nearness;
    return { kind: 'finding', key: finding.id, finding, nearness, heading };
  });
  const words = query.trim();
  if (words) choices.push({ kind: 'typed', key: 'typed', words });
  choices.push({ kind: 'mark', key: 'mark' });
  return choices;
}

/**
 * Which entry Enter alone takes: the first match of what is typed; with nothing typed, the paper's first finding that is
 * not linked yet, else a new finding. Other papers' findings are never linked without being chosen.
 */
export function firstChoice(
  choices: readonly Choice[],
  query: string,
  isLinked: (findingId: string) => boolean,
): number {
  const isTyped = query.trim() !== '';
  const at = choices.findIndex(
    (choice) => choice.kind === 'finding' && !isLinked(choice.finding.id) && (isTyped || choice.nearness === 'paper'),
  );
  return at >= 0 ? at : choices.findIndex((choice) => choice.kind !== 'finding');
}

/** The place reached from `at` by one key: arrows go round, pages stop at the ends; null for any other key. */
export function step(at: number, count: number, key: string): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return (at + count - 1) % count;
  if (key === 'PageDown') return Math.min(at + 8, count - 1);
  if (key === 'PageUp') return Math.max(at - 8, 0);
  return null;
}
