// Forms of terms in a text: when two forms are one, and where forms stand. Pure; used by the core and by the page.
import type { Term } from './terms.ts';
import { fold, foldWithMap, type FoldOptions } from './text/fold.ts';
import type { TextRange } from './text/model.ts';
import { isClosedScript } from './text/script.ts';
import type { Side } from './values.ts';

const LOOSE: FoldOptions = { spaces: 'none', hyphens: 'none' };

/** A form as forms are compared: case, width, spaces and hyphens aside. */
export const formKey = (form: string): string => fold(form.trim(), LOOSE);

/** A form of a term, and what may be said of it. */
export type Form = { termId: string; side: Side; text: string; status: 'preferred' | 'admitted' | 'deprecated' };

/** Every form of a term; the preferred ones first. */
export function formsOf(term: Pick<Term, 'id' | 'primary' | 'secondary' | 'aliases'>): Form[] {
  const preferred = (['primary', 'secondary'] as const).map((side): Form => ({
    termId: term.id,
    side,
    text: term[side],
    status: 'preferred',
  }));
  const aliases = term.aliases.map((alias): Form => ({ termId: term.id, ...alias }));
  return [...preferred, ...aliases].filter(({ text }) => text.trim() !== '');
}

/** Where a form stands; UTF-16, half-open. */
export type FormHit = TextRange & { form: Form };

/**
 * Where the forms stand in a text, in order, the longest first where several begin or overlap. Whole words only, a
 * plural "s" aside; within Chinese and Japanese any place.
 */
export function findForms(text: string, forms: readonly Form[]): FormHit[] {
  const { folded, toSourceRange } = foldWithMap(text, LOOSE);
  const hits: FormHit[] = [];
  for (const form of forms) {
    const key = formKey(form.text);
    if (key === '') continue;
    for (let at = folded.indexOf(key); at >= 0; at = folded.indexOf(key, at + key.length)) {
      const range = toSourceRange(at, at + key.length);
      const end = wholeEnd(text, range);
      if (end !== null) hits.push({ form, start: range.start, end });
    }
  }
  hits.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: FormHit[] = [];
  for (const hit of hits) {
    const last = kept.at(-1);
    if (!last || hit.start >= last.end) kept.push(hit);
    else if (hit.end - hit.start > last.end - last.start) kept[kept.length - 1] = hit;
  }
  return kept;
}

const WORD = /[\p{L}\p{M}\p{N}]/u;

/** Where the word ends that the range begins and makes up; null where letters run on. */
function wholeEnd(text: string, { start, end }: TextRange): number | null {
  const runsOn = (left: string, right: string): boolean =>
    WORD.test(left) && WORD.test(right) && !isClosedScript(left) && !isClosedScript(right);
  if (start > 0 && runsOn(text.charAt(start - 1), text.charAt(start))) return null;
  if (!runsOn(text.charAt(end - 1), text.charAt(end))) return end;
  const plural = /^(?:es|s)(?![\p{L}\p{M}\p{N}])/u.exec(text.slice(end, end + 4))?.[0];
  return plural ? end + plural.length : null;
}
