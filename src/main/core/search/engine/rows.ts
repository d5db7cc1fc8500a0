// Row ids by the ten thousand: one text of them crosses from SQLite faster than as many rows.
import type { Db } from '../../db/open.ts';

const SPACE = 32;
const ZERO = 48;

/** The row ids an FTS5 table has for an expression, in rising order. */
export function matchingRows(db: Db, table: 'page_fts' | 'page_tier' | 'item_fts', expression: string): number[] {
  const [text] = db.pluck<string | null>(
    `SELECT group_concat(rowid, ' ') FROM ${table} WHERE ${table} MATCH ?`,
    expression,
  );
  const rows: number[] = [];
  if (!text) return rows;
  let row = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === SPACE) {
      rows.push(row);
      row = 0;
    } else row = row * 10 + code - ZERO;
  }
  rows.push(row);
  return rows;
}
