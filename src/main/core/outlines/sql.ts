// Reads outlines.
import { staleSide } from '#shared/bilingual.ts';
import type { Outline, OutlineItem, OutlineSummary } from '#shared/outlines.ts';
import type { Reader } from '../kinds.ts';
import { sidesOf } from '../notes/index.ts';

type SummaryRow = {
  id: string;
  survey_id: string | null;
  title: string;
  title_secondary: string;
  created_at: number;
  updated_at: number;
  deleted_at: number | null;
};
type ItemRow = {
  id: string;
  parent_id: string | null;
  position: number;
  finding_id: string | null;
  primary_text: string;
  secondary_text: string;
  primary_at: number;
  secondary_at: number;
};

const toSummary = (row: SummaryRow): OutlineSummary => ({
  id: row.id,
  surveyId: row.survey_id,
  title: row.title,
  titleSecondary: row.title_secondary,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  deletedAt: row.deleted_at,
});

/** Outlines of a survey, or all; the newest first. */
export const listOutlines = (db: Reader, surveyId: string | undefined, trashed: boolean): OutlineSummary[] =>
  db
    .all<SummaryRow>(
      `SELECT * FROM outline WHERE deleted_at IS ${trashed ? 'NOT ' : ''}NULL ${surveyId ? 'AND survey_id = ?' : ''}
       ORDER BY id DESC`,
      ...(surveyId ? [surveyId] : []),
    )
    .map(toSummary);

/** An outline's name and dates, in the trash or not. */
export function findSummary(db: Reader, id: string): OutlineSummary | undefined {
  const row = db.get<SummaryRow>('SELECT * FROM outline WHERE id = ?', id);
  return row && toSummary(row);
}

/** Items in reading order. Those on findings in the trash, and what hangs below a removed one, are left out. */
export function itemsIn(db: Reader, outlineId: string): OutlineItem[] {
  const rows = db.all<ItemRow>(
    `SELECT outline_item.* FROM outline_item LEFT JOIN finding ON finding.id = finding_id
     WHERE outline_id = ? AND outline_item.deleted_at IS NULL AND finding.deleted_at IS NULL
     ORDER BY outline_item.position, outline_item.id`,
    outlineId,
  );
  const below = Map.groupBy(rows, (row) => row.parent_id);
  const walk = (parentId: string | null): ItemRow[] =>
    (below.get(parentId) ?? []).flatMap((row) => [row, ...walk(row.id)]);
  return walk(null).map((row) => {
    const sides = sidesOf(row);
    return {
      id: row.id,
      parentId: row.parent_id,
      position: row.position,
      findingId: row.finding_id,
      ...sides,
      stale: staleSide(sides),
    };
  });
}

/** An outline with its items. */
export function findOutline(db: Reader, id: string): Outline | undefined {
  const summary = findSummary(db, id);
  return summary && { ...summary, items: itemsIn(db, id) };
}
