// Handles on the mark whose panel is open: its first and last place, or the corners of an area, to be dragged.
import { type PointerEvent, useCallback, useEffect, useReducer, useState } from 'react';
import { isTextKind, type PageMark } from '#shared/annotations.ts';
import { rectsOf, unitRect } from '#shared/text/rects.ts';
import type { PageRange } from '#shared/text/pages.ts';
import type { Rect } from '#shared/text/model.ts';
import { write } from '../../data/write.ts';
import { useMessages } from '../../ui/i18n.tsx';
import { messages } from '../messages.ts';
import { rangesOfUnits, trimRanges, unitAt } from '../selection/units.ts';
import type { Session } from '../session.ts';
import styles from './Handles.module.css';

type Props = { session: Session; mark: PageMark | null };
type Grip = { id: string; label: string; page: number; at: Rect };

/** Marks on words, areas and texts have handles; what is let go of is stored as one step. */
export function Handles({ session, mark }: Props) {
  const m = useMessages(messages);
  const { engine, texts, sha256, flash } = session;
  const [dragged, setDragged] = useState<string | null>(null);
  // Where the pages lie changes with every scroll and zoom.
  const [, moved] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const stops = [engine.onView(moved), engine.subscribe(moved)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [engine]);

  const grips = gripsOf(mark, (page) => texts.page(page), m);
  const onUp = useCallback(
    (grip: Grip, event: PointerEvent) => {
      setDragged(null);
      const spot = engine.locate(event.clientX, event.clientY);
      if (!mark || !spot) return;
      if (mark.shape) {
        if (spot.page !== mark.shape.page) return;
        const rect = resized(mark.shape.rect, grip.id, spot.x, spot.y);
        const { page, sizePt } = mark.shape;
        write('annotations', 'place', { id: mark.id, sha256, shape: { page, rect, sizePt } }).catch(() => undefined);
        return;
      }
      const text = texts.page(spot.page);
      const [first, last] = [mark.ranges[0], mark.ranges.at(-1)];
      if (!text || !first || !last) return;
      const to = unitAt(text, spot.x, spot.y, 'character');
      const start: PageRange = { page: first.page, start: first.start, end: first.start };
      const end: PageRange = { page: last.page, start: last.end, end: last.end };
      const ranges = trimRanges(
        texts,
        rangesOfUnits(texts, grip.id === 'start' ? to : start, grip.id === 'start' ? end : to),
      );
      if (ranges.length === 0) return;
      flash.at(ranges.map((range) => ({ page: range.page, rects: rectsOf(texts.page(range.page) ?? text, range) })));
      write('annotations', 'place', { id: mark.id, sha256, ranges }).catch(() => undefined);
    },
    [engine, texts, flash, mark, sha256],
  );
  const view = engine.container.getBoundingClientRect();
  return (
    <div className={styles.over}>
      {grips.map((grip) => {
        const place = engine.clientBox(grip.page, grip.at);
        if (!place) return null;
        const isEnd = grip.id === 'end';
        return (
          <button
            key={grip.id}
            type="button"
            className={styles.handle}
            data-handle={grip.id}
            data-dragged={dragged === grip.id || undefined}
            aria-label={grip.label}
            style={{
              left: `${(isEnd || mark?.shape ? place.left + place.width : place.left) - view.left}px`,
              top: `${place.top + (isEnd ? place.height : 0) - view.top}px`,
            }}
            onPointerDown={(event) => {
              event.preventDefault();
              event.stopPropagation();
              event.currentTarget.setPointerCapture(event.pointerId);
              setDragged(grip.id);
            }}
            onPointerMove={(event) => {
              if (dragged !== grip.id) return;
              event.currentTarget.style.left = `${event.clientX - view.left}px`;
              event.currentTarget.style.top = `${event.clientY - view.top}px`;
            }}
            onPointerUp={(event) => dragged === grip.id && onUp(grip, event)}
          />
        );
      })}
    </div>
  );
}

type Words = { handleStart: string; handleEnd: string; handleCorner: string };

function gripsOf(mark: PageMark | null, pageText: Session['texts']['page'], m: Words): Grip[] {
  if (!mark) return [];
  if (mark.shape) {
    if (mark.kind !== 'area' && mark.kind !== 'text') return [];
    const [x1, y1, x2, y2] = mark.shape.rect;
    const corners: [string, number, number][] = [
      ['x1y1', x1, y1],
      ['x2y1', x2, y1],
      ['x1y2', x1, y2],
      ['x2y2', x2, y2],
    ];
    return corners.map(([id, x, y]) => ({ id, label: m.handleCorner, page: mark.shape?.page ?? 1, at: [x, y, x, y] }));
  }
  const [first, last] = [mark.ranges[0], mark.ranges.at(-1)];
  const [firstText, lastText] = [first && pageText(first.page), last && pageText(last.page)];
  if (!isTextKind(mark.kind) || !first || !last || !firstText || !lastText) return [];
  const [a, b] = [unitRect(firstText, first.start), unitRect(lastText, last.end - 1)];
  return [
    ...(a ? [{ id: 'start', label: m.handleStart, page: first.page, at: a }] : []),
    ...(b ? [{ id: 'end', label: m.handleEnd, page: last.page, at: b }] : []),
  ];
}

/** The rectangle with the corner of that name moved to a point. */
function resized([x1, y1, x2, y2]: Rect, corner: string, x: number, y: number): Rect {
  const [ax, bx] = corner.startsWith('x1') ? [x, x2] : [x1, x];
  const [ay, by] = corner.endsWith('y1') ? [y, y2] : [y1, y];
  return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
}
