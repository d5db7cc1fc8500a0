// Makes two papers one: everything that points at the one is made to point at the other, whatever room's it is.
import type { Paper, ReadingStatus } from '#shared/papers.ts';
import type { Row, Tx } from '../kinds.ts';
import { moveTags } from '../tags/index.ts';
import { findPaper } from './sql.ts';
import { fillPaper, updatePaper } from './write.ts';

type Link = { table: string; column: string };

/** Columns of user content that point at a paper by foreign key. */
function linksToPaper(tx: Tx): Link[] {
  return tx.db
    .all<{ tbl: string; from: string }>(
      `SELECT schema.name AS tbl, key."from" AS "from" FROM sqlite_schema AS schema, pragma_foreign_key_list(schema.name) AS key
       WHERE schema.type = 'table' AND key."table" = 'paper' AND schema.name NOT IN ('paper', 'paper_author')`,
    )
    .map(({ tbl, from }) => ({ table: tbl, column: from }));
}

/** The unique indexes of a table that have this column, as lists of columns; partial ones count as whole. */
const uniqueWith = (tx: Tx, { table, column }: Link): string[][] =>
  tx.db
    .all<{ name: string }>(`SELECT name FROM pragma_index_list(?) WHERE "unique" = 1`, table)
    .map(({ name }) =>
      tx.db.all<{ name: string }>('SELECT name FROM pragma_index_info(?)', name).map((one) => one.name),
    )
    .filter((columns) => columns.includes(column));

/** Points the rows at the other paper; a row that would then be there twice goes. */
function moveRows(tx: Tx, link: Link, from: string, to: string): void {
  const { table, column } = link;
  const unique = uniqueWith(tx, link);
  for (const row of tx.db.all<Row>(`SELECT * FROM ${table} WHERE ${column} = ? ORDER BY id`, from)) {
    const id = String(row['id']);
    const moved: Row = { ...row, [column]: to };
    const isThere = unique.some((columns) => {
      const where = columns.map((name) => `${name} IS ?`).join(' AND ');
      const values = columns.map((name) => moved[name] ?? null);
      return tx.db.get(`SELECT id FROM ${table} WHERE ${where} AND id <> ?`, ...values, id) !== undefined;
    });
    if (isThere) tx.put(table, id, null);
    else tx.patch(table, id, { [column]: to });
  }
}

/** Behind what `to` has: positions count on. */
function appendPositions(tx: Tx, table: string, from: string, to: string): void {
  const last =
    tx.db.get<{ n: number | null }>(`SELECT max(position) AS n FROM ${table} WHERE paper_id = ?`, to)?.n ?? 0;
  const rows = tx.db.all<{ id: string; position: number }>(
    `SELECT id, position FROM ${table} WHERE paper_id = ? ORDER BY position, id`,
    from,
  );
  rows.forEach(({ id }, at) => tx.patch(table, id, { position: Math.floor(last) + 1 + at }));
}

/** Passages of the one note go behind those of the other; a note alone just changes hands. */
function moveNote(tx: Tx, from: string, to: string): void {
  const noteOf = (paperId: string): string | undefined =>
    tx.db.get<{ id: string }>('SELECT id FROM note WHERE paper_id = ?', paperId)?.id;
  const [source, target] = [noteOf(from), noteOf(to)];
  if (!source) return;
  if (!target) return tx.patch('note', source, { paper_id: to });
  const last =
    tx.db.get<{ n: number | null }>('SELECT max(position) AS n FROM passage WHERE note_id = ?', target)?.n ?? 0;
  const passages = tx.db.all<{ id: string }>('SELECT id FROM passage WHERE note_id = ? ORDER BY position, id', source);
  passages.forEach(({ id }, at) => tx.patch('passage', id, { note_id: target, position: Math.floor(last) + 1 + at }));
}

/** Pairs and relations of a paper with itself, which the move leaves, mean nothing. */
function dropSelfPairs(tx: Tx, to: string): void {
  for (const table of ['paper_relation', 'paper_pair']) {
    for (const { id } of tx.db.all<{ id: string }>(
      `SELECT id FROM ${table} WHERE paper_id = ? AND other_id = ?`,
      to,
      to,
    )) {
      tx.put(table, id, null);
    }
  }
  // The smaller id leads in a pair.
  for (const { id, paper_id, other_id } of tx.db.all<{ id: string; paper_id: string; other_id: string }>(
    'SELECT id, paper_id, other_id FROM paper_pair WHERE paper_id > other_id',
  )) {
    const known = tx.db.get('SELECT id FROM paper_pair WHERE paper_id = ? AND other_id = ?', other_id, paper_id);
    if (known) tx.put('paper_pair', id, null);
    else tx.patch('paper_pair', id, { paper_id: other_id, other_id: paper_id });
  }
}

/** `other` becomes part of `id`: fields fill the empty ones, all else follows, and nothing is lost. Within one step. */
export function mergePapers(tx: Tx, id: string, other: Paper): void {
  const from = other.id;
  appendPositions(tx, 'paper_file', from, id);
  appendPositions(tx, 'finding', from, id);
  const lastIdentifier =
    tx.db.get<{ n: number }>('SELECT count(*) AS n FROM identifier WHERE paper_id = ?', id)?.n ?? 0;
  for (const row of tx.db.all<{ id: string; position: number }>(
    'SELECT id, position FROM identifier WHERE paper_id = ?',
    from,
  )) {
    tx.patch('identifier', row.id, { position: lastIdentifier + row.position });
  }
  moveNote(tx, from, id);
  for (const link of linksToPaper(tx)) {
    if (link.table !== 'note') moveRows(tx, link, from, id);
  }
  dropSelfPairs(tx, id);
  moveTags(tx, 'paper', from, id);
  for (const block of tx.db.all<{ id: string }>('SELECT id FROM survey_block WHERE entity_id = ?', from)) {
    tx.patch('survey_block', block.id, { entity_id: id });
  }
  // In the trash first: its identifiers are the kept paper's now.
  tx.patch('paper', from, { deleted_at: tx.now, merged_into: id });
  const kept = findPaper(tx.db, id);
  fillPaper(tx, id, { ...other, citekey: '', doi: null, arxivId: null, identifiers: [] });
  // What was read under either name was read.
  if (kept && RANK.indexOf(other.status) > RANK.indexOf(kept.status)) {
    const { status, startedAt, finishedAt } = other;
    updatePaper(tx, id, { status, startedAt, finishedAt });
  }
}

/** How far reading has come. */
const RANK: ReadingStatus[] = ['unread', 'set-aside', 'reading', 'read'];
