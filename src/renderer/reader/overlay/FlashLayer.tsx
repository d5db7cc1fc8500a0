// The words of a page that flash, for a moment, when the reader is led to them.
import { useSyncExternalStore } from 'react';
import type { PageFrame } from '../pdf/index.ts';
import type { Flash } from './flash.ts';
import { fillPath } from './shapes.ts';
import styles from './Overlay.module.css';

/** A new flash of the same words begins anew. */
export function FlashLayer({ page, frame, flash }: { page: number; frame: PageFrame; flash: Flash }) {
  const { count, places, stays } = useSyncExternalStore(flash.subscribe, flash.get);
  const rects = places.flatMap((place) => (place.page === page ? place.rects : []));
  if (rects.length === 0) return null;
  return (
    <svg
      key={count}
      className={styles.flashes}
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      preserveAspectRatio="none"
      aria-hidden
    >
      <path
        className={stays ? styles.found : styles.flash}
        data-flash=""
        d={fillPath(frame, rects)}
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
