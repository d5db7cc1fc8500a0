// Anchors as rows: appended, never changed. The only place that writes them.
import type { Anchor, Placing, Shape } from '#shared/annotation.ts';
import type { AnchorSelector } from '#shared/text/anchor.ts';
import type { Rect } from '#shared/text/model.ts';
import type { Tx } from '../kinds.ts';

/** An anchor to be written: what `describe` gives, or a shape with the words by it. */
export type NewAnchor = Omit<AnchorSelector, 'ranges'> & {
  ranges: { page: number; start: number; end: number; rects: Rect[] }[];
  shape?: Shape | null;
  how?: Placing;
  /** 0 to 1. */
  score?: number;
};

/** `page|offset`, zero-padded: string order is reading order. */
export const sortKeyOf = (range: { page: number; start: number } | undefined): string =>
  `${String(range?.page ?? 1).padStart(5, '0')}|${String(range?.start ?? 0).padStart(6, '0')}`;

/** Appends an anchor of an annotation and answers its id. */
export function putAnchor(tx: Tx, annotationId: string, anchor: NewAnchor): string {
  const id = tx.newId();
  tx.put('anchor', id, {
    annotation_id: annotationId,
    sha256: anchor.sha256,
    ranges: JSON.stringify(anchor.ranges),
    quote: anchor.quote,
    raw_quote: anchor.rawQuote,
    prefix: anchor.prefix,
    suffix: anchor.suffix,
    page_label: anchor.pageLabel,
    text_model_version: anchor.textModelVersion,
    created_at: tx.now,
    shape: anchor.shape ? JSON.stringify(anchor.shape) : null,
    how: anchor.how ?? 'made',
    score: anchor.score ?? 1,
    first_page: anchor.ranges[0]?.page ?? 1,
    last_page: anchor.ranges.at(-1)?.page ?? 1,
  });
  return id;
}

/** Appends an anchor and makes it the present one; the annotation goes to the anchor's file. */
export function moveTo(tx: Tx, annotationId: string, fileId: string, anchor: NewAnchor): void {
  tx.patch('annotation', annotationId, {
    anchor_id: putAnchor(tx, annotationId, anchor),
    file_id: fileId,
    sort_key: sortKeyOf(anchor.ranges[0]),
    updated_at: tx.now,
  });
}

export type AnchorRow = {
  sha256: string;
  ranges: string;
  quote: string;
  raw_quote: string;
  prefix: string;
  suffix: string;
  page_label: string;
  text_model_version: number;
  shape: string | null;
  how: Placing;
  score: number;
};

/** An anchor as the contract has it. */
export const toAnchor = (row: AnchorRow): Anchor => ({
  sha256: row.sha256,
  ranges: JSON.parse(row.ranges) as Anchor['ranges'],
  quote: row.quote,
  rawQuote: row.raw_quote,
  prefix: row.prefix,
  suffix: row.suffix,
  pageLabel: row.page_label,
  textModelVersion: row.text_model_version,
  shape: row.shape === null ? null : (JSON.parse(row.shape) as Shape),
  how: row.how,
  score: row.score,
});
