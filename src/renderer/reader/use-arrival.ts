// Arriving: the route says where in the document to go; each arrival is followed once, also at the same place again.
import { useEffect, useRef } from 'react';
import { fetchPageText } from '../data/page-text.ts';
import type { Anchor } from '#shared/annotations.ts';
import { read } from '../data/read.ts';
import { setActive } from '../ui/active.tsx';
import { type Route, useRoute } from '../ui/navigation.tsx';
import type { Rect } from '#shared/text/model.ts';
import { rectsOf } from '#shared/text/rects.ts';
import { type Session, useEngineState } from './session.ts';

/** Goes to the annotation or page of the route once the document is open. */
export function useArrival(session: Session, paperId: string, isWanted = true): void {
  const route = useRoute();
  const { engine, flash, sha256 } = session;
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
    const { annotationId, page, hit } = route;
    followed.current = route;
    if (!annotationId) {
      if (page && hit) void showHit(session, page, hit);
      else if (page) engine.goToPage(page, true);
      return;
    }
    anchorHere(annotationId, sha256).then(
      (ranges) => {
        const first = ranges?.[0];
        // Another arrival may have come meanwhile.
        if (!ranges || !first || followed.current !== route) return;
        setActive({ annotationId, passageId: null, findingId: null });
        void engine.reveal(first.page, around(first.rects));
        flash.at(ranges);
      },
      // A mark that is gone: the document is open, and that is all there is to show.
      () => undefined,
    );
  }, [status, route, paperId, sha256, session, engine, flash, isWanted]);
}

/** Draws the stretches of a page's text that a search found (`12-20_40-48`), and brings the first into view. */
async function showHit({ engine, flash, sha256 }: Session, page: number, hit: string): Promise<void> {
  engine.goToPage(page, true);
  const text = await fetchPageText(sha256, page).catch(() => null);
  if (!text) return;
  const stretches = hit.split('_').flatMap((stretch) => {
    const [start, end] = stretch.split('-').map(Number);
    return start !== undefined && end !== undefined && end > start ? [rectsOf(text, { start, end })] : [];
  });
  const [first] = stretches;
  if (!first?.length) return;
  await engine.reveal(page, around(first));
  flash.stay([{ page, rects: stretches.flat() }]);
}

/** Where a mark is in this file; in an earlier version of its file, where it was last. */
async function anchorHere(id: string, sha256: string): Promise<Anchor['ranges'] | undefined> {
  const { anchor } = await read('annotations', 'get', { id });
  if (anchor.sha256 === sha256) return anchor.ranges;
  return (await read('annotations', 'anchors', { id })).find((one) => one.sha256 === sha256)?.ranges;
}

/** The rectangle around the first lines of some words: what should come into view. */
function around(rects: readonly Rect[]): Rect {
  const [first = [0, 0, 0, 0], ...rest] = rects.slice(0, 6);
  return rest.reduce<Rect>(
    (box, [x1, y1, x2, y2]) => [Math.min(box[0], x1), Math.min(box[1], y1), Math.max(box[2], x2), Math.max(box[3], y2)],
    [...first] as Rect,
  );
}
