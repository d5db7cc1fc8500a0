// The selection on one page, drawn by us: the browser's own never reaches the words.
import { useMemo, useSyncExternalStore } from 'react';
import type { PageText } from '#shared/text/model.ts';
import { rectsOf } from '#shared/text/select.ts';
import type { PageFrame } from '../pdf/index.ts';
import type { Selection } from '../selection/index.ts';
import { fillPath } from './shapes.ts';
import styles from './Overlay.module.css';

type Props = { page: number; frame: PageFrame; text: PageText; selection: Selection };

/** Draws the part of the selection that lies on the page. */
export function SelectionLayer({ page, frame, text, selection }: Props) {
  const { ranges } = useSyncExternalStore(selection.subscribe, selection.get);
  const range = ranges.find((each) => each.page === page);
  const [start, end] = [range?.start ?? 0, range?.end ?? 0];
  const path = useMemo(
    () => (end > start ? fillPath(frame, rectsOf(text, { start, end })) : ''),
    [text, frame, start, end],
  );
  if (path === '') return null;
  return (
    <svg className={styles.marks} viewBox={`0 0 ${frame.width} ${frame.height}`} preserveAspectRatio="none" aria-hidden>
      <path className={styles.selection} data-selection="" d={path} />
    </svg>
  );
}
