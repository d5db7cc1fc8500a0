// Reads tags and what bears them.
import type { AnnotationColor } from '#shared/annotations.ts';
import type { Tag, TaggedKind } from '#shared/tags.ts';
import type { Reader } from '../kinds.ts';

export type TagRow = { id: string; name: string; key: string; color: AnnotationColor; deleted_at: number | null };
type CountRow = { tag_id: string; kind: TaggedKind; n: number };

/** A name as names are compared. */
export const tagKey = (name: string): string => name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

const COUNTS = `
  SELECT tag_id, kind, count(*) AS n FROM tagging
  WHERE CASE kind
    WHEN 'paper' THEN EXISTS (SELECT 1 FROM paper WHERE paper.id = target_id AND deleted_at IS NULL)
    WHEN 'annotation' THEN EXISTS (SELECT 1 FROM annotation WHERE annotation.id = target_id AND deleted_at IS NULL)
    ELSE EXISTS (SELECT 1 FROM finding WHERE finding.id = target_id AND deleted_at IS NULL) END
  GROUP BY tag_id, kind`;

const byName = new Intl.Collator('zh-u-co-pinyin', { numeric: true });

/** Live tags by name, Chinese ones by pinyin. */
export function listTags(db: Reader): Tag[] {
  const counts = new Map(db.all<CountRow>(COUNTS).map((row) => [`${row.tag_id} ${row.kind}`, row.n]));
  const count = (id: string, kind: TaggedKind): number => counts.get(`${id} ${kind}`) ?? 0;
  return db
    .all<TagRow>('SELECT id, name, color FROM tag WHERE deleted_at IS NULL')
    .map(({ id, name, color }) => ({
      id,
      name,
      color,
      papers: count(id, 'paper'),
      annotations: count(id, 'annotation'),
      findings: count(id, 'finding'),
    }))
    .sort((a, b) => byName.compare(a.name, b.name));
}

/** One tag, in the trash or not. */
export const tagRow = (db: Reader, id: string): TagRow | undefined =>
  db.get<TagRow>('SELECT * FROM tag WHERE id = ?', id);

/** The live tag of a name, however it is written. */
export const tagByName = (db: Reader, name: string): TagRow | undefined =>
  db.get<TagRow>('SELECT * FROM tag WHERE key = ? AND deleted_at IS NULL', tagKey(name));

/** Target id to the ids of its live tags, in the order they were put on. */
export function taggingsOf(db: Reader, kind: TaggedKind): Record<string, string[]> {
  const rows = db.all<{ target_id: string; tag_id: string }>(
    `SELECT target_id, tag_id FROM tagging JOIN tag ON tag.id = tag_id
     WHERE kind = ? AND deleted_at IS NULL ORDER BY tagging.id`,
    kind,
  );
  const found: Record<string, string[]> = {};
  for (const { target_id, tag_id } of rows) (found[target_id] ??= []).push(tag_id);
  return found;
}

/** The live tags on one thing. */
export const tagsOf = (db: Reader, kind: TaggedKind, targetId: string): TagRow[] =>
  db.all<TagRow>(
    `SELECT tag.* FROM tagging JOIN tag ON tag.id = tag_id
     WHERE kind = ? AND target_id = ? AND deleted_at IS NULL ORDER BY tagging.id`,
    kind,
    targetId,
  );

export type TaggingRow = { id: string; tag_id: string; kind: TaggedKind; target_id: string; created_at: number };

/** Where a tag is put on. */
export const taggingsByTag = (db: Reader, tagId: string): TaggingRow[] =>
  db.all<TaggingRow>('SELECT * FROM tagging WHERE tag_id = ? ORDER BY id', tagId);

/** What is put on one thing, tags in the trash too. */
export const taggingsByTarget = (db: Reader, kind: TaggedKind, targetId: string): TaggingRow[] =>
  db.all<TaggingRow>('SELECT * FROM tagging WHERE kind = ? AND target_id = ? ORDER BY id', kind, targetId);

/** The tagging of one thing with one tag. */
export const taggingId = (db: Reader, kind: TaggedKind, targetId: string, tagId: string): string | undefined =>
  db.get<{ id: string }>(
    'SELECT id FROM tagging WHERE kind = ? AND target_id = ? AND tag_id = ?',
    kind,
    targetId,
    tagId,
  )?.id;
