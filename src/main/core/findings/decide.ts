// What the user says of a suggested passage: it is evidence (marked and linked in one step), or it is not.
import type { AnnotationColor, AnnotationKind, PageRange, Stance } from '#shared/annotations.ts';
import { TEXT_MODEL_VERSION } from '#shared/text/model.ts';
import { createAnnotation, linkEvidence } from '../annotations/index.ts';
import { getFile } from '../files/index.ts';
import type { Reader, Tx } from '../kinds.ts';

type Passage = { sha256: string; ranges: PageRange[] };

/** Marks the passage and links it. A mark on the very same words is linked as it is, however it looks. */
export function accept(
  tx: Tx,
  findingId: string,
  passage: Passage & { kind: AnnotationKind; color: AnnotationColor },
  stance: Stance,
): void {
  const known = marksOn(tx.db, passage.sha256).find((mark) => isSame(mark.ranges, passage.ranges));
  if (known) linkEvidence(tx, findingId, known.id, stance);
  else createAnnotation(tx, { ...passage, finding: { id: findingId, stance } });
}

/** Remembers that the passage is no evidence for the finding. `not_found` for the file. */
export function dismiss(tx: Tx, findingId: string, sha256: string, ranges: PageRange[]): void {
  getFile(tx.db, sha256);
  tx.put('suggestion_dismissed', tx.newId(), {
    finding_id: findingId,
    sha256,
    ranges: JSON.stringify(ranges.map(({ page, start, end }) => ({ page, start, end }))),
    text_model_version: TEXT_MODEL_VERSION,
    created_at: tx.now,
  });
}

/** Offers a passage again that was turned down. */
export function takeBack(tx: Tx, findingId: string, sha256: string, ranges: PageRange[]): void {
  const rows = tx.db.all<PlacedRow>(
    'SELECT id, sha256, ranges FROM suggestion_dismissed WHERE finding_id = ? AND sha256 = ?',
    findingId,
    sha256,
  );
  for (const row of rows.map(toPlaced)) if (isSame(row.ranges, ranges)) tx.put('suggestion_dismissed', row.id, null);
}

type Placed = { id: string; sha256: string; ranges: PageRange[] };
type PlacedRow = { id: string; sha256: string; ranges: string };
const toPlaced = (row: PlacedRow): Placed => ({ ...row, ranges: JSON.parse(row.ranges) as PageRange[] });

const marksOn = (db: Reader, sha256: string): Placed[] =>
  db
    .all<PlacedRow>(
      `SELECT annotation.id, anchor.sha256, anchor.ranges FROM annotation
       JOIN anchor ON anchor.id = anchor_id JOIN file ON file.id = file_id
       WHERE file.sha256 = ? AND anchor.sha256 = file.sha256 AND annotation.deleted_at IS NULL ORDER BY annotation.id`,
      sha256,
    )
    .map(toPlaced);

/** A passage that need not be offered for a finding. */
export type Settled = { sha256: string; ranges: PageRange[]; isEvidence: boolean };

/** Passages that need not be offered for a finding: its evidence, and what was turned down. */
export function settled(db: Reader, findingId: string): Settled[] {
  const rows = db.all<PlacedRow & { is_evidence: number }>(
    `SELECT annotation.id, anchor.sha256, anchor.ranges, 1 AS is_evidence FROM evidence
     JOIN annotation ON annotation.id = evidence.annotation_id JOIN anchor ON anchor.id = anchor_id
     WHERE evidence.finding_id = ? AND annotation.deleted_at IS NULL
     UNION ALL
     SELECT id, sha256, ranges, 0 FROM suggestion_dismissed WHERE finding_id = ? AND text_model_version = ?`,
    findingId,
    findingId,
    TEXT_MODEL_VERSION,
  );
  return rows.map((row) => ({ ...toPlaced(row), isEvidence: row.is_evidence === 1 }));
}

const isSame = (a: readonly PageRange[], b: readonly PageRange[]): boolean =>
  a.length === b.length &&
  a.every(({ page, start, end }, index) => {
    const other = b[index];
    return other?.page === page && other.start === start && other.end === end;
  });
