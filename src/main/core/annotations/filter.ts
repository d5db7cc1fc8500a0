// Which annotations a filter lets through: as SQL where an index or a column tells, else by their folded words.
import type { AnnotationFilter } from '#shared/annotation-lists.ts';
import { fold } from '#shared/text/fold.ts';

export type Where = { sql: string; values: string[] };

/** Conditions over `annotation` and `anchor`, and the column `paper_id` of the selection they end. */
export function whereOf(filter: AnnotationFilter): Where {
  const where = [`annotation.deleted_at IS ${filter.trashed ? 'NOT ' : ''}NULL`];
  const values: string[] = [];
  const add = (sql: string, value: string | undefined): void => {
    if (value === undefined) return;
    where.push(sql);
    values.push(value);
  };
  const among = (column: string, list: readonly string[] | undefined): void =>
    add(`${column} IN (SELECT value FROM json_each(?))`, list && JSON.stringify(list));
  add('annotation.file_id = (SELECT id FROM file WHERE sha256 = ?)', filter.sha256);
  add('annotation.file_id IN (SELECT file_id FROM paper_file WHERE paper_id = ?)', filter.paperId);
  add(
    `annotation.file_id IN (SELECT file_id FROM paper_file JOIN survey_block ON entity_id = paper_id
      WHERE kind IN ('paper', 'reference', 'mention') AND survey_id = ?)`,
    filter.surveyId,
  );
  among('annotation.kind', filter.kinds);
  among('annotation.color', filter.colors);
  among('annotation.author', filter.authors);
  add(
    `annotation.id IN (SELECT target_id FROM tagging WHERE kind = 'annotation'
      AND tag_id IN (SELECT value FROM json_each(?)))`,
    filter.tagIds && JSON.stringify(filter.tagIds),
  );
  if (filter.hasFinding !== undefined) {
    where.push(`${filter.hasFinding ? '' : 'NOT '}EXISTS (SELECT 1 FROM evidence JOIN finding ON finding.id = finding_id
      WHERE annotation_id = annotation.id AND finding.deleted_at IS NULL)`);
  }
  if (filter.hasComment !== undefined) {
    where.push(`${filter.hasComment ? '' : 'NOT '}(comment_primary <> '' OR comment_secondary <> '')`);
  }
  if (!filter.sha256 && !filter.paperId && !filter.trashed) {
    where.push(`(paper_id IS NOT NULL OR annotation.file_id NOT IN (SELECT file_id FROM paper_file))`);
  }
  return { sql: where.join(' AND '), values };
}

export type Worded = { quote: string; comment_primary: string; comment_secondary: string };

/** Does a row have all the words, in any order? Folded: case, width, ligatures do not matter. */
export function hasWords(words: string | undefined): (row: Worded) => boolean {
  const wanted = fold(words ?? '')
    .split(' ')
    .filter((word) => word !== '');
  if (wanted.length === 0) return () => true;
  return (row) => {
    const text = fold(`${row.quote} ${row.comment_primary} ${row.comment_secondary}`);
    return wanted.every((word) => text.includes(word));
  };
}
