// The marks of the pages in view: by page, by id, and which of them are lit. Read a stretch of pages at a time, so that
// a document with tens of thousands of marks opens, scrolls and takes a new one as quickly as one with none.
import { useMemo } from 'react';
import type { PageMark } from '#shared/annotations.ts';
import { useReads } from '../data/read.ts';
import { type Active, useActive } from '../ui/active.tsx';
import { indexMarks, type MarkIndex } from './overlay/mark-index.ts';
import { type Session, useEngineState } from './session.ts';

export type Marks = {
  index: MarkIndex;
  byId: ReadonlyMap<string, PageMark>;
  /** Ids of those lit: the one clicked, and those linked to the lit passage or finding. */
  lit: ReadonlySet<string>;
};

/** Pages read in one stretch. */
export const STRETCH = 8;

/** The stretches of pages, `[from, to]`, that hold these pages. Pure. */
export function stretchesOf(pages: readonly number[]): { from: number; to: number }[] {
  const firsts = new Set(pages.map((page) => page - ((page - 1) % STRETCH)));
  return [...firsts].toSorted((a, b) => a - b).map((from) => ({ from, to: from + STRETCH - 1 }));
}

/** The marks that what is lit on the other side lights here. Pure. */
export function litMarks(marks: readonly PageMark[], active: Active): Set<string> {
  const { annotationId, passageId, findingId } = active;
  const lit = new Set<string>();
  for (const { id, passageIds, findingIds } of marks) {
    const isLit =
      id === annotationId ||
      (passageId !== null && passageIds.includes(passageId)) ||
      (findingId !== null && findingIds.includes(findingId));
    if (isLit) lit.add(id);
  }
  return lit;
}

/** The marks on the pages shown, kept up as they change. */
export function useMarks({ engine, sha256 }: Session): Marks {
  const { shown } = useEngineState(engine);
  const { annotationId, passageId, findingId } = useActive();
  const inputs = stretchesOf(shown.map(({ number }) => number)).map((stretch) => ({ sha256, ...stretch }));
  const answers = useReads('annotations', 'onPages', inputs);
  const all = useMemo(() => answers.flatMap((marks) => marks ?? []), [answers]);
  const index = useMemo(() => indexMarks(all), [all]);
  const byId = useMemo(() => new Map(all.map((mark) => [mark.id, mark])), [all]);
  const lit = useMemo(
    () => litMarks(all, { annotationId, passageId, findingId }),
    [all, annotationId, passageId, findingId],
  );
  return { index, byId, lit };
}
