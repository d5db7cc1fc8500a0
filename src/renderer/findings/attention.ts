// What a list of findings can be narrowed to: gaps, weak feet, passages waiting, tags, confidence, words. Pure.
import type { Finding } from '#shared/findings.ts';
import { type Gap, gapsOf } from './gaps.ts';
import { fold } from './match.ts';

/** Gaps of single findings, and what only shows over all of them. */
export type Attention = Gap | 'contradicted' | 'onePaper' | 'offered' | 'loose';

/** Every kind, in the order shown; `loose` are highlights, not findings. */
export const ATTENTION: readonly Attention[] = [
  'contradicted',
  'onePaper',
  'evidence',
  'offered',
  'translation',
  'stale',
  'loose',
];

/** Ids of the findings (for `loose` of the highlights) of each kind. */
export type Weak = {
  contradicted: readonly string[];
  onePaper: readonly string[];
  loose: readonly string[];
  offered: ReadonlyMap<string, number>;
};

/** Does a finding need this kind of attention? */
export function needs(finding: Finding, kind: Attention, weak: Weak): boolean {
  if (kind === 'contradicted' || kind === 'onePaper') return weak[kind].includes(finding.id);
  if (kind === 'offered') return weak.offered.has(finding.id);
  return kind !== 'loose' && gapsOf(finding).includes(kind);
}

/** How many need each kind. */
export function countAttention(findings: readonly Finding[], weak: Weak): Record<Attention, number> {
  const count = (kind: Attention): number =>
    kind === 'loose' ? weak.loose.length : findings.filter((finding) => needs(finding, kind, weak)).length;
  return Object.fromEntries(ATTENTION.map((kind) => [kind, count(kind)])) as Record<Attention, number>;
}

/** The findings that hold every word, in either language, in what leads in, or in a quote behind them. */
export function withWords(findings: readonly Finding[], query: string): Finding[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...findings];
  return findings.filter(({ primary, secondary, context, evidence }) => {
    const text = fold(
      [primary, secondary, context, ...evidence.map(({ quote, comment }) => `${quote} ${comment}`)].join('\n'),
    );
    return words.every((word) => text.includes(word));
  });
}
