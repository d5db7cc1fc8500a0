// The panel of a clicked mark: which marks lay under the pointer, and which of them it shows.
import { useCallback, useEffect, useState } from 'react';
import { setHovered } from './aside/in-view.ts';
import { setActive } from '../ui/active.tsx';
import { marksAt } from './overlay/mark-index.ts';
import { attachGestures } from './selection/index.ts';
import { type Session, useHasSelection } from './session.ts';
import type { Marks } from './use-marks.ts';
import { useLatest } from './use-latest.ts';

export type Panel = { ids: readonly string[]; index: number };

/** Attaches the pointer to the pages; a click on a mark opens its panel, a click beside puts everything out. */
export function usePanel(
  session: Session,
  marks: Marks,
): { panel: Panel | null; next: () => void; close: () => void; open: (id: string) => void } {
  const [panel, setPanel] = useState<Panel | null>(null);
  const latest = useLatest(marks);
  const hasSelection = useHasSelection(session.selection);

  useEffect(() => {
    const { engine, texts, selection, caret, lookup } = session;
    const under = (point: { page: number; x: number; y: number }) =>
      marksAt(latest.current.index.get(point.page) ?? [], point.x, point.y);
    return attachGestures({
      engine,
      texts,
      selection,
      onCaret: (at) => caret.place(at),
      isClickable: (point) => {
        const marksHere = under(point);
        setHovered(marksHere.map(({ id }) => id));
        return marksHere.length > 0 || lookup.at(point) !== null;
      },
      onClick: (point) => {
        const target = lookup.at(point);
        const ids = point.isOnPage ? under(point).map(({ id }) => id) : [];
        setPanel(ids.length > 0 ? { ids, index: 0 } : null);
        // Words that refer to something lead there, unless a mark lies on them.
        if (ids.length === 0 && target) void lookup.goTo(target);
        setActive({ annotationId: ids[0] ?? null, passageId: null, findingId: null });
      },
    });
  }, [session, latest]);

  // A selection takes the panel's place.
  if (hasSelection && panel) setPanel(null);

  const next = useCallback(() => {
    if (!panel) return;
    const index = (panel.index + 1) % panel.ids.length;
    setPanel({ ...panel, index });
    setActive({ annotationId: panel.ids[index] ?? null });
  }, [panel]);
  const close = useCallback(() => setPanel(null), []);
  const open = useCallback((id: string) => setPanel({ ids: [id], index: 0 }), []);
  return { panel, next, close, open };
}
