import type { Stance } from '#shared/annotations.ts';
import type { Evidence } from '#shared/findings.ts';
import { describe, expect, it } from 'vitest';
import { countGaps, countStances, gapsOf } from './gaps.ts';

const evidence = (stance: Stance): Evidence => ({
  id: stance,
  findingId: 'f',
  annotationId: 'a',
  stance,
  comment: '',
  quote: 'q',
  color: 'yellow',
  paperId: null,
  sha256: '0'.repeat(64),
  page: 1,
  pageLabel: '1',
});
const whole = { primary: 'Yes', secondary: '是', stale: null, evidence: [evidence('supports')] };

describe('what a finding lacks', () => {
  it('is nothing when it is written in both languages and rests on something', () => {
    expect(gapsOf(whole)).toEqual([]);
  });

  it('is evidence, a translation, or a side that was left behind', () => {
    expect(gapsOf({ ...whole, evidence: [] })).toEqual(['evidence']);
    expect(gapsOf({ ...whole, secondary: ' \n' })).toEqual(['translation']);
    expect(gapsOf({ ...whole, primary: '', secondary: '' })).toEqual(['translation']);
    expect(gapsOf({ ...whole, stale: 'primary', evidence: [] })).toEqual(['evidence', 'stale']);
  });

  it('is counted over many', () => {
    const all = [whole, { ...whole, evidence: [] }, { ...whole, evidence: [], stale: 'secondary' as const }];
    expect(countGaps(all)).toEqual({ evidence: 2, translation: 0, stale: 1 });
  });
});

describe('how the evidence stands', () => {
  it('is counted by stance, in one order, without the stances nobody takes', () => {
    expect(countStances([evidence('mentions'), evidence('contradicts'), evidence('mentions')])).toEqual([
      { stance: 'contradicts', count: 1 },
      { stance: 'mentions', count: 2 },
    ]);
  });
});
