// Rows of any table by id: reading, writing, comparing. Table and column names come from the schema alone.
import type { Db } from '../db/open.ts';
import type { Reader, Row } from '../kinds.ts';

/** Tables that are not user content and so stand outside history. */
const OUTSIDE = new Set([
  'history_step',
  'revision',
  'job',
  'setting',
  'survey_source',
  'survey_origin',
  'survey_link',
  'image',
  'evidence_offer',
  'paper_opened',
  'watched_folder',
  'fetch_item',
]);

/** The tables the gate may write, with their columns. */
export type Tables = {
  columns(table: string): string[];
  /** The row with the schema's defaults for columns it is older than. */
  complete(table: string, row: Row): Row;
  read(db: Reader, table: string, id: string): Row | undefined;
};

type Column = { name: string; dflt_value: string | null };

/** Reads the schema of an open library. */
export function readTables(db: Reader): Tables {
  const names = db.all<{ name: string }>(
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`,
  );
  const known = new Map<string, string[]>();
  const defaults = new Map<string, Row>();
  for (const { name } of names) {
    if (OUTSIDE.has(name)) continue;
    const columns = db.all<Column>(`SELECT name, dflt_value FROM pragma_table_info(?)`, name);
    known.set(
      name,
      columns.map((column) => column.name),
    );
    // A default is an SQL expression: the database itself reads it. It comes from the schema alone.
    const values = columns.map((column) => `${column.dflt_value ?? 'NULL'} AS "${column.name}"`);
    defaults.set(name, db.get<Row>(`SELECT ${values.join(', ')}`) ?? {});
  }
  const columns = (table: string): string[] => {
    const found = known.get(table);
    if (!found) throw new Error(`No table ${table} behind the write gate.`);
    return found;
  };
  return {
    columns,
    complete: (table, row) => {
      const missing = columns(table).filter((column) => row[column] === undefined && column !== 'id');
      return missing.length === 0
        ? row
        : { ...Object.fromEntries(missing.map((column) => [column, defaults.get(table)?.[column] ?? null])), ...row };
    },
    read: (reader, table, id) => {
      columns(table);
      return reader.get<Row>(`SELECT * FROM ${table} WHERE id = ?`, id);
    },
  };
}

/** Writes or removes one row and returns what stood there before. */
export function writeRow(db: Db, tables: Tables, table: string, id: string, row: Row | null): Row | null {
  const columns = tables.columns(table);
  const before = tables.read(db, table, id) ?? null;
  if (row === null) {
    db.run(`DELETE FROM ${table} WHERE id = ?`, id);
    return before;
  }
  const full: Row = { ...row, id };
  const odd = Object.keys(full).filter((key) => !columns.includes(key));
  const missing = columns.filter((column) => full[column] === undefined);
  if (odd.length || missing.length) {
    throw new Error(`Row of ${table}: unknown columns [${odd.join()}], missing columns [${missing.join()}].`);
  }
  const values = columns.map((column) => full[column] ?? null);
  if (before) {
    db.run(`UPDATE ${table} SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`, ...values, id);
  } else {
    db.run(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`, ...values);
  }
  return before;
}

/** Same columns, same values. */
export function equalRows(a: Row | null, b: Row | null): boolean {
  if (a === null || b === null) return a === b;
  return Object.keys(b).every((key) => a[key] === b[key]);
}
