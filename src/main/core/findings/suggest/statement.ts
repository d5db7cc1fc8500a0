// A finding as it is looked for: the plain words of each side, and what the term base says may stand for them.
import type { Finding } from '#shared/findings.ts';
import { formKey } from '#shared/term-forms.ts';
import { fold } from '#shared/text/fold.ts';
import type { Side } from '#shared/values.ts';
import type { Reader } from '../../kinds.ts';
import { synonymsOf } from './synonyms.ts';
import { tokensOf, type Token } from './words.ts';

/** One thing a statement speaks of: tokens any of which will do, or words that only count together. */
export type Concept = {
  /** Each a set of tokens that must all be there, and how well it stands for the concept (1: the very word). */
  ways: { tokens: string[]; worth: number; via: string | null }[];
  kind: Token['kind'] | 'term';
};

/** One side of a finding, ready to be looked for. */
export type Statement = { side: Side; text: string; concepts: Concept[] };

/** A term of the base: every form of both languages that is in use. */
export type Vocabulary = { forms: string[] }[];

/** How well a general synonym stands for a word; a form of the user's own term base is as good as the word. */
const SYNONYM_WORTH = 0.7;

/** Words without the marks of Markdown: emphasis, links, code, formulas, footnotes, list numbers. */
export function plainWords(markdown: string): string {
  return markdown
    .replace(/!\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/\[([^\]]+)\]\([^)]*\)/gu, '$1')
    .replace(/\[\^[^\]]*\]|<[^>\n]{1,200}>/gu, '')
    .replace(/\\[a-zA-Z]+\s?|[{}$`]/gu, '')
    .replace(/(\*{1,3}|~~|(?<![\p{L}\p{N}])_{1,3}|_{1,3}(?![\p{L}\p{N}]))/gu, '')
    .replace(/^\s*(?:[-+>#]+|\(?\d{1,2}[.)、）])\s+/u, '')
    .replace(/\\([\\`*_{}[\]()#+\-.!$])/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The sides of a finding that say something. */
export function statementsOf(finding: Pick<Finding, Side>, vocabulary: Vocabulary): Statement[] {
  const sides: Side[] = ['primary', 'secondary'];
  return sides.flatMap((side) => {
    const text = plainWords(finding[side]);
    const concepts = conceptsOf(text, vocabulary);
    return concepts.length === 0 ? [] : [{ side, text, concepts }];
  });
}

function conceptsOf(text: string, vocabulary: Vocabulary): Concept[] {
  const concepts: Concept[] = [];
  const seen = new Set<string>();
  for (const { text: token, kind } of tokensOf(text)) {
    if (seen.has(token)) continue;
    seen.add(token);
    const ways = [{ tokens: [token], worth: 1, via: null as string | null }];
    for (const other of synonymsOf(token)) ways.push({ tokens: [other], worth: SYNONYM_WORTH, via: null });
    concepts.push({ ways, kind });
  }
  const here = ` ${fold(text)} `;
  const closed = formKey(text);
  for (const { forms } of vocabulary) {
    const said = forms.find((form) => stands(form, here, closed));
    if (said === undefined) continue;
    const ways = forms
      .map((form) => ({
        tokens: tokensOf(form).map((token) => token.text),
        worth: 1,
        via: form === said ? null : form,
      }))
      .filter(({ tokens }) => tokens.length > 0);
    if (ways.length > 1) concepts.push({ ways, kind: 'term' });
  }
  return concepts;
}

/** Does the form stand in the text, as whole words where words are set apart? */
function stands(form: string, here: string, closed: string): boolean {
  if (/\p{Script=Han}/u.test(form)) return closed.includes(formKey(form));
  const folded = fold(form.trim());
  const at = here.indexOf(folded);
  if (at < 0) return false;
  // "CNNs" has the term "CNN".
  return /[^\p{L}\p{N}]/u.test(here.charAt(at - 1)) && /^(?:e?s)?[^\p{L}\p{N}]/u.test(here.slice(at + folded.length));
}

/** The term base as a vocabulary; the table is another room's, known here by name only. */
export function readVocabulary(db: Reader): Vocabulary {
  const rows = db.all<{ id: string; text: string }>(
    `SELECT id, primary_text AS text FROM term WHERE deleted_at IS NULL
     UNION ALL SELECT id, secondary_text FROM term WHERE deleted_at IS NULL
     UNION ALL SELECT term_id, text FROM term_alias JOIN term ON term.id = term_id WHERE deleted_at IS NULL`,
  );
  const byTerm = Map.groupBy(
    rows.filter(({ text }) => text.trim() !== ''),
    ({ id }) => id,
  );
  return [...byTerm.values()].map((forms) => ({ forms: [...new Set(forms.map(({ text }) => text))] }));
}
