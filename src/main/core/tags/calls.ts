// Calls of the tags room.
import { AppError } from '#shared/errors.ts';
import type { Tag, tags } from '#shared/tags.ts';
import type { Handlers, Reader } from '../kinds.ts';
import { listTags, tagByName, taggingId, taggingsByTag, taggingsOf, tagKey, tagRow, type TagRow } from './sql.ts';
import { tagTargets, untag } from './write.ts';

/** The live tag's row, or `not_found`. */
function getRow(db: Reader, id: string): TagRow {
  const row = tagRow(db, id);
  if (!row || row.deleted_at !== null) throw new AppError('not_found', 'There is no such tag.');
  return row;
}

function getTag(db: Reader, id: string): Tag {
  const tag = listTags(db).find((one) => one.id === id);
  if (!tag) throw new AppError('not_found', 'There is no such tag.');
  return tag;
}

/** `conflict` where another live tag has the name. */
function checkFree(db: Reader, id: string, name: string): void {
  const other = tagByName(db, name);
  if (other && other.id !== id)
    throw new AppError('conflict', `There is a tag “${other.name}” already. Merge the two instead.`, {
      tagId: other.id,
    });
}

export const tagsCalls: Handlers<typeof tags> = {
  list: ({ db }) => listTags(db),
  taggings: ({ db }, { kind }) => taggingsOf(db, kind),
  add: (tx, input) => {
    tx.step('tag.add', { subject: input.name });
    return getTag(tx.db, tagTargets(tx, input));
  },
  remove: (tx, { id, kind, targetIds }) => {
    tx.step('tag.remove', { subject: getRow(tx.db, id).name });
    untag(tx, id, kind, targetIds);
    return {};
  },
  rename: (tx, { id, name }) => {
    const row = getRow(tx.db, id);
    checkFree(tx.db, id, name);
    tx.step('tag.edit', { subject: row.name });
    tx.patch('tag', id, { name: name.replace(/\s+/g, ' '), key: tagKey(name), updated_at: tx.now });
    return getTag(tx.db, id);
  },
  recolor: (tx, { id, color }) => {
    tx.step('tag.edit', { subject: getRow(tx.db, id).name });
    tx.patch('tag', id, { color, updated_at: tx.now });
    return getTag(tx.db, id);
  },
  merge: (tx, { id, intoId }) => {
    const row = getRow(tx.db, id);
    getRow(tx.db, intoId);
    if (id === intoId) throw new AppError('bad_input', 'intoId: a tag cannot be merged with itself.');
    tx.step('tag.merge', { subject: row.name });
    for (const tagging of taggingsByTag(tx.db, id)) {
      if (taggingId(tx.db, tagging.kind, tagging.target_id, intoId)) tx.put('tagging', tagging.id, null);
      else tx.patch('tagging', tagging.id, { tag_id: intoId });
    }
    tx.patch('tag', id, { deleted_at: tx.now });
    return getTag(tx.db, intoId);
  },
  discard: (tx, { id }) => {
    tx.step('tag.discard', { subject: getRow(tx.db, id).name });
    tx.patch('tag', id, { deleted_at: tx.now });
    return {};
  },
  restore: (tx, { id }) => {
    const row = tagRow(tx.db, id);
    if (!row) throw new AppError('not_found', 'There is no such tag.');
    checkFree(tx.db, id, row.name);
    tx.step('tag.restore', { subject: row.name });
    tx.patch('tag', id, { deleted_at: null });
    return getTag(tx.db, id);
  },
};
