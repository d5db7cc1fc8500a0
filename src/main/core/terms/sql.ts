// Reads the term base.
import { AppError } from '#shared/errors.ts';
import type { Alias, Term } from '#shared/terms.ts';
import type { Side } from '#shared/values.ts';
import type { Reader } from '../kinds.ts';

type TermRow = {
  id: string;
  primary_text: string;
  secondary_text: string;
  note: string;
  created_at: number;
  updated_at: number;
  deleted_at: number | null;
};
export type AliasRow = { id: string; term_id: string; side: Side; text: string; status: Alias['status'] };

function toTerms(db: Reader, rows: TermRow[]): Term[] {
  const aliases = Map.groupBy(
    db.all<AliasRow>(
      'SELECT * FROM term_alias WHERE term_id IN (SELECT value FROM json_each(?)) ORDER BY term_id, position, id',
      JSON.stringify(rows.map(({ id }) => id)),
    ),
    (row) => row.term_id,
  );
  return rows.map((row) => ({
    id: row.id,
    primary: row.primary_text,
    secondary: row.secondary_text,
    aliases: (aliases.get(row.id) ?? []).map(({ side, text, status }) => ({ side, text, status })),
    note: row.note,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    deletedAt: row.deleted_at,
  }));
}

const byForm = new Intl.Collator('zh-u-co-pinyin', { numeric: true, sensitivity: 'base' });

/** Live terms (or those in the trash) by their primary forms, Chinese ones by pinyin. */
export const listTerms = (db: Reader, trashed = false): Term[] =>
  toTerms(db, db.all<TermRow>(`SELECT * FROM term WHERE deleted_at IS ${trashed ? 'NOT ' : ''}NULL ORDER BY id`)).sort(
    (a, b) => byForm.compare(a.primary || a.secondary, b.primary || b.secondary),
  );

/** One term, in the trash or not. `not_found`. */
export function getTerm(db: Reader, id: string): Term {
  const [term] = toTerms(db, db.all<TermRow>('SELECT * FROM term WHERE id = ?', id));
  if (!term) throw new AppError('not_found', 'There is no such term.');
  return term;
}

/** The alias rows of a term, in order. */
export const aliasRows = (db: Reader, termId: string): AliasRow[] =>
  db.all<AliasRow>('SELECT * FROM term_alias WHERE term_id = ? ORDER BY position, id', termId);
