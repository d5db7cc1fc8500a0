// A long list of annotations read a stretch at a time: as much as is in view, and what was seen.
import { useCallback, useState } from 'react';
import type { AnnotationFilter, AnnotationGroup, AnnotationLine } from '#shared/annotations.ts';
import { useRead, useReads } from '../data/read.ts';
import type { Group } from './list-rows.ts';

const STRETCH = 100;

export type Lines = {
  /** Null until it is read. */
  total: number | null;
  groups: readonly Group[];
  isFailed: boolean;
  /** The line at a place of the list; undefined until it is read. */
  line: (at: number) => AnnotationLine | undefined;
  /** Says which lines are in view. */
  look: (first: number, end: number) => void;
};

/** The list of a filter, kept up as it changes. */
export function useLines(filter: AnnotationFilter, group: AnnotationGroup): Lines {
  const [view, setView] = useState({ from: 0, to: 0 });
  const head = useRead('annotations', 'lines', { ...filter, group, offset: 0, limit: STRETCH }, { keep: true });
  const stretches: number[] = [];
  for (let number = view.from; number <= view.to; number++) if (number > 0) stretches.push(number);
  const more = useReads(
    'annotations',
    'lines',
    stretches.map((number) => ({ ...filter, group, offset: number * STRETCH, limit: STRETCH })),
  );
  const look = useCallback((first: number, end: number) => {
    const [from, to] = [Math.floor(Math.max(0, first) / STRETCH), Math.floor(Math.max(0, end - 1) / STRETCH)];
    setView((known) => (known.from === from && known.to === to ? known : { from, to }));
  }, []);
  const line = (at: number): AnnotationLine | undefined => {
    const number = Math.floor(at / STRETCH);
    const found = number === 0 ? head.data : more[stretches.indexOf(number)];
    return found?.lines[at % STRETCH];
  };
  return { total: head.data?.total ?? null, groups: head.data?.groups ?? [], isFailed: head.isError, line, look };
}
