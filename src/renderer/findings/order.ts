// Findings in the order they are numbered, and grouped by their papers for a survey. Positions count within a paper.
import type { Finding } from '#shared/findings.ts';

type Placed = Pick<Finding, 'id' | 'position'>;

/** By position, the older first where two share one. A finding's number is its place in this, from 1. */
export function inOrder<T extends Placed>(findings: readonly T[]): T[] {
  return findings.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** The number of each finding: its place within its own group, from 1. */
export function numbersOf(groups: readonly Group<Placed>[]): Map<string, number> {
  return new Map(groups.flatMap((group) => group.findings.map((finding, index) => [finding.id, index + 1])));
}

/** The findings of one paper; `paperId` null gathers those that belong to the survey alone. */
export type Group<T> = { paperId: string | null; findings: T[] };

/** Groups in the order of `paperIds` (the survey's), then papers it does not list, then findings without a paper. */
export function byPaper<T extends Placed & Pick<Finding, 'paperId'>>(
  findings: readonly T[],
  paperIds: readonly string[],
): Group<T>[] {
  const groups = new Map<string | null, T[]>(paperIds.map((id) => [id, []]));
  for (const finding of inOrder(findings)) {
    const group = groups.get(finding.paperId);
    if (group) group.push(finding);
    else groups.set(finding.paperId, [finding]);
  }
  const none = groups.get(null);
  groups.delete(null);
  const all = [...groups].map(([paperId, members]): Group<T> => ({ paperId, findings: members }));
  if (none) all.push({ paperId: null, findings: none });
  return all.filter((group) => group.findings.length > 0);
}

/** The first so many findings of the groups; groups that none are left of are left out. */
export function firstOf<T>(groups: readonly Group<T>[], limit: number): Group<T>[] {
  const shown: Group<T>[] = [];
  let room = limit;
  for (const { paperId, findings } of groups) {
    if (room <= 0) break;
    shown.push({ paperId, findings: findings.slice(0, room) });
    room -= findings.length;
  }
  return shown;
}
