// What the user set right about single blocks of a text, put into what was read from it.
import type { Correction } from '#shared/surveys.ts';
import { parseSurvey, type Overrides } from './parse/survey.ts';
import type { Languages, ParsedSurvey } from './parse/types.ts';

/** Reads a text as the user says it is to be read. */
export function corrected(text: string, languages: Languages, corrections: readonly Correction[]): ParsedSurvey {
  const overrides: Overrides = new Map(
    corrections.flatMap((each) => (each.do === 'as' ? [[each.line, each.kind]] : [])),
  );
  const survey = parseSurvey(text, languages, overrides);
  if (overrides.size === 0) return survey;
  const is = (line: number, ...kinds: string[]): boolean => kinds.includes(overrides.get(line) ?? '');
  const dropped = (line: number): boolean => is(line, 'none');
  const claims = survey.passages.filter(({ line }) => is(line, 'finding'));
  const prose = survey.findings.filter(({ line }) => is(line, 'passage'));
  return {
    ...survey,
    findings: [
      ...survey.findings.filter(({ line }) => !dropped(line) && !is(line, 'passage')),
      ...claims.map((claim) => ({ ...claim, context: '', depth: 0 })),
    ].toSorted((a, b) => a.start - b.start),
    passages: [
      ...survey.passages.filter(({ line }) => !dropped(line) && !is(line, 'finding')),
      ...prose.map(({ paper, primary, secondary, parts, start, end, line }) => ({
        paper,
        primary,
        secondary,
        parts,
        start,
        end,
        line,
      })),
    ].toSorted((a, b) => a.start - b.start),
    references: survey.references.filter(({ line }) => !dropped(line)),
    mentions: survey.mentions.filter(({ line }) => !dropped(line)),
    warnings: survey.warnings.filter(({ line }) => !dropped(line)),
  };
}
