// Which indexed things a changed row is part of. A row that is gone is known from its last revision.
import type { Reader, Row } from '../kinds.ts';
import type { ItemKind } from './protocol.ts';

/** What has to be read again. */
export type Affected = { items: Map<ItemKind, Set<string>>; files: Set<string> };

export const nothingAffected = (): Affected => ({ items: new Map(), files: new Set() });

/** Adds what the row of a table touches. Tables that are not indexed touch nothing. */
export function addAffected(db: Reader, into: Affected, table: string, id: string): void {
  const add = (kind: ItemKind, itemId: unknown): void => {
    if (typeof itemId !== 'string') return;
    let ids = into.items.get(kind);
    if (!ids) into.items.set(kind, (ids = new Set()));
    ids.add(itemId);
  };
  const ofFile = (fileId: unknown): void => {
    if (typeof fileId !== 'string') return;
    const file = db.get<{ sha256: string }>('SELECT sha256 FROM file WHERE id = ?', fileId);
    if (file) into.files.add(file.sha256);
  };
  const row = (): Row => lastRow(db, table, id);
  switch (table) {
    case 'paper':
    case 'finding':
    case 'annotation':
    case 'survey':
    case 'term':
      add(table, id);
      if (table === 'survey') papersOfSurvey(db, id).forEach((paperId) => add('paper', paperId));
      return;
    case 'passage':
      add('note', id);
      return;
    case 'note':
      add('note', id);
      for (const passage of db.all<{ id: string }>('SELECT id FROM passage WHERE note_id = ?', id))
        add('note', passage.id);
      return;
    case 'paper_author':
    case 'identifier':
      add('paper', row()['paper_id']);
      return;
    case 'anchor':
      add('annotation', row()['annotation_id']);
      return;
    case 'evidence': {
      const { finding_id, annotation_id } = row();
      add('finding', finding_id);
      add('annotation', annotation_id);
      return;
    }
    case 'passage_annotation':
      add('annotation', row()['annotation_id']);
      return;
    case 'term_alias':
      add('term', row()['term_id']);
      return;
    case 'tag':
      for (const { kind, target_id } of db.all<{ kind: ItemKind; target_id: string }>(
        'SELECT kind, target_id FROM tagging WHERE tag_id = ?',
        id,
      ))
        add(kind, target_id);
      return;
    case 'tagging': {
      const { kind, target_id } = row();
      if (kind === 'paper' || kind === 'finding' || kind === 'annotation') add(kind, target_id);
      return;
    }
    case 'survey_block': {
      const { kind, entity_id } = row();
      if (kind === 'paper' || kind === 'reference') add('paper', entity_id);
      return;
    }
    case 'file':
      ofFile(id);
      return;
    case 'paper_file': {
      const { file_id } = row();
      ofFile(file_id);
      if (typeof file_id === 'string')
        for (const mark of db.all<{ id: string }>('SELECT id FROM annotation WHERE file_id = ?', file_id))
          add('annotation', mark.id);
      return;
    }
  }
}

const papersOfSurvey = (db: Reader, surveyId: string): string[] =>
  db
    .all<{ entity_id: string }>(
      `SELECT DISTINCT entity_id FROM survey_block WHERE survey_id = ? AND kind IN ('paper', 'reference') AND entity_id IS NOT NULL`,
      surveyId,
    )
    .map((row) => row.entity_id);

/** The row, or what it was when it was removed. Table names come from the write gate, not from outside. */
function lastRow(db: Reader, table: string, id: string): Row {
  const here = db.get<Row>(`SELECT * FROM ${table} WHERE id = ?`, id);
  if (here) return here;
  const gone = db.get<{ row: string | null }>(
    'SELECT coalesce(after, before) AS row FROM revision WHERE table_name = ? AND row_id = ? ORDER BY seq DESC LIMIT 1',
    table,
    id,
  );
  return gone?.row ? (JSON.parse(gone.row) as Row) : {};
}
