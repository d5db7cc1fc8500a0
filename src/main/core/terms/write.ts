// Writes terms: one of a form, whole lists of aliases.
import { AppError } from '#shared/errors.ts';
import type { Alias, Term } from '#shared/terms.ts';
import { formKey } from '#shared/term-forms.ts';
import type { Tx } from '../kinds.ts';
import { aliasRows, getTerm, listTerms } from './sql.ts';

export type TermFields = Pick<Term, 'primary' | 'secondary' | 'aliases' | 'note'>;

/** Adds a term; the caller names the step. `bad_input` without a form, `conflict` for a form another term prefers. */
export function createTerm(tx: Tx, fields: TermFields): string {
  check(tx, null, fields);
  const id = tx.newId();
  tx.put('term', id, {
    primary_text: fields.primary,
    secondary_text: fields.secondary,
    note: fields.note,
    created_at: tx.now,
    updated_at: tx.now,
    deleted_at: null,
  });
  putAliases(tx, id, tidy(fields));
  return id;
}

/** Sets the given fields of a term; as {@link createTerm}. */
export function editTerm(tx: Tx, id: string, change: Partial<TermFields>): void {
  const before = getTerm(tx.db, id);
  const fields = { ...before, ...change };
  check(tx, id, fields);
  tx.patch('term', id, {
    primary_text: fields.primary,
    secondary_text: fields.secondary,
    note: fields.note,
    updated_at: tx.now,
  });
  putAliases(tx, id, tidy(fields));
}

function check(tx: Tx, id: string | null, { primary, secondary }: TermFields): void {
  if (!primary && !secondary) throw new AppError('bad_input', 'A term needs a form in at least one language.');
  const clash = listTerms(tx.db).find(
    (term) =>
      term.id !== id &&
      ((primary && formKey(term.primary) === formKey(primary) && isEither(term.secondary, secondary)) ||
        (!primary && !term.primary && formKey(term.secondary) === formKey(secondary))),
  );
  if (!clash) return;
  throw new AppError('conflict', `The term base has “${clash.primary || clash.secondary}” already. Edit that one.`, {
    termId: clash.id,
  });
}

/** One word may be two terms (“cell” of biology and of a battery) as long as the other language tells them apart. */
const isEither = (a: string, b: string): boolean => !a || !b || formKey(a) === formKey(b);

/** Aliases without those that say what is preferred, or what another one says. */
function tidy({ primary, secondary, aliases }: TermFields): Alias[] {
  const seen = new Set([`primary ${formKey(primary)}`, `secondary ${formKey(secondary)}`]);
  return aliases.filter(({ side, text }) => {
    const key = `${side} ${formKey(text)}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Makes the rows say this list, touching only what differs. */
function putAliases(tx: Tx, termId: string, aliases: readonly Alias[]): void {
  const rows = aliasRows(tx.db, termId);
  for (const row of rows.slice(aliases.length)) tx.put('term_alias', row.id, null);
  for (const [position, { side, text, status }] of aliases.entries()) {
    const id = rows[position]?.id ?? tx.newId();
    tx.put('term_alias', id, { term_id: termId, side, text, status, position });
  }
}
