// Reads annotations with their anchors, evidence and passages.
import type { Annotation, AnnotationColor, AnnotationKind, Anchor, Stance } from '#shared/annotation.ts';
import type { AnnotationFilter, FormerAnnotation } from '#shared/annotation-lists.ts';
import type { Reader } from '../kinds.ts';
import { toAnchor, type AnchorRow } from './anchors.ts';
import { hasWords, whereOf } from './filter.ts';

type AnnotationRow = AnchorRow & {
  id: string;
  paper_id: string | null;
  kind: AnnotationKind;
  color: AnnotationColor;
  comment_primary: string;
  comment_secondary: string;
  author: string;
  earlier: number;
  sort_key: string;
  created_at: number;
  updated_at: number;
  deleted_at: number | null;
};
type EvidenceRow = { id: string; annotation_id: string; finding_id: string; stance: Stance };
type LinkRow = { annotation_id: string; passage_id: string };

/** The paper an annotation is shown with: of its file's live papers the first. */
export const PAPER_ID = `
  (SELECT paper_id FROM paper_file JOIN paper ON paper.id = paper_id
    WHERE file_id = annotation.file_id AND paper.deleted_at IS NULL ORDER BY paper_file.id LIMIT 1) AS paper_id`;

const SELECT = `
  SELECT annotation.id, annotation.kind, annotation.color, annotation.comment_primary, annotation.comment_secondary,
    annotation.author, annotation.sort_key, annotation.created_at, annotation.updated_at, annotation.deleted_at,
    anchor.sha256, anchor.ranges, anchor.quote, anchor.raw_quote, anchor.prefix, anchor.suffix, anchor.page_label,
    anchor.text_model_version, anchor.shape, anchor.how, anchor.score,
    (SELECT count(*) - 1 FROM anchor AS each WHERE each.annotation_id = annotation.id) AS earlier,
    ${PAPER_ID}
  FROM annotation JOIN anchor ON anchor.id = annotation.anchor_id`;

const EVIDENCE = `
  SELECT evidence.id, annotation_id, finding_id, stance FROM evidence
  JOIN finding ON finding.id = finding_id WHERE finding.deleted_at IS NULL AND annotation_id`;
const PASSAGES = `
  SELECT annotation_id, passage_id FROM passage_annotation
  JOIN passage ON passage.id = passage_id WHERE passage.deleted_at IS NULL AND annotation_id`;
const AMONG = 'IN (SELECT value FROM json_each(?))';

/** Findings and passages of annotations, by annotation. */
export type Links = {
  evidence(id: string): Annotation['evidence'];
  passageIds(id: string): string[];
};

/** Live findings and passages tied to these annotations. */
export function linksOf(db: Reader, annotationIds: readonly string[]): Links {
  const ids = JSON.stringify(annotationIds);
  const evidence = Map.groupBy(
    db.all<EvidenceRow>(`${EVIDENCE} ${AMONG} ORDER BY evidence.id`, ids),
    (row) => row.annotation_id,
  );
  const passages = Map.groupBy(db.all<LinkRow>(`${PASSAGES} ${AMONG}`, ids), (row) => row.annotation_id);
  return {
    evidence: (of) =>
      (evidence.get(of) ?? []).map(({ id, finding_id, stance }) => ({ id, findingId: finding_id, stance })),
    passageIds: (of) => (passages.get(of) ?? []).map((link) => link.passage_id),
  };
}

function toAnnotations(db: Reader, rows: AnnotationRow[]): Annotation[] {
  const links = linksOf(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    id: row.id,
    paperId: row.paper_id,
    sha256: row.sha256,
    kind: row.kind,
    color: row.color,
    commentPrimary: row.comment_primary,
    commentSecondary: row.comment_secondary,
    author: row.author,
    anchor: toAnchor(row),
    earlierAnchors: row.earlier,
    sortKey: row.sort_key,
    evidence: links.evidence(row.id),
    passageIds: links.passageIds(row.id),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    deletedAt: row.deleted_at,
  }));
}

/**
 * Annotations in reading order, file by file; the given filters all hold. Those of files whose papers all lie in the
 * trash are left out, except where one such paper or file is asked for.
 */
export function listAnnotations(db: Reader, filter: AnnotationFilter): Annotation[] {
  const where = whereOf(filter);
  const sql = `${SELECT} WHERE ${where.sql} ORDER BY annotation.file_id, annotation.sort_key, annotation.id`;
  return toAnnotations(db, db.all<AnnotationRow>(sql, ...where.values).filter(hasWords(filter.words)));
}

/** These annotations, in the trash or not, in no order. */
export const annotationsById = (db: Reader, ids: readonly string[]): Annotation[] =>
  toAnnotations(db, db.all<AnnotationRow>(`${SELECT} WHERE annotation.id ${AMONG}`, JSON.stringify(ids)));

/** One annotation, in the trash or not. */
export const findAnnotation = (db: Reader, id: string): Annotation | undefined => annotationsById(db, [id])[0];

/** The evidence row that ties an annotation to a finding, if any. */
export const evidenceId = (db: Reader, findingId: string, annotationId: string): string | undefined =>
  db.get<{ id: string }>('SELECT id FROM evidence WHERE finding_id = ? AND annotation_id = ?', findingId, annotationId)
    ?.id;

/** All anchors of an annotation: the present one first, then the latest. */
export const anchorsOf = (db: Reader, annotationId: string): (Anchor & { createdAt: number })[] =>
  db
    .all<AnchorRow & { created_at: number }>(
      `SELECT anchor.* FROM anchor JOIN annotation ON annotation.id = anchor.annotation_id
       WHERE annotation.id = ? ORDER BY anchor.id = annotation.anchor_id DESC, anchor.id DESC`,
      annotationId,
    )
    .map((row) => ({ ...toAnchor(row), createdAt: row.created_at }));

type FormerRow = { state: string | null; at: number };
type State = { kind: AnnotationKind; color: AnnotationColor; comment_primary: string; comment_secondary: string };

const sameState = (a: Omit<FormerAnnotation, 'at'>, b: Omit<FormerAnnotation, 'at'>): boolean =>
  a.kind === b.kind &&
  a.color === b.color &&
  a.commentPrimary === b.commentPrimary &&
  a.commentSecondary === b.commentSecondary;

/** What an annotation said and looked like before, each state once, the latest first; its present state is left out. */
export function versionsOf(db: Reader, annotation: Annotation): FormerAnnotation[] {
  const rows = db.all<FormerRow>(
    `SELECT after AS state, at FROM revision WHERE table_name = 'annotation' AND row_id = ? AND after IS NOT NULL
     UNION ALL
     SELECT before AS state, at - 1 AS at FROM revision WHERE table_name = 'annotation' AND row_id = ? AND before IS NOT NULL
     ORDER BY at DESC`,
    annotation.id,
    annotation.id,
  );
  const versions: FormerAnnotation[] = [];
  for (const { state, at } of rows) {
    const { kind, color, comment_primary, comment_secondary } = JSON.parse(state ?? '{}') as State;
    const former = { kind, color, commentPrimary: comment_primary, commentSecondary: comment_secondary, at };
    if (!sameState(former, annotation) && !versions.some((known) => sameState(known, former))) versions.push(former);
  }
  return versions;
}
