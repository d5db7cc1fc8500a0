// Which annotations a filter lets through. Pure.
import type { Annotation, AnnotationColor } from '#shared/annotations.ts';
import { fold } from '#shared/text/fold.ts';

/** Words (all must occur, in any order and in any of the texts) and a colour; null for any. */
export type AnnotationFilter = { words: string; color: AnnotationColor | null };

/** The annotations that fit, in the order given. Words are compared folded: case, ligatures and wide forms do not matter. */
export function filterAnnotations(annotations: readonly Annotation[], filter: AnnotationFilter): Annotation[] {
  const wanted = fold(filter.words)
    .split(' ')
    .filter((word) => word !== '');
  return annotations.filter(({ color, anchor, commentPrimary, commentSecondary }) => {
    if (filter.color !== null && color !== filter.color) return false;
    if (wanted.length === 0) return true;
    const text = fold(`${anchor.quote} ${commentPrimary} ${commentSecondary}`);
    return wanted.every((word) => text.includes(word));
  });
}

/** The colours in use, in the order of `palette`. */
export function colorsInUse(
  annotations: readonly Annotation[],
  palette: readonly AnnotationColor[],
): AnnotationColor[] {
  const used = new Set(annotations.map((annotation) => annotation.color));
  return palette.filter((color) => used.has(color));
}
