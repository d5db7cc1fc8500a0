// Which papers are marked after a press with a key held. Pure.
import type { PaperItem } from '#shared/papers.ts';

/** `toggle` adds or drops one, `range` marks all from the picked one to it. The picked one counts as marked. */
export function markedAfter(
  shown: readonly Pick<PaperItem, 'id'>[],
  marked: ReadonlySet<string>,
  picked: string | null,
  to: string,
  how: 'toggle' | 'range',
): Set<string> {
  const next = new Set(marked);
  if (picked !== null && next.size === 0) next.add(picked);
  if (how === 'toggle') {
    if (next.has(to) && to !== picked) next.delete(to);
    else next.add(to);
    return next;
  }
  const [from, end] = [shown.findIndex(({ id }) => id === picked), shown.findIndex(({ id }) => id === to)];
  const [first, last] = from < end ? [Math.max(0, from), end] : [end, from];
  for (const { id } of shown.slice(first, last + 1)) next.add(id);
  return next;
}
