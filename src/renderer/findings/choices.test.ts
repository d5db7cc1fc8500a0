import type { Finding } from '#shared/findings.ts';
import { describe, expect, it } from 'vitest';
import { choicesFor, firstChoice, step } from './choices.ts';

const finding = (id: string, paperId: string, primary: string): Finding => ({
  id,
  paperId,
  surveyId: null,
  primary,
  secondary: '',
  primaryAt: 1,
  secondaryAt: 0,
  stale: null,
  context: '',
  position: Number(id),
  confidence: null,
  places: [],
  evidence: [],
  createdAt: 0,
  updatedAt: 0,
  deletedAt: null,
});
const all = [finding('1', 'other', 'alpha'), finding('2', 'P', 'alpha beta'), finding('3', 'P', 'gamma')];
const here = { paperId: 'P', surveyIds: [] };

describe('what the picker offers', () => {
  it('is the findings under a heading for each nearness, then a new one from the highlight', () => {
    const choices = choicesFor(all, '', here);
    expect(choices.map((choice) => choice.key)).toEqual(['2', '3', '1', 'mark']);
    expect(choices.map((choice) => (choice.kind === 'finding' ? choice.heading : null))).toEqual([
      'paper',
      null,
      'library',
      null,
    ]);
  });

  it('is also a new one of the typed words, once there are some', () => {
    expect(choicesFor(all, ' beta ', here).map((choice) => choice.key)).toEqual(['2', 'typed', 'mark']);
    expect(choicesFor(all, 'zeta', here)).toEqual([
      { kind: 'typed', key: 'typed', words: 'zeta' },
      { kind: 'mark', key: 'mark' },
    ]);
  });

  it('never offers so many that nobody could look through them', () => {
    const many = Array.from({ length: 500 }, (_, index) => finding(String(index), 'P', 'x'));
    expect(choicesFor(many, '', here).length).toBeLessThan(100);
  });
});

describe('what Enter alone takes', () => {
  const first = (query: string, linked: string[] = []) => {
    const choices = choicesFor(all, query, here);
    return choices[firstChoice(choices, query, (id) => linked.includes(id))]?.key;
  };

  it("is the paper's first finding that is not linked yet", () => {
    expect(first('')).toBe('2');
    expect(first('', ['2'])).toBe('3');
  });

  it("is a new finding rather than another paper's, as long as nothing is typed", () => {
    expect(first('', ['2', '3'])).toBe('mark');
    expect(first('alpha', ['2'])).toBe('1');
    expect(first('zeta')).toBe('typed');
  });
});

describe('the keys of the list', () => {
  it('go round at the ends', () => {
    expect(step(0, 3, 'ArrowUp')).toBe(2);
    expect(step(2, 3, 'ArrowDown')).toBe(0);
    expect(step(1, 3, 'PageDown')).toBe(2);
    expect(step(1, 3, 'x')).toBeNull();
    expect(step(0, 0, 'ArrowDown')).toBeNull();
  });
});
