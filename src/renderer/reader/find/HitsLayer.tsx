// The places found on one page, as rectangles of the text model: there before the page is painted.
import { useMemo, useSyncExternalStore } from 'react';
import type { PageText, TextRange } from '#shared/text/model.ts';
import { rectsOf } from '#shared/text/select.ts';
import { fillPath } from '../overlay/shapes.ts';
import type { PageFrame } from '../pdf/index.ts';
import type { Find } from './find.ts';
import styles from './Find.module.css';

type Props = { page: number; frame: PageFrame; text: PageText; find: Find };

/** Draws them, the one being at in another colour. */
export function HitsLayer({ page, frame, text, find }: Props) {
  const { hits, byPage, current } = useSyncExternalStore(find.subscribe, find.get);
  const here = byPage.get(page);
  const { all, at } = useMemo(() => {
    const pathOf = (index: number) => {
      const parts = hits[index]?.ranges.filter((range) => range.page === page) ?? [];
      return parts.map((range: TextRange) => fillPath(frame, rectsOf(text, range))).join('');
    };
    return {
      all: (here ?? [])
        .filter((index) => index !== current)
        .map(pathOf)
        .join(''),
      at: here?.includes(current) ? pathOf(current) : '',
    };
  }, [hits, here, current, page, text, frame]);
  if (all === '' && at === '') return null;
  return (
    <svg className={styles.hits} viewBox={`0 0 ${frame.width} ${frame.height}`} preserveAspectRatio="none" aria-hidden>
      {all && <path className={styles.hit} data-hits="" d={all} />}
      {at && <path className={styles.current} data-hit-current="" d={at} />}
    </svg>
  );
}
