// What a list of annotations can be filtered by, counted.
import type { AnnotationColor, AnnotationKind } from '#shared/annotation.ts';
import type { AnnotationFilter, annotationFacets } from '#shared/annotation-lists.ts';
import type { z } from 'zod';
import type { Reader } from '../kinds.ts';
import { whereOf } from './filter.ts';
import { PAPER_ID } from './sql.ts';

type Counts<T> = { value: T; count: number }[];

/** Colours, kinds and authors in use, the most frequent first, and how many have findings and comments. */
export function facetsOf(db: Reader, filter: AnnotationFilter): z.output<typeof annotationFacets> {
  const count = <T>(column: string, more: AnnotationFilter = {}): Counts<T> => {
    const where = whereOf({ ...filter, ...more });
    return db.all<{ value: T; count: number }>(
      `SELECT value, count(*) AS count FROM (SELECT ${column} AS value, ${PAPER_ID} FROM annotation WHERE ${where.sql})
       GROUP BY value ORDER BY count DESC, value`,
      ...where.values,
    );
  };
  const kinds = count<AnnotationKind>('annotation.kind');
  const total = (counts: Counts<unknown>): number => counts.reduce((sum, each) => sum + each.count, 0);
  return {
    total: total(kinds),
    colors: count<AnnotationColor>('annotation.color'),
    kinds,
    authors: count<string>('annotation.author'),
    withFinding: total(count('1', { hasFinding: true })),
    withComment: total(count('1', { hasComment: true })),
  };
}
