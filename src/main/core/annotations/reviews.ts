// Marks the reader has to find a place for: the queue, and what is decided about them.
import type { Anchor, Annotation } from '#shared/annotation.ts';
import type { AnchorReview } from '#shared/annotation-moves.ts';
import { AppError } from '#shared/errors.ts';
import { getFile } from '../files/index.ts';
import type { Reader, Tx } from '../kinds.ts';
import { moveTo } from './anchors.ts';
import { inShort } from './create.ts';
import { annotationsById, findAnnotation } from './sql.ts';

type ReviewRow = {
  id: string;
  annotation_id: string;
  sha256: string;
  candidate: string | null;
  score: number;
  created_at: number;
};

const COLUMNS = `anchor_review.id, annotation_id, anchor_review.sha256, candidate, score, anchor_review.created_at`;

/** Reviews of live annotations that are not yet in the file they are to go to, in reading order. */
export function listReviews(db: Reader, paperId?: string): AnchorReview[] {
  const rows = db.all<ReviewRow>(
    `SELECT ${COLUMNS} FROM anchor_review
     JOIN annotation ON annotation.id = annotation_id JOIN file ON file.sha256 = anchor_review.sha256
     WHERE annotation.deleted_at IS NULL AND annotation.file_id <> file.id
       ${paperId === undefined ? '' : 'AND file.id IN (SELECT file_id FROM paper_file WHERE paper_id = ?)'}
     ORDER BY anchor_review.sha256, annotation.sort_key, annotation_id`,
    ...(paperId === undefined ? [] : [paperId]),
  );
  const byId = new Map<string, Annotation>(
    annotationsById(
      db,
      rows.map((row) => row.annotation_id),
    ).map((one) => [one.id, one]),
  );
  return rows.flatMap((row) => {
    const annotation = byId.get(row.annotation_id);
    if (!annotation) return [];
    const candidate = row.candidate === null ? null : (JSON.parse(row.candidate) as Anchor);
    return [{ id: row.id, annotation, sha256: row.sha256, candidate, score: row.score, createdAt: row.created_at }];
  });
}

/** Takes the offered place, or leaves the mark where it is. `conflict` where no place was found to take. */
export function settle(tx: Tx, { id, take }: { id: string; take: 'candidate' | 'leave' }): void {
  const row = tx.db.get<ReviewRow>(`SELECT ${COLUMNS} FROM anchor_review WHERE id = ?`, id);
  if (!row) throw new AppError('not_found', 'This mark has been decided on already.');
  const annotation = findAnnotation(tx.db, row.annotation_id);
  tx.step('annotation.settle', {
    subject: inShort(annotation?.anchor.quote ?? ''),
    place: { annotationId: row.annotation_id, sha256: take === 'candidate' ? row.sha256 : (annotation?.sha256 ?? '') },
  });
  if (take === 'candidate') {
    if (row.candidate === null) throw new AppError('conflict', 'There is no place to take. Pick one in the page.');
    const candidate = JSON.parse(row.candidate) as Anchor;
    moveTo(tx, row.annotation_id, getFile(tx.db, row.sha256).id, { ...candidate, how: 'picked' });
  }
  tx.put('anchor_review', id, null);
}
