// Calls of the annotations room.
import type { Annotation } from '#shared/annotation.ts';
import type { annotations } from '#shared/annotations.ts';
import { quotesIn, quoteState } from '#shared/live-quotes.ts';
import type { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import type { Place } from '#shared/values.ts';
import type { Handlers, Reader } from '../kinds.ts';
import { getFile } from '../files/index.ts';
import { adopt, marksInPdf } from './adopt.ts';
import { createAnnotation, drawAnnotation, inShort, rangeOfQuote } from './create.ts';
import { checkKind, merge, place, setTrashed, split, updateMany } from './edit.ts';
import { facetsOf } from './facets.ts';
import { linesById, marksOnPages, orderedList } from './lines.ts';
import { reanchorPaper } from './reanchor/job.ts';
import { listReviews, settle } from './reviews.ts';
import { annotationsById, anchorsOf, findAnnotation, listAnnotations, versionsOf } from './sql.ts';

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

/** The live quotes of a text beside the words of their marks. */
function checkQuotes(db: Reader, text: string): z.output<(typeof annotations)['quotes']['output']> {
  const quotes = quotesIn(text);
  const live = annotationsById(db, [...new Set(quotes.map(({ annotationId }) => annotationId))]);
  const words = new Map(live.filter(({ deletedAt }) => deletedAt === null).map(({ id, anchor }) => [id, anchor.quote]));
  return quotes.map((quote) => {
    const marked = words.get(quote.annotationId);
    const state = quoteState(quote, marked ?? null);
    return { annotationId: quote.annotationId, words: quote.words, marked: marked ?? '', state };
  });
}

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
  draw: (tx, input) => getAnnotation(tx.db, drawAnnotation(tx, input)),
  lines: (core, { group, offset, limit, ...filter }) => {
    const { ids, groups } = orderedList(core, filter, group);
    return { total: ids.length, groups, lines: linesById(core.db, ids.slice(offset, offset + limit)) };
  },
  ids: (core, { group, ...filter }) => orderedList(core, filter, group).ids,
  facets: ({ db }, filter) => facetsOf(db, filter),
  onPages: ({ db }, { sha256, from, to }) => marksOnPages(db, sha256, from, to),
  anchors: ({ db }, { id }) => anchorsOf(db, getAnnotation(db, id).id),
  quotes: ({ db }, { text }) => checkQuotes(db, text),
  versions: ({ db }, { id }) => versionsOf(db, getAnnotation(db, id)),
  update: (tx, { id, kind, color, commentPrimary, commentSecondary, isStep }) => {
    const before = getAnnotation(tx.db, id);
    checkKind(before, kind);
    const isTyping = isStep !== true && (commentPrimary !== undefined || commentSecondary !== undefined);
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
  reanchor: reanchorPaper,
  reviews: ({ db }, { paperId }) => listReviews(db, paperId),
  settle: (tx, input) => {
    settle(tx, input);
    return {};
  },
  inPdf: (core, { sha256 }) => marksInPdf(core, getFile(core.db, sha256).sha256),
  adopt: (tx, input) => adopt(tx, input),
  updateMany: (tx, input) => ({ changed: updateMany(tx, input) }),
  place: (tx, input) => {
    place(tx, input);
    return getAnnotation(tx.db, input.id);
  },
  merge: (tx, { ids }) => getAnnotation(tx.db, merge(tx, ids)),
  split: (tx, input) => {
    const second = split(tx, input);
    return { first: getAnnotation(tx.db, input.id), second: getAnnotation(tx.db, second) };
  },
  removeMany: (tx, { ids }) => {
    setTrashed(tx, ids, tx.now);
    return {};
  },
  restoreMany: (tx, { ids }) => {
    setTrashed(tx, ids, null);
    return {};
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
