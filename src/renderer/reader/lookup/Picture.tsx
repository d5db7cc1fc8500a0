// A part of a page, painted small: a figure, or the place a link leads to.
import { useEffect, useRef, useState } from 'react';
import type { Rect } from '#shared/text/model.ts';
import { useMessages } from '../../ui/i18n.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import type { Session } from '../session.ts';
import type { Target } from './lookup.ts';
import { lookupMessages } from './messages.ts';
import styles from './Preview.module.css';

/** CSS pixels of the picture, and points of a page shown below the place a link leads to. */
const WIDTH_PX = 440;
const LINK_HEIGHT_PT = 170;

/** Shows a spinner until it is painted. */
export function Picture({ session, target }: { session: Session; target: Target }) {
  const m = useMessages(lookupMessages);
  const place = useRef<HTMLDivElement>(null);
  const [isDrawn, setDrawn] = useState(false);
  const { engine } = session;
  useEffect(() => {
    let isGone = false;
    void partOf(session, target)
      .then((part) => part && engine.paintPart(part.page, part.rect, WIDTH_PX))
      .then((canvas) => {
        if (isGone || !canvas) return;
        place.current?.replaceChildren(canvas);
        setDrawn(true);
      });
    return () => {
      isGone = true;
    };
  }, [session, target, engine]);
  return (
    <>
      {!isDrawn && <Spinner label={m.drawing} />}
      <div
        ref={place}
        className={styles.picture}
        role="img"
        aria-label={target.kind === 'figure' ? target.figure.caption : m.preview}
      />
    </>
  );
}

async function partOf({ texts }: Session, target: Target): Promise<{ page: number; rect: Rect } | null> {
  if (target.kind === 'figure') return target.figure;
  if (target.kind !== 'link') return null;
  const { page, y } = target.to;
  const text = await texts.load(page);
  if (!text) return null;
  const [left, bottom, right, top] = text.box;
  const from = Math.min(top, (y ?? top) + 12);
  return { page, rect: [left, Math.max(bottom, from - LINK_HEIGHT_PT), right, from] };
}
