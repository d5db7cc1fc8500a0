// Writes tags. Other rooms tag, and move tags from one thing to another, through here.
import type { AnnotationColor } from '#shared/annotations.ts';
import { AppError } from '#shared/errors.ts';
import type { TaggedKind } from '#shared/tags.ts';
import type { Tx } from '../kinds.ts';
import { tagByName, taggingId, taggingsByTarget, tagKey } from './sql.ts';

/** New tags take turns with these: the calm colours first. */
const COLORS: AnnotationColor[] = ['blue', 'green', 'purple', 'orange', 'magenta', 'red', 'yellow', 'grey'];

function createTag(tx: Tx, name: string, color: AnnotationColor | undefined): string {
  const id = tx.newId();
  const count = tx.db.get<{ n: number }>('SELECT count(*) AS n FROM tag')?.n ?? 0;
  tx.put('tag', id, {
    name: name.replace(/\s+/g, ' ').trim(),
    key: tagKey(name),
    color: color ?? COLORS[count % COLORS.length] ?? 'grey',
    created_at: tx.now,
    updated_at: tx.now,
    deleted_at: null,
  });
  return id;
}

/** Puts the tag of that name on the targets, making it where it is new; its id. `not_found` for a target. */
export function tagTargets(
  tx: Tx,
  {
    name,
    color,
    kind,
    targetIds,
  }: { name: string; color?: AnnotationColor | undefined; kind: TaggedKind; targetIds: string[] },
): string {
  const id = tagByName(tx.db, name)?.id ?? createTag(tx, name, color);
  for (const target of targetIds) {
    if (!tx.row(kind, target)) throw new AppError('not_found', `There is no ${kind} ${target} to tag.`);
    put(tx, id, kind, target);
  }
  return id;
}

function put(tx: Tx, tagId: string, kind: TaggedKind, targetId: string): void {
  if (taggingId(tx.db, kind, targetId, tagId)) return;
  tx.put('tagging', tx.newId(), { tag_id: tagId, kind, target_id: targetId, created_at: tx.now });
}

/** Takes one tag off the targets that bear it. */
export function untag(tx: Tx, tagId: string, kind: TaggedKind, targetIds: string[]): void {
  for (const target of targetIds) {
    const id = taggingId(tx.db, kind, target, tagId);
    if (id) tx.put('tagging', id, null);
  }
}

/** Everything on `from` is on `to` instead; what both bear is kept once. */
export function moveTags(tx: Tx, kind: TaggedKind, from: string, to: string): void {
  for (const { id, tag_id } of taggingsByTarget(tx.db, kind, from)) {
    if (taggingId(tx.db, kind, to, tag_id)) tx.put('tagging', id, null);
    else tx.patch('tagging', id, { target_id: to });
  }
}
