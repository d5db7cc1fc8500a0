// Changes to marks that are there: another place, several at once, merged, cut in two. Each is one undo step.
import { isTextKind, type Annotation, type PageRange, type ShapeKind } from '#shared/annotation.ts';
import type { annotations } from '#shared/annotations.ts';
import { AppError } from '#shared/errors.ts';
import { describe } from '#shared/text/anchor.ts';
import type { z } from 'zod';
import { cachedPages, getFile, requirePage } from '../files/index.ts';
import type { Tx } from '../kinds.ts';
import { moveTo } from './anchors.ts';
import { checkRanges, inShort, linkEvidence, putAnnotation } from './create.ts';
import { anchorOfShape } from './shapes.ts';
import { annotationsById, findAnnotation } from './sql.ts';

type In<V extends keyof typeof annotations> = z.output<(typeof annotations)[V]['input']>;

const need = (tx: Tx, id: string): Annotation => {
  const found = findAnnotation(tx.db, id);
  if (!found) throw new AppError('not_found', 'There is no such annotation.');
  return found;
};

/** `bad_input` where a mark on words is to become a shape, or a shape anything else. */
export function checkKind(before: Annotation, kind: Annotation['kind'] | undefined): void {
  if (kind === undefined || kind === before.kind || (isTextKind(kind) && isTextKind(before.kind))) return;
  throw new AppError('bad_input', `kind: ${before.kind} cannot be turned into ${kind}.`);
}

/** Gives a mark another place, in its own file or another. A place the review queue asked for is thereby settled. */
export function place(tx: Tx, input: In<'place'>): void {
  const before = need(tx, input.id);
  const sha256 = input.sha256 ?? before.sha256;
  const file = getFile(tx.db, sha256);
  const pages = cachedPages(tx, sha256);
  tx.step('annotation.place', { subject: inShort(before.anchor.quote), place: { annotationId: before.id, sha256 } });
  const review = tx.db.get<{ id: string }>(
    'SELECT id FROM anchor_review WHERE annotation_id = ? AND sha256 = ?',
    before.id,
    sha256,
  );
  if (review) tx.put('anchor_review', review.id, null);
  const how = review ? 'picked' : 'made';
  if (isTextKind(before.kind)) {
    if (!input.ranges) throw new AppError('bad_input', 'ranges: a mark on words needs them.');
    checkRanges(pages, { sha256, ranges: input.ranges });
    const selector = describe(pages, input.ranges, sha256);
    if (!selector.quote.trim()) throw new AppError('bad_input', 'ranges: there are no words in them.');
    moveTo(tx, before.id, file.id, { ...selector, how });
    return;
  }
  if (!input.shape) throw new AppError('bad_input', 'shape: this kind of mark needs one.');
  const page = requirePage(pages, sha256, input.shape.page);
  moveTo(tx, before.id, file.id, { ...anchorOfShape(pages, page, sha256, before.kind as ShapeKind, input.shape), how });
}

/** Recolours marks, or changes their kind, in one step. Answers how many changed. */
export function updateMany(tx: Tx, { ids, kind, color }: In<'updateMany'>): number {
  tx.step('annotation.editMany', { subject: String(ids.length) });
  let changed = 0;
  for (const before of annotationsById(tx.db, ids)) {
    checkKind(before, kind);
    const after = { kind: kind ?? before.kind, color: color ?? before.color };
    if (after.kind === before.kind && after.color === before.color) continue;
    tx.patch('annotation', before.id, { ...after, updated_at: tx.now });
    changed += 1;
  }
  return changed;
}

/** Moves marks to the trash, or back, in one step. Ids that are not there are passed over. */
export function setTrashed(tx: Tx, ids: readonly string[], deletedAt: number | null): void {
  const label = deletedAt === null ? 'annotation.restoreMany' : 'annotation.removeMany';
  tx.step(label, { subject: String(ids.length) });
  for (const id of ids) if (tx.row('annotation', id)) tx.patch('annotation', id, { deleted_at: deletedAt });
}

const inOrder = (a: PageRange, b: PageRange): number => a.page - b.page || a.start - b.start;

/** Ranges in reading order, those that overlap or touch made one. */
export function unite(ranges: readonly PageRange[]): PageRange[] {
  const united: PageRange[] = [];
  for (const { page, start, end } of ranges.toSorted(inOrder)) {
    const last = united.at(-1);
    if (last && last.page === page && start <= last.end) last.end = Math.max(last.end, end);
    else united.push({ page, start, end });
  }
  return united;
}

const below = (texts: string[]): string => [...new Set(texts.map((text) => text.trim()).filter(Boolean))].join('\n\n');

/** Makes one of several; answers the id of the one that stays, the first in reading order. */
export function merge(tx: Tx, ids: readonly string[]): string {
  const all = annotationsById(tx.db, ids)
    .filter(({ deletedAt }) => deletedAt === null)
    .toSorted((a, b) => (a.sortKey < b.sortKey ? -1 : 1));
  const [first, ...others] = all;
  if (!first || others.length === 0) throw new AppError('bad_input', 'ids: two marks or more are needed.');
  if (all.some(({ kind, sha256 }) => !isTextKind(kind) || sha256 !== first.sha256)) {
    throw new AppError('bad_input', 'ids: only marks on words of one file can be merged.');
  }
  tx.step('annotation.merge', { subject: inShort(first.anchor.quote), place: { annotationId: first.id } });
  const pages = cachedPages(tx, first.sha256);
  const ranges = unite(all.flatMap(({ anchor }) => anchor.ranges));
  checkRanges(pages, { sha256: first.sha256, ranges });
  moveTo(tx, first.id, getFile(tx.db, first.sha256).id, describe(pages, ranges, first.sha256));
  tx.patch('annotation', first.id, {
    comment_primary: below(all.map((one) => one.commentPrimary)),
    comment_secondary: below(all.map((one) => one.commentSecondary)),
  });
  for (const other of others) {
    copyLinks(tx, other, first);
    tx.patch('annotation', other.id, { deleted_at: tx.now });
  }
  return first.id;
}

/** Ties one mark to all findings and passages of another; ties it has are kept as they are. */
function copyLinks(tx: Tx, from: Annotation, to: Annotation): void {
  for (const { findingId, stance } of from.evidence) {
    if (!to.evidence.some((known) => known.findingId === findingId)) linkEvidence(tx, findingId, to.id, stance);
  }
  for (const passageId of from.passageIds) {
    const isTied = tx.db.get(
      'SELECT 1 FROM passage_annotation WHERE passage_id = ? AND annotation_id = ?',
      passageId,
      to.id,
    );
    if (!isTied) tx.put('passage_annotation', tx.newId(), { passage_id: passageId, annotation_id: to.id });
  }
}

/** Cuts a mark in two at a place inside it; answers the second's id. */
export function split(tx: Tx, { id, at }: In<'split'>): string {
  const before = need(tx, id);
  if (!isTextKind(before.kind)) throw new AppError('bad_input', 'Only marks on words can be split.');
  const pages = cachedPages(tx, before.sha256);
  const ranges = before.anchor.ranges.map(({ page, start, end }) => ({ page, start, end }));
  const { text } = requirePage(pages, before.sha256, at.page);
  const isBefore = (page: number, offset: number): boolean =>
    page < at.page || (page === at.page && offset < at.offset);
  const trimmed = (range: PageRange): PageRange => {
    if (range.page !== at.page) return range;
    const words = text.slice(range.start, range.end);
    const start = range.start === at.offset ? range.start + (words.length - words.trimStart().length) : range.start;
    return { ...range, start, end: range.end === at.offset ? range.start + words.trimEnd().length : range.end };
  };
  const isWords = ({ start, end }: PageRange): boolean => end > start;
  const left = ranges
    .filter(({ page, start }) => isBefore(page, start))
    .map((range) => (range.page === at.page ? { ...range, end: Math.min(range.end, at.offset) } : range))
    .map(trimmed)
    .filter(isWords);
  const right = ranges
    .filter(({ page, end }) => !isBefore(page, end) && !(page === at.page && end === at.offset))
    .map((range) => (range.page === at.page ? { ...range, start: Math.max(range.start, at.offset) } : range))
    .map(trimmed)
    .filter(isWords);
  if (left.length === 0 || right.length === 0) throw new AppError('bad_input', 'at: the place is not inside the mark.');
  tx.step('annotation.split', { subject: inShort(before.anchor.quote), place: { annotationId: id } });
  const file = getFile(tx.db, before.sha256);
  moveTo(tx, id, file.id, describe(pages, left, before.sha256));
  const second = tx.newId();
  putAnnotation(tx, second, file.id, look(before), describe(pages, right, before.sha256));
  copyLinks(tx, before, { ...before, id: second, evidence: [], passageIds: [] });
  return second;
}

const look = ({ kind, color, author }: Annotation): Pick<Annotation, 'kind' | 'color' | 'author'> => ({
  kind,
  color,
  author,
});
