// Calls of the terms room.
import type { Term, terms } from '#shared/terms.ts';
import { inShort } from '../annotations/index.ts';
import type { Handlers } from '../kinds.ts';
import { exportTerms, readTerms, takeTerms } from './exchange.ts';
import { findIssues } from './issues.ts';
import { getTerm, listTerms } from './sql.ts';
import { findUses } from './uses.ts';
import { createTerm, editTerm } from './write.ts';

/** How a step about a term shows. */
const about = (term: Pick<Term, 'primary' | 'secondary'>): { subject: string } => ({
  subject: inShort(term.primary || term.secondary),
});

export const termsCalls: Handlers<typeof terms> = {
  list: ({ db }, { trashed }) => listTerms(db, trashed),
  get: ({ db }, { id }) => getTerm(db, id),
  create: (tx, fields) => {
    tx.step('term.create', about(fields));
    return getTerm(tx.db, createTerm(tx, fields));
  },
  edit: (tx, { id, ...change }) => {
    tx.step('term.edit', about(getTerm(tx.db, id)));
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    editTerm(tx, id, given);
    return getTerm(tx.db, id);
  },
  remove: (tx, { id }) => {
    tx.step('term.remove', about(getTerm(tx.db, id)));
    tx.patch('term', id, { deleted_at: tx.now });
    return {};
  },
  restore: (tx, { id }) => {
    const term = getTerm(tx.db, id);
    tx.step('term.restore', about(term));
    tx.patch('term', id, { deleted_at: null });
    return getTerm(tx.db, id);
  },
  uses: (core, { id, after, paperId }) => findUses(core, id, after, paperId),
  issues: ({ db }, where) => findIssues(db, where),
  preview: (core, { source }) => takeTerms(core, readTerms(core, source), null),
  import: (tx, { source }) => {
    const read = readTerms(tx, source);
    tx.step('term.import', { subject: tx.sources.resolve(source).name.replace(/^.*[\\/]/, '') });
    return takeTerms(tx, read, tx);
  },
  export: (core, { format }) => exportTerms(core, format),
};
