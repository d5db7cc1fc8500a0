// The caret of the caret mode on one page.
import { useSyncExternalStore } from 'react';
import type { PageText } from '#shared/text/model.ts';
import { displayBox, type PageFrame } from '../pdf/index.ts';
import { type CaretMode, caretRect } from './caret-mode.ts';
import styles from './Caret.module.css';

type Props = { page: number; frame: PageFrame; text: PageText; mode: CaretMode };

/** Nothing while the mode is off. */
export function CaretLayer({ page, frame, text, mode }: Props) {
  const { isOn, caret } = useSyncExternalStore(mode.subscribe, mode.get);
  if (!isOn || caret?.page !== page) return null;
  const rect = caretRect(text, caret.offset);
  if (!rect) return null;
  const { left, top, width, height } = displayBox(frame, rect);
  return (
    <svg className={styles.layer} viewBox={`0 0 ${frame.width} ${frame.height}`} preserveAspectRatio="none" aria-hidden>
      <line
        key={caret.offset}
        className={styles.caret}
        data-caret=""
        x1={left}
        y1={top}
        x2={left + width}
        y2={top + height}
      />
    </svg>
  );
}
