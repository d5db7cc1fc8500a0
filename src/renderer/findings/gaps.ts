// What a finding still lacks, and how its evidence stands.
import type { Stance } from '#shared/annotations.ts';
import type { Finding } from '#shared/findings.ts';

/** `evidence`: no highlight behind it; `translation`: one language empty; `stale`: one language older than the other. */
export type Gap = 'evidence' | 'translation' | 'stale';

/** Every gap, in the order shown. */
export const GAPS: readonly Gap[] = ['evidence', 'translation', 'stale'];

type Looked = Pick<Finding, 'primary' | 'secondary' | 'stale' | 'evidence'>;

/** The gaps of one finding. One with neither language written lacks a translation too: it says nothing yet. */
export function gapsOf(finding: Looked): Gap[] {
  return GAPS.filter((gap) => {
    if (gap === 'evidence') return finding.evidence.length === 0;
    if (gap === 'translation') return !finding.primary.trim() || !finding.secondary.trim();
    return finding.stale !== null;
  });
}

/** How many findings have each gap. */
export function countGaps(findings: readonly Looked[]): Record<Gap, number> {
  const counts: Record<Gap, number> = { evidence: 0, translation: 0, stale: 0 };
  for (const finding of findings) for (const gap of gapsOf(finding)) counts[gap] += 1;
  return counts;
}

/** Stances in the order shown and numbered (1 to 4). */
export const STANCES: readonly Stance[] = ['supports', 'contradicts', 'qualifies', 'mentions'];

/** How much evidence takes each stance; stances nobody takes are left out. */
export function countStances(evidence: readonly { stance: Stance }[]): { stance: Stance; count: number }[] {
  return STANCES.map((stance) => ({ stance, count: evidence.filter((one) => one.stance === stance).length })).filter(
    ({ count }) => count > 0,
  );
}
