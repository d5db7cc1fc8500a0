// Inconsistent renderings: one side has the term, the other renders it in no accepted way, or in one to be replaced.
import { findForms } from '#shared/term-forms.ts';
import type { Term, TermIssue } from '#shared/terms.ts';
import type { Side } from '#shared/values.ts';
import type { Reader } from '../kinds.ts';
import { listTerms } from './sql.ts';
import { formsOn } from './uses.ts';
import { writtenTexts, type Written } from './written.ts';

const SIDES: readonly Side[] = ['primary', 'secondary'];

/** Every inconsistent rendering in notes and findings, of a paper, a survey or the library. */
export function findIssues(
  db: Reader,
  where: { paperId?: string | undefined; surveyId?: string | undefined },
): TermIssue[] {
  const terms = listTerms(db);
  return writtenTexts(db, where).flatMap((text) => terms.flatMap((term) => issuesOf(term, text)));
}

function issuesOf(term: Term, text: Written): TermIssue[] {
  return SIDES.flatMap((side): TermIssue[] => {
    const other = side === 'primary' ? 'secondary' : 'primary';
    const base = {
      termId: term.id,
      kind: text.kind,
      place: text.place,
      title: text.title,
      side,
      preferred: term[side],
      primary: text.primary,
      secondary: text.secondary,
    };
    // The longer form wins: "deep learning" is not the deprecated "learning".
    const here = findForms(text[side], [...formsOn(term, side, false), ...formsOn(term, side, true)]);
    const [deprecated] = here.filter(({ form }) => form.status === 'deprecated');
    if (deprecated) {
      const form = text[side].slice(deprecated.start, deprecated.end);
      return [{ ...base, problem: 'deprecated', form }];
    }
    // A side not written yet is no inconsistency, nor is a term without a form in that language.
    if (!text[side].trim() || here.length > 0 || formsOn(term, side, false).length === 0) return [];
    const there = findForms(text[other], [...formsOn(term, other, false), ...formsOn(term, other, true)])[0];
    return there ? [{ ...base, problem: 'missing', form: text[other].slice(there.start, there.end) }] : [];
  });
}
