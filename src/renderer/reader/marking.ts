// Making marks from the selection: stored by the core, shown at once.
import type {
  Annotation,
  AnnotationColor,
  NewShape,
  PageMark,
  ShapeKind,
  Stance,
  TextKind,
} from '#shared/annotations.ts';
import type { Finding } from '#shared/findings.ts';
import type { Passage } from '#shared/notes.ts';
import { queryClient } from '../data/query-client.ts';
import { read } from '../data/read.ts';
import { write } from '../data/write.ts';
import type { NewFinding } from '../findings/index.ts';
import { setActive } from '../ui/active.tsx';
import type { Session } from './session.ts';
import { stretchesOf } from './use-marks.ts';

/** How a new mark looks. */
export type Look = { kind: TextKind; color: AnnotationColor };

/**
 * Marks the selected words and lights the mark; null when nothing is selected. With `finding` it is linked in the same
 * step. The selection stays until the mark is on disk. Rejects with an AppError, said in a toast already.
 */
export async function markSelection(
  { selection, sha256, engine }: Session,
  look: Look,
  finding?: { id: string; stance: Stance },
): Promise<Annotation | null> {
  const ranges = selection.get().ranges.map(({ page, start, end }) => ({ page, start, end }));
  if (ranges.length === 0) return null;
  const annotation = await write('annotations', 'create', {
    sha256,
    ranges,
    ...look,
    ...(finding ? { finding } : {}),
  });
  showAtOnce(annotation);
  selection.clear();
  // The bar that may have had the focus is gone.
  engine.container.focus({ preventScroll: true });
  setActive({ annotationId: annotation.id, passageId: null, findingId: null });
  return annotation;
}

/** Marks the selected words and makes a finding of them, in one step; null when nothing is selected. As {@link markSelection}. */
export async function makeFinding(
  { selection, sha256, engine }: Session,
  look: Look,
  start: Omit<NewFinding, 'annotationId'>,
): Promise<Finding | null> {
  const ranges = selection.get().ranges.map(({ page, start: from, end }) => ({ page, start: from, end }));
  if (ranges.length === 0) return null;
  const finding = await write('findings', 'create', { ...start, mark: { sha256, ranges, ...look } });
  const annotationId = finding.evidence[0]?.annotationId;
  selection.clear();
  engine.container.focus({ preventScroll: true });
  if (annotationId) {
    showAtOnce(await read('annotations', 'get', { id: annotationId }));
    setActive({ annotationId, passageId: null, findingId: null });
  }
  return finding;
}

/** Marks the selected words and adds a passage on them to the paper's note, in one step; null when nothing is selected. */
export async function noteSelection(
  { selection, sha256 }: Session,
  color: AnnotationColor,
  paperId: string,
): Promise<Passage | null> {
  const ranges = selection.get().ranges.map(({ page, start, end }) => ({ page, start, end }));
  if (ranges.length === 0) return null;
  const passage = await write('notes', 'addPassage', { paperId, mark: { sha256, ranges, color } });
  selection.clear();
  return passage;
}

/** Puts a new mark into the stretches of pages already read, so that it is seen before they are read again. */
export function showAtOnce(annotation: Annotation): void {
  const { id, kind, color, sha256, anchor, passageIds, evidence, commentPrimary } = annotation;
  const mark: PageMark = {
    id,
    kind,
    color,
    passageIds,
    ranges: anchor.ranges,
    shape: anchor.shape,
    text: kind === 'text' ? commentPrimary : '',
    hasComment: commentPrimary !== '',
    findingIds: evidence.map(({ findingId }) => findingId),
  };
  queryClient.setQueryData(['annotations', 'get', { id }], annotation);
  for (const stretch of stretchesOf(anchor.ranges.map(({ page }) => page))) {
    queryClient.setQueryData<PageMark[]>(['annotations', 'onPages', { sha256, ...stretch }], (marks) =>
      marks && !marks.some((each) => each.id === id) ? [...marks, mark] : marks,
    );
  }
}

/** Draws a shape on a page and lights it. Rejects with an AppError, said in a toast already. */
export async function drawShape(
  sha256: string,
  kind: ShapeKind,
  color: AnnotationColor,
  shape: NewShape,
): Promise<Annotation> {
  const annotation = await write('annotations', 'draw', { sha256, kind, color, shape });
  showAtOnce(annotation);
  setActive({ annotationId: annotation.id, passageId: null, findingId: null });
  return annotation;
}
