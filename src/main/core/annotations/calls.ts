// Calls of the annotations room.
import type { Annotation, annotations } from '#shared/annotations.ts';
import { AppError } from '#shared/errors.ts';
import type { Place } from '#shared/values.ts';
import type { Handlers, Reader } from '../kinds.ts';
import { createAnnotation, inShort, rangeOfQuote } from './create.ts';
import { findAnnotation, listAnnotations } from './sql.ts';

/** The annotation, or `not_found`. */
export function getAnnotation(db: Reader, id: string): Annotation {
  const annotation = findAnnotation(db, id);
  if (!annotation) throw new AppError('not_found', 'There is no such annotation.');
  return annotation;
}

/** Where an annotation is shown. */
export const placeOf = (annotation: Annotation): Place => ({
  annotationId: annotation.id,
  sha256: annotation.sha256,
  page: annotation.anchor.ranges[0]?.page ?? 1,
  ...(annotation.paperId ? { paperId: annotation.paperId } : {}),
});

const about = (annotation: Annotation): { subject: string; place: Place } => ({
  subject: inShort(annotation.anchor.quote),
  place: placeOf(annotation),
});

export const annotationsCalls: Handlers<typeof annotations> = {
  list: ({ db }, filter) => listAnnotations(db, filter),
  get: ({ db }, { id }) => getAnnotation(db, id),
  create: (tx, input) => getAnnotation(tx.db, createAnnotation(tx, input)),
  createFromQuote: (tx, { page, quote, ...input }) => {
    const ranges = [rangeOfQuote(tx, input.sha256, page, quote)];
    return getAnnotation(tx.db, createAnnotation(tx, { ...input, ranges }));
  },
  update: (tx, { id, kind, color, commentPrimary, commentSecondary }) => {
    const before = getAnnotation(tx.db, id);
    const isTyping = commentPrimary !== undefined || commentSecondary !== undefined;
    const side = commentPrimary === undefined ? 'secondary' : 'primary';
    tx.step('annotation.edit', { ...about(before), ...(isTyping ? { joins: `annotation:${id}:${side}` } : {}) });
    const after = {
      kind: kind ?? before.kind,
      color: color ?? before.color,
      comment_primary: commentPrimary ?? before.commentPrimary,
      comment_secondary: commentSecondary ?? before.commentSecondary,
    };
    const row = tx.row('annotation', id);
    const isChanged = Object.entries(after).some(([column, value]) => row?.[column] !== value);
    if (isChanged) tx.patch('annotation', id, { ...after, updated_at: tx.now });
    return getAnnotation(tx.db, id);
  },
  remove: (tx, { id }) => {
    tx.step('annotation.remove', about(getAnnotation(tx.db, id)));
    tx.patch('annotation', id, { deleted_at: tx.now });
    return {};
  },
  restore: (tx, { id }) => {
    tx.step('annotation.restore', about(getAnnotation(tx.db, id)));
    tx.patch('annotation', id, { deleted_at: null });
    return getAnnotation(tx.db, id);
  },
};
