// Reads annotations with their anchors, evidence and passages.
import type { Annotation, AnnotationColor, AnnotationKind, Anchor, Stance } from '#shared/annotations.ts';
import type { Reader } from '../kinds.ts';

type AnnotationRow = {
  id: string;
  paper_id: string | null;
  sha256: string;
  kind: AnnotationKind;
  color: AnnotationColor;
  comment_primary: string;
  comment_secondary: string;
  sort_key: string;
  created_at: number;
  updated_at: number;
  deleted_at: number | null;
  ranges: string;
  quote: string;
  raw_quote: string;
  prefix: string;
  suffix: string;
  page_label: string;
  text_model_version: number;
};
type EvidenceRow = { id: string; annotation_id: string; finding_id: string; stance: Stance };
type LinkRow = { annotation_id: string; passage_id: string };

const SELECT = `
  SELECT annotation.id, annotation.kind, annotation.color, annotation.comment_primary, annotation.comment_secondary,
    annotation.sort_key, annotation.created_at, annotation.updated_at, annotation.deleted_at,
    anchor.sha256, anchor.ranges, anchor.quote, anchor.raw_quote, anchor.prefix, anchor.suffix, anchor.page_label,
    anchor.text_model_version,
    (SELECT paper_id FROM paper_file JOIN paper ON paper.id = paper_id
      WHERE file_id = annotation.file_id AND paper.deleted_at IS NULL ORDER BY paper_file.id LIMIT 1) AS paper_id
  FROM annotation JOIN anchor ON anchor.id = annotation.anchor_id`;

const EVIDENCE = `
  SELECT evidence.id, annotation_id, finding_id, stance FROM evidence
  JOIN finding ON finding.id = finding_id WHERE finding.deleted_at IS NULL AND annotation_id`;
const PASSAGES = `
  SELECT annotation_id, passage_id FROM passage_annotation
  JOIN passage ON passage.id = passage_id WHERE passage.deleted_at IS NULL AND annotation_id`;
const AMONG = 'IN (SELECT value FROM json_each(?))';

function toAnnotations(db: Reader, rows: AnnotationRow[]): Annotation[] {
  const ids = JSON.stringify(rows.map((row) => row.id));
  const evidence = Map.groupBy(
    db.all<EvidenceRow>(`${EVIDENCE} ${AMONG} ORDER BY evidence.id`, ids),
    (row) => row.annotation_id,
  );
  const passages = Map.groupBy(db.all<LinkRow>(`${PASSAGES} ${AMONG}`, ids), (row) => row.annotation_id);
  return rows.map((row) => ({
    id: row.id,
    paperId: row.paper_id,
    sha256: row.sha256,
    kind: row.kind,
    color: row.color,
    commentPrimary: row.comment_primary,
    commentSecondary: row.comment_secondary,
    anchor: {
      sha256: row.sha256,
      ranges: JSON.parse(row.ranges) as Anchor['ranges'],
      quote: row.quote,
      rawQuote: row.raw_quote,
      prefix: row.prefix,
      suffix: row.suffix,
      pageLabel: row.page_label,
      textModelVersion: row.text_model_version,
    },
    sortKey: row.sort_key,
    evidence: (evidence.get(row.id) ?? []).map(({ id, finding_id, stance }) => ({ id, findingId: finding_id, stance })),
    passageIds: (passages.get(row.id) ?? []).map((link) => link.passage_id),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    deletedAt: row.deleted_at,
  }));
}

export type AnnotationFilter = {
  sha256?: string | undefined;
  paperId?: string | undefined;
  surveyId?: string | undefined;
  trashed?: boolean | undefined;
};

/**
 * Annotations in reading order, file by file; the given filters all hold. Those of files whose papers all lie in the
 * trash are left out, except where one such paper or file is asked for.
 */
export function listAnnotations(db: Reader, filter: AnnotationFilter): Annotation[] {
  const where = [`annotation.deleted_at IS ${filter.trashed ? 'NOT ' : ''}NULL`];
  const values: string[] = [];
  const add = (sql: string, value: string | undefined): void => {
    if (value === undefined) return;
    where.push(sql);
    values.push(value);
  };
  add('annotation.file_id = (SELECT id FROM file WHERE sha256 = ?)', filter.sha256);
  add('annotation.file_id IN (SELECT file_id FROM paper_file WHERE paper_id = ?)', filter.paperId);
  add(
    `annotation.file_id IN (SELECT file_id FROM paper_file JOIN survey_block ON entity_id = paper_id
      WHERE kind IN ('paper', 'reference') AND survey_id = ?)`,
    filter.surveyId,
  );
  if (!filter.sha256 && !filter.paperId && !filter.trashed) {
    where.push(`(paper_id IS NOT NULL OR annotation.file_id NOT IN (SELECT file_id FROM paper_file))`);
  }
  const sql = `${SELECT} WHERE ${where.join(' AND ')} ORDER BY annotation.file_id, annotation.sort_key, annotation.id`;
  return toAnnotations(db, db.all<AnnotationRow>(sql, ...values));
}

/** One annotation, in the trash or not. */
export const findAnnotation = (db: Reader, id: string): Annotation | undefined =>
  toAnnotations(db, db.all<AnnotationRow>(`${SELECT} WHERE annotation.id = ?`, id))[0];

/** The evidence row that ties an annotation to a finding, if any. */
export const evidenceId = (db: Reader, findingId: string, annotationId: string): string | undefined =>
  db.get<{ id: string }>('SELECT id FROM evidence WHERE finding_id = ? AND annotation_id = ?', findingId, annotationId)
    ?.id;
