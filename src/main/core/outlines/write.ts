// Writes outlines. The caller names the step.
import { AppError } from '#shared/errors.ts';
import type { OutlineItem } from '#shared/outlines.ts';
import type { Section } from '#shared/surveys.ts';
import type { Row, Tx } from '../kinds.ts';
import { columnsOf, placeAmong, writtenAt } from '../notes/index.ts';
import { itemsIn } from './sql.ts';

export type NewItem = { findingId: string | null; primary: string; secondary: string };

/** The live row of an item, or `not_found`. */
export function itemRow(tx: Tx, id: string): Row {
  const row = tx.row('outline_item', id);
  if (!row || row.deleted_at !== null) throw new AppError('not_found', 'There is no such item in the outline.');
  return row;
}

/** Items of one parent, in order. */
export const siblingsIn = (tx: Tx, outlineId: string, parentId: string | null): OutlineItem[] =>
  itemsIn(tx.db, outlineId).filter((item) => item.parentId === parentId);

/** Adds items one after another. `not_found` for a parent, a place or a finding that is not there. */
export function addItems(
  tx: Tx,
  outlineId: string,
  { parentId, afterId, items }: { parentId: string | null; afterId?: string | null | undefined; items: NewItem[] },
): string[] {
  if (parentId !== null && itemRow(tx, parentId).outline_id !== outlineId) {
    throw new AppError('bad_input', 'parentId: this item is of another outline.');
  }
  let after = afterId;
  return items.map((item) => {
    if (item.findingId !== null) {
      const finding = tx.row('finding', item.findingId);
      if (!finding || finding.deleted_at !== null) throw new AppError('not_found', 'There is no such finding.');
    }
    const id = tx.newId();
    const position = placeAmong(tx, 'outline_item', siblingsIn(tx, outlineId, parentId), after);
    tx.put('outline_item', id, {
      outline_id: outlineId,
      parent_id: parentId,
      position,
      finding_id: item.findingId,
      // A finding's words are the finding's own.
      ...columnsOf(
        item.findingId === null ? writtenAt(tx.now, item.primary, item.secondary) : writtenAt(tx.now, '', ''),
      ),
      deleted_at: null,
    });
    if (after !== undefined) after = id;
    return id;
  });
}

type FoundFinding = { id: string; line: number };

/** A survey's sections as headings, nested as there, with the findings read below each. */
export function fillFromSurvey(tx: Tx, outlineId: string, surveyId: string): void {
  const survey = tx.row('survey', surveyId);
  if (!survey) throw new AppError('not_found', 'There is no such survey.');
  const sections = JSON.parse(String(survey.sections)) as Section[];
  const findings = tx.db.all<FoundFinding>(
    `SELECT entity_id AS id, min(line) AS line FROM survey_block JOIN finding ON finding.id = entity_id
     WHERE survey_block.survey_id = ? AND kind = 'finding' AND finding.deleted_at IS NULL
     GROUP BY entity_id ORDER BY min(start_at)`,
    surveyId,
  );
  const between = (from: number, to: number): NewItem[] =>
    findings
      .filter(({ line }) => line >= from && line < to)
      .map(({ id }) => ({ findingId: id, primary: '', secondary: '' }));
  const place = (parentId: string | null, items: NewItem[]): string[] =>
    items.length > 0 ? addItems(tx, outlineId, { parentId, items }) : [];
  place(null, between(0, sections[0]?.line ?? Infinity));
  const open: { depth: number; id: string }[] = [];
  for (const [index, { title, depth, line }] of sections.entries()) {
    while ((open.at(-1)?.depth ?? 0) >= depth) open.pop();
    const [id = ''] = place(open.at(-1)?.id ?? null, [{ findingId: null, primary: title, secondary: '' }]);
    open.push({ depth, id });
    place(id, between(line, sections[index + 1]?.line ?? Infinity));
  }
}
