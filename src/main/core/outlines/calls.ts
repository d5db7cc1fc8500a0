// Calls of the outlines room.
import { editSide } from '#shared/bilingual.ts';
import { AppError } from '#shared/errors.ts';
import type { Outline, OutlineItem, outlines, OutlineSummary } from '#shared/outlines.ts';
import type { Place } from '#shared/values.ts';
import { inShort } from '../annotations/index.ts';
import type { Handlers, Reader, Tx } from '../kinds.ts';
import { checkBase, columnsOf, placeAmong } from '../notes/index.ts';
import { exportOutline } from './export.ts';
import { findOutline, findSummary, itemsIn, listOutlines } from './sql.ts';
import { addItems, fillFromSurvey, itemRow, siblingsIn } from './write.ts';

function getOutline(db: Reader, id: string): Outline {
  const found = findOutline(db, id);
  if (!found) throw new AppError('not_found', 'There is no such outline.');
  return found;
}

function getSummary(db: Reader, id: string): OutlineSummary {
  const found = findSummary(db, id);
  if (!found) throw new AppError('not_found', 'There is no such outline.');
  return found;
}

function getItem(db: Reader, outlineId: string, id: string): OutlineItem {
  const found = itemsIn(db, outlineId).find((item) => item.id === id);
  if (!found) throw new AppError('not_found', 'There is no such item in the outline.');
  return found;
}

const about = (summary: OutlineSummary): { subject: string; place: Place } => ({
  subject: inShort(summary.title || summary.titleSecondary),
  place: { outlineId: summary.id },
});

/** The outline of an item. */
const outlineOf = (tx: Tx, id: string): OutlineSummary => getSummary(tx.db, String(itemRow(tx, id).outline_id));

/** Is `id` the item `above`, or somewhere below it? */
function isWithin(items: readonly OutlineItem[], id: string | null, above: string): boolean {
  for (let at = id; at !== null; at = items.find((item) => item.id === at)?.parentId ?? null) {
    if (at === above) return true;
  }
  return false;
}

export const outlinesCalls: Handlers<typeof outlines> = {
  list: ({ db }, { surveyId, trashed = false }) => listOutlines(db, surveyId, trashed),
  get: ({ db }, { id }) => getOutline(db, id),
  create: (tx, { title, titleSecondary, surveyId }) => {
    tx.step('outline.create', { subject: inShort(title || titleSecondary) });
    const id = tx.newId();
    tx.put('outline', id, {
      survey_id: surveyId,
      title,
      title_secondary: titleSecondary,
      created_at: tx.now,
      updated_at: tx.now,
      deleted_at: null,
    });
    if (surveyId) fillFromSurvey(tx, id, surveyId);
    return getOutline(tx.db, id);
  },
  rename: (tx, { id, side, text }) => {
    tx.step('outline.edit', { ...about(getSummary(tx.db, id)), joins: `outline:${id}:${side}` });
    tx.patch('outline', id, { [side === 'primary' ? 'title' : 'title_secondary']: text, updated_at: tx.now });
    return getSummary(tx.db, id);
  },
  remove: (tx, { id }) => {
    tx.step('outline.remove', { subject: about(getSummary(tx.db, id)).subject, place: {} });
    tx.patch('outline', id, { deleted_at: tx.now });
    return {};
  },
  restore: (tx, { id }) => {
    tx.step('outline.restore', about(getSummary(tx.db, id)));
    tx.patch('outline', id, { deleted_at: null });
    return getSummary(tx.db, id);
  },
  addItems: (tx, { outlineId, ...input }) => {
    tx.step('outline.item', about(getSummary(tx.db, outlineId)));
    const ids = new Set(addItems(tx, outlineId, input));
    return itemsIn(tx.db, outlineId).filter((item) => ids.has(item.id));
  },
  editItem: (tx, { id, side, text, base }) => {
    const outline = outlineOf(tx, id);
    const item = getItem(tx.db, outline.id, id);
    tx.step('outline.item', { ...about(outline), joins: `outline_item:${id}:${side}` });
    if (item.findingId !== null) {
      throw new AppError('bad_input', 'id: this item is a finding; edit the finding itself.');
    }
    checkBase(item[side], text, base);
    if (item[side] !== text) tx.patch('outline_item', id, columnsOf(editSide(item, side, text, tx.now)));
    return getItem(tx.db, outline.id, id);
  },
  moveItem: (tx, { id, parentId, afterId }) => {
    const outline = outlineOf(tx, id);
    tx.step('outline.move', about(outline));
    const items = itemsIn(tx.db, outline.id);
    if (isWithin(items, parentId, id)) throw new AppError('bad_input', 'parentId: an item cannot be below itself.');
    if (parentId !== null) getItem(tx.db, outline.id, parentId);
    const siblings = siblingsIn(tx, outline.id, parentId);
    const at = siblings.findIndex((one) => one.id === id);
    const isThere = at >= 0 && (siblings[at - 1]?.id ?? null) === afterId;
    if (!isThere) {
      const others = siblings.filter((one) => one.id !== id);
      tx.patch('outline_item', id, {
        parent_id: parentId,
        position: placeAmong(tx, 'outline_item', others, afterId),
      });
    }
    return getItem(tx.db, outline.id, id);
  },
  removeItem: (tx, { id }) => {
    const outline = outlineOf(tx, id);
    tx.step('outline.item', about(outline));
    tx.patch('outline_item', id, { deleted_at: tx.now });
    return {};
  },
  export: ({ db, library }, { id, side }) => exportOutline(db, library, getOutline(db, id), side),
};
