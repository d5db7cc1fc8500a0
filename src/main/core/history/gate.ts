// The write gate: every change of user content passes here, is recorded before and after, and can be taken back.
// It knows no table by name; undo and redo are one function.
import { v7 as newId } from 'uuid';
import { AppError } from '#shared/errors.ts';
import type { StepLabel } from '#shared/history.ts';
import type { Db } from '../db/open.ts';
import type { Row, Services, StepInfo, Tx } from '../kinds.ts';
import { equalRows, writeRow, type Tables } from './rows.ts';

/** Edits of one thing within this time of each other are one undo step. */
const JOIN_MS = 10_000;

/** Row ids written by one transaction, by table. */
export type Changes = Map<string, Set<string>>;

type StepRow = { seq: number; label: StepLabel; joins: string | null; at: number };
type RevisionRow = { ord: number; table_name: string; row_id: string; before: string | null; after: string | null };

const parse = (json: string | null): Row | null => (json === null ? null : (JSON.parse(json) as Row));

/**
 * Runs `f` as one transaction and one undo step; any throw undoes all of it.
 * Foreign keys are checked at the end, so rows may be written in any order.
 */
export function runWrite<T>(
  db: Db,
  tables: Tables,
  services: Services,
  f: (tx: Tx) => T,
): { value: T; changes: Changes } {
  const changes: Changes = new Map();
  const value = db.transaction(() => {
    db.run('PRAGMA defer_foreign_keys = ON');
    const now = services.clock();
    let named: { label: StepLabel; info: StepInfo } | undefined;
    let seq: number | undefined;
    let ord = 0;

    const note = (table: string, id: string): void => {
      let ids = changes.get(table);
      if (!ids) changes.set(table, (ids = new Set()));
      ids.add(id);
    };
    const apply = (table: string, id: string, row: Row | null): Row | null => {
      const before = writeRow(db, tables, table, id, row);
      note(table, id);
      return before;
    };

    const record = (table: string, id: string, before: Row | null, after: Row | null): void => {
      if (!named) throw new Error(`A write to ${table} came before the step was named.`);
      if (seq === undefined) ({ seq, ord } = openStep(db, named.label, named.info, now));
      const known = db.get<RevisionRow>(
        'SELECT * FROM revision WHERE seq = ? AND table_name = ? AND row_id = ?',
        seq,
        table,
        id,
      );
      if (known) {
        db.run('UPDATE revision SET after = ?, at = ? WHERE seq = ? AND ord = ?', json(after), now, seq, known.ord);
        return;
      }
      ord += 1;
      db.run('INSERT INTO revision VALUES (?, ?, ?, ?, ?, ?, ?)', seq, ord, table, id, json(before), json(after), now);
    };

    const put = (table: string, id: string, row: Row | null): void => {
      const current = tables.read(db, table, id) ?? null;
      if (equalRows(current, row)) return;
      record(table, id, apply(table, id, row), row);
    };

    const tx: Tx = {
      ...services,
      now,
      newId: () => newId(),
      row: (table, id) => tables.read(db, table, id),
      put,
      patch: (table, id, columns) => {
        const current = tables.read(db, table, id);
        if (!current) throw new AppError('not_found', `There is no ${table} ${id}.`);
        put(table, id, { ...current, ...columns });
      },
      step: (label, info = {}) => {
        named ??= { label, info };
      },
      outside: { run: db.run, changed: note },
      travel: (direction) =>
        // A step may be older than a column.
        travel(db, direction, (table, id, row) => apply(table, id, row && tables.complete(table, row))),
    };
    return f(tx);
  });
  return { value, changes };
}

const json = (row: Row | null): string | null => (row === null ? null : JSON.stringify(row));

/** Finds or makes the step this transaction belongs to; new work leaves undone steps behind for good. */
function openStep(db: Db, label: StepLabel, info: StepInfo, now: number): { seq: number; ord: number } {
  const undone = db.run(`UPDATE history_step SET state = 'left' WHERE state = 'undone'`);
  const last = db.get<StepRow>(
    `SELECT seq, label, joins, at FROM history_step WHERE state = 'done' ORDER BY seq DESC LIMIT 1`,
  );
  if (!undone && last && info.joins && last.joins === info.joins && Math.abs(now - last.at) < JOIN_MS) {
    db.run('UPDATE history_step SET at = ? WHERE seq = ?', now, last.seq);
    const top = db.get<{ ord: number }>('SELECT max(ord) AS ord FROM revision WHERE seq = ?', last.seq);
    return { seq: last.seq, ord: top?.ord ?? 0 };
  }
  db.run(
    `INSERT INTO history_step (label, subject, place, joins, state, at) VALUES (?, ?, ?, ?, 'done', ?)`,
    label,
    (info.subject ?? '').slice(0, 80),
    JSON.stringify(info.place ?? {}),
    info.joins ?? null,
    now,
  );
  const made = db.get<{ seq: number }>('SELECT max(seq) AS seq FROM history_step');
  return { seq: made?.seq ?? 0, ord: 0 };
}

/** One step back (newest first, rows in reverse) or forward (oldest undone first, rows in order). */
function travel(
  db: Db,
  direction: 'undo' | 'redo',
  apply: (table: string, id: string, row: Row | null) => void,
): { label: StepLabel; seq: number } | null {
  const [state, order, next] = direction === 'undo' ? ['done', 'DESC', 'undone'] : ['undone', 'ASC', 'done'];
  const step = db.get<StepRow>(
    `SELECT seq, label, joins, at FROM history_step WHERE state = '${state}' ORDER BY seq ${order} LIMIT 1`,
  );
  if (!step) return null;
  const revisions = db.all<RevisionRow>(`SELECT * FROM revision WHERE seq = ? ORDER BY ord ${order}`, step.seq);
  for (const revision of revisions) {
    apply(revision.table_name, revision.row_id, parse(direction === 'undo' ? revision.before : revision.after));
  }
  db.run('UPDATE history_step SET state = ?, joins = NULL WHERE seq = ?', next, step.seq);
  return { label: step.label, seq: step.seq };
}
