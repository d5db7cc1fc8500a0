// Finds the place of a line in a rendered survey and shows it.
import type { LintLine, Survey } from '#shared/surveys.ts';
import { flash } from './use-arrival.ts';
import { sectionStretch } from './stretches.ts';

/** Scrolls to what stands on a line: its block, else the block or heading nearest above it. */
export function showLine(
  scroller: HTMLElement,
  survey: Survey,
  { line, blockId }: Pick<LintLine, 'line' | 'blockId'>,
): void {
  const places = [
    ...survey.blocks.map((block) => ({ id: block.id, line: block.line })),
    ...survey.sections.map((section) => ({ id: sectionStretch(section.line), line: section.line })),
  ]
    .filter((place) => place.line <= line)
    .toSorted((a, b) => b.line - a.line);
  const ids = [...(blockId ? [blockId] : []), ...places.map(({ id }) => id)];
  for (const id of ids) {
    const target = scroller.querySelector(`[data-stretch="${CSS.escape(id)}"]`);
    if (!target) continue;
    target.scrollIntoView({ block: 'center' });
    flash(target);
    return;
  }
}
