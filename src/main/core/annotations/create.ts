// Makes an annotation: anchors it in the stored text model and ties it to a finding, all in the caller's step.
import type { AnnotationColor, AnnotationKind, PageRange, ShapeKind, Stance } from '#shared/annotation.ts';
import type { NewShape } from '#shared/annotations.ts';
import { AppError } from '#shared/errors.ts';
import { describe } from '#shared/text/anchor.ts';
import { findQuote } from '#shared/text/find.ts';
import type { Pages } from '#shared/text/pages.ts';
import { cachedPages, getFile, papersOfFile, requirePage } from '../files/index.ts';
import type { Tx } from '../kinds.ts';
import { putAnchor, sortKeyOf, type NewAnchor } from './anchors.ts';
import { anchorOfShape } from './shapes.ts';
import { evidenceId } from './sql.ts';

export type Look = {
  kind: AnnotationKind;
  color: AnnotationColor;
  commentPrimary?: string;
  commentSecondary?: string;
  author?: string;
  origin?: string;
};

export type NewAnnotation = {
  sha256: string;
  kind: AnnotationKind;
  color: AnnotationColor;
  finding?: { id: string; stance: Stance } | undefined;
};

/** Words of a quote for a menu or a list. */
export const inShort = (quote: string): string => (quote.length > 60 ? `${quote.slice(0, 59).trimEnd()}…` : quote);

/** Writes the annotation and its anchor. `bad_input` for ranges that are empty, out of order or outside their page. */
export function createAnnotation(tx: Tx, input: NewAnnotation & { ranges: PageRange[] }): string {
  const file = getFile(tx.db, input.sha256);
  const pages = cachedPages(tx, input.sha256);
  checkRanges(pages, input);
  const [first] = input.ranges;
  if (!first) throw new AppError('bad_input', 'ranges: at least one is needed.');
  const selector = describe(pages, input.ranges, input.sha256);
  if (!selector.quote.trim()) throw new AppError('bad_input', 'ranges: there are no words in them.');
  const id = tx.newId();
  const [paperId] = papersOfFile(tx.db, file.id);
  tx.step('annotation.create', {
    subject: inShort(selector.quote),
    place: { sha256: input.sha256, page: first.page, annotationId: id, ...(paperId ? { paperId } : {}) },
  });
  putAnnotation(tx, id, file.id, input, selector);
  if (input.finding) linkEvidence(tx, input.finding.id, id, input.finding.stance);
  return id;
}

/** Writes a shape as a new annotation. `bad_input` for one without extent or off its page. */
export function drawAnnotation(
  tx: Tx,
  input: Omit<NewAnnotation, 'kind'> & { kind: ShapeKind; shape: NewShape; commentPrimary: string },
): string {
  const { sha256, kind, shape, commentPrimary, finding } = input;
  const file = getFile(tx.db, sha256);
  const pages = cachedPages(tx, sha256);
  const anchor = anchorOfShape(pages, requirePage(pages, sha256, shape.page), sha256, kind, shape);
  const id = tx.newId();
  const [paperId] = papersOfFile(tx.db, file.id);
  tx.step('annotation.create', {
    subject: inShort(commentPrimary || anchor.quote),
    place: { sha256, page: shape.page, annotationId: id, ...(paperId ? { paperId } : {}) },
  });
  putAnnotation(tx, id, file.id, input, anchor);
  if (finding) linkEvidence(tx, finding.id, id, finding.stance);
  return id;
}

/** Writes a new annotation with its first anchor, inside the caller's step. */
export function putAnnotation(tx: Tx, id: string, fileId: string, look: Look, anchor: NewAnchor): void {
  tx.put('annotation', id, {
    file_id: fileId,
    kind: look.kind,
    color: look.color,
    comment_primary: look.commentPrimary ?? '',
    comment_secondary: look.commentSecondary ?? '',
    anchor_id: putAnchor(tx, id, anchor),
    sort_key: sortKeyOf(anchor.ranges[0]),
    created_at: tx.now,
    updated_at: tx.now,
    deleted_at: null,
    author: look.author ?? '',
    origin: look.origin ?? null,
  });
}

/** `bad_input` for ranges that are empty, out of order or outside their page. */
export function checkRanges(pages: Pages, { sha256, ranges }: { sha256: string; ranges: PageRange[] }): void {
  let last: PageRange | undefined;
  for (const [index, range] of ranges.entries()) {
    const { text } = requirePage(pages, sha256, range.page);
    const field = `ranges.${index}`;
    if (range.end <= range.start) throw new AppError('bad_input', `${field}: the range is empty.`);
    if (range.end > text.length) {
      throw new AppError('bad_input', `${field}: page ${range.page} has ${text.length} characters, not ${range.end}.`);
    }
    if (last && (range.page < last.page || (range.page === last.page && range.start < last.end))) {
      throw new AppError('bad_input', `${field}: ranges must be in reading order and not overlap.`);
    }
    last = range;
  }
}

/** Where a quote stands on a page, once. `not_found` when it does not. */
export function rangeOfQuote(tx: Tx, sha256: string, page: number, quote: string): PageRange {
  getFile(tx.db, sha256);
  const text = requirePage(cachedPages(tx, sha256), sha256, page);
  const [found] = findQuote(text, quote);
  if (!found) throw new AppError('not_found', `quote: page ${page} does not have the words “${inShort(quote)}”.`);
  return { page, ...found };
}

/** `not_found` for an annotation that is not there, `conflict` for one in the trash. */
export function requireAnnotation(tx: Tx, id: string): void {
  const row = tx.row('annotation', id);
  if (!row) throw new AppError('not_found', 'There is no such annotation.');
  if (row.deleted_at !== null) throw new AppError('conflict', 'This annotation is in the trash. Take it out first.');
}

/**
 * Ties an annotation to a finding; where the tie is there already only its stance changes. `not_found` for either,
 * `conflict` for one in the trash.
 */
export function linkEvidence(tx: Tx, findingId: string, annotationId: string, stance: Stance): void {
  const finding = tx.row('finding', findingId);
  if (!finding) throw new AppError('not_found', 'There is no such finding.');
  if (finding.deleted_at !== null) throw new AppError('conflict', 'This finding is in the trash. Take it out first.');
  requireAnnotation(tx, annotationId);
  const known = evidenceId(tx.db, findingId, annotationId);
  if (known) return tx.patch('evidence', known, { stance });
  tx.put('evidence', tx.newId(), {
    finding_id: findingId,
    annotation_id: annotationId,
    stance,
    comment: '',
    created_at: tx.now,
  });
}
