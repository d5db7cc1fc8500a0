// Arriving: the route says where in the document to go; each arrival is followed once, also at the same place again.
import { useEffect, useRef } from 'react';
import { setActive } from '../ui/active.tsx';
import { type Route, useRoute } from '../ui/navigation.tsx';
import type { Rect } from '#shared/text/model.ts';
import { type Session, useEngineState } from './session.ts';
import type { Marks } from './use-marks.ts';

/** Goes to the annotation or page of the route once the document is open. */
export function useArrival(session: Session, paperId: string, marks: Marks, isWanted = true): void {
  const route = useRoute();
  const { engine, flash } = session;
  const { status } = useEngineState(engine);
  const followed = useRef<Route>(null);

  useEffect(() => {
    if (
      !isWanted ||
      status !== 'open' ||
      route.view !== 'reader' ||
      route.paperId !== paperId ||
      followed.current === route
    )
      return;
    const { annotationId, page } = route;
    if (annotationId) {
      if (!marks.all) return;
      const annotation = marks.byId.get(annotationId);
      const first = annotation?.anchor.ranges[0];
      if (annotation && first) {
        setActive({ annotationId, passageId: null, findingId: null });
        void engine.reveal(first.page, around(first.rects));
        flash.at(annotation.anchor.ranges);
      }
    } else if (page) engine.goToPage(page, true);
    followed.current = route;
  }, [status, route, paperId, marks.all, marks.byId, engine, flash, isWanted]);
}

/** The rectangle around the first lines of some words: what should come into view. */
function around(rects: readonly Rect[]): Rect {
  const [first = [0, 0, 0, 0], ...rest] = rects.slice(0, 6);
  return rest.reduce<Rect>(
    (box, [x1, y1, x2, y2]) => [Math.min(box[0], x1), Math.min(box[1], y1), Math.max(box[2], x2), Math.max(box[3], y2)],
    [...first] as Rect,
  );
}
