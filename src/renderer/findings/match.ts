// Finding a finding by typing: words in either language, nearest findings first.
import type { Finding } from '#shared/findings.ts';
import { byPaper, inOrder } from './order.ts';

/** Where a finding stands to the paper being read. */
export type Nearness = 'paper' | 'survey' | 'library';

/** The paper being read, and the surveys that speak of it. */
export type Here = { paperId: string; surveyIds: readonly string[] };

const NEARNESS: readonly Nearness[] = ['paper', 'survey', 'library'];

type Looked = Pick<Finding, 'id' | 'position' | 'paperId' | 'surveyId' | 'primary' | 'secondary' | 'context'>;

/** How near a finding is to the paper being read. */
export function nearnessOf(finding: Pick<Finding, 'paperId' | 'surveyId'>, here: Here): Nearness {
  if (finding.paperId === here.paperId) return 'paper';
  return finding.surveyId !== null && here.surveyIds.includes(finding.surveyId) ? 'survey' : 'library';
}

/** Text as it is compared: compatibility forms folded, accents and case dropped. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * The findings that hold every word of `query`, in whichever language each word occurs; the paper's own first,
 * then its surveys', then the rest of the library, each paper's together. An empty query gives them all.
 */
export function matching<T extends Looked>(findings: readonly T[], query: string, here: Here): T[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const found = inOrder(findings).filter((finding) => {
    const text = fold(`${finding.primary}\n${finding.secondary}\n${finding.context}`);
    return words.every((word) => text.includes(word));
  });
  return NEARNESS.flatMap((nearness) => {
    const near = found.filter((finding) => nearnessOf(finding, here) === nearness);
    return byPaper(near, []).flatMap((group) => group.findings);
  });
}
