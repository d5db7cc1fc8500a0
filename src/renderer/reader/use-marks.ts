// The marks of the file in view: by page, by id, and which of them are lit.
import { useMemo } from 'react';
import type { Annotation } from '#shared/annotations.ts';
import { useRead } from '../data/read.ts';
import { type Active, useActive } from '../ui/active.tsx';
import { indexMarks, type MarkIndex } from './overlay/mark-index.ts';

export type Marks = {
  /** Null until they are read. */
  all: readonly Annotation[] | null;
  index: MarkIndex;
  byId: ReadonlyMap<string, Annotation>;
  /** Ids of those lit: the one clicked, and those linked to the lit passage or finding. */
  lit: ReadonlySet<string>;
};

/** The annotations that what is lit on the other side lights here. Pure. */
export function litMarks(annotations: readonly Annotation[], active: Active): Set<string> {
  const { annotationId, passageId, findingId } = active;
  const lit = new Set<string>();
  for (const { id, passageIds, evidence } of annotations) {
    const isLit =
      id === annotationId ||
      (passageId !== null && passageIds.includes(passageId)) ||
      (findingId !== null && evidence.some((one) => one.findingId === findingId));
    if (isLit) lit.add(id);
  }
  return lit;
}

const NONE: readonly Annotation[] = [];

/** The marks of a file, kept up as they change. */
export function useMarks(sha256: string): Marks {
  const { data } = useRead('annotations', 'list', { sha256 });
  const { annotationId, passageId, findingId } = useActive();
  const all = data ?? NONE;
  const index = useMemo(() => indexMarks(all, sha256), [all, sha256]);
  const byId = useMemo(() => new Map(all.map((annotation) => [annotation.id, annotation])), [all]);
  const lit = useMemo(
    () => litMarks(all, { annotationId, passageId, findingId }),
    [all, annotationId, passageId, findingId],
  );
  return { all: data ?? null, index, byId, lit };
}
