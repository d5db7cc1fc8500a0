// A long list of rows of any height, of which only those in view are in the page. Heights are measured as rows appear.
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { rowAt, topsOf } from './virtual.ts';
import styles from './VirtualRows.module.css';

type Props = {
  label: string;
  count: number;
  keyOf: (index: number) => string;
  render: (index: number) => ReactNode;
  /** Expected height of a row that was not seen yet, in pixels. */
  estimate: number;
  /** Brought into view when it changes. */
  shown?: number | null;
  /** Hears which rows `[first, end)` are in view. */
  onRange: (first: number, end: number) => void;
};

const SPARE_PX = 400;

/** Scrolls by itself; fills its parent. */
export function VirtualRows({ label, count, keyOf, render, estimate, shown = null, onRange }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const heights = useRef(new Map<string, number>());
  const [measured, setMeasured] = useState(0);
  const [view, setView] = useState({ top: 0, height: 600 });
  const tops = useMemo(
    () => topsOf(count, (index) => heights.current.get(keyOf(index)) ?? estimate),
    // `measured` counts what is in the map.
    // oxlint-disable-next-line react/exhaustive-deps
    [count, keyOf, estimate, measured],
  );
  const first = rowAt(tops, view.top - SPARE_PX);
  const end = Math.min(count, rowAt(tops, view.top + view.height + SPARE_PX) + 1);
  useEffect(() => onRange(first, end), [onRange, first, end]);

  const observer = useMemo(
    () =>
      new ResizeObserver((entries) => {
        let isNew = false;
        for (const { target, borderBoxSize } of entries) {
          const key = (target as HTMLElement).dataset['row'] ?? '';
          const height = Math.round(borderBoxSize[0]?.blockSize ?? 0);
          if (height > 0 && heights.current.get(key) !== height) {
            heights.current.set(key, height);
            isNew = true;
          }
        }
        if (isNew) setMeasured((times) => times + 1);
      }),
    [],
  );
  useEffect(() => () => observer.disconnect(), [observer]);
  const measure = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return undefined;
      observer.observe(element);
      return () => observer.unobserve(element);
    },
    [observer],
  );
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const look = () => setView({ top: element.scrollTop, height: element.clientHeight });
    look();
    const resizing = new ResizeObserver(look);
    resizing.observe(element);
    return () => resizing.disconnect();
  }, []);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || shown === null || shown < 0) return;
    const [top = 0, bottom = 0] = [tops[shown], tops[shown + 1]];
    if (top < element.scrollTop) element.scrollTop = top;
    else if (bottom > element.scrollTop + element.clientHeight) element.scrollTop = bottom - element.clientHeight;
    // Only a new row to show moves the list, not every measured height.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [shown]);

  const rows = [];
  for (let index = first; index < end; index++) {
    const key = keyOf(index);
    rows.push(
      <div
        key={key}
        ref={measure}
        data-row={key}
        className={styles.row}
        role="listitem"
        aria-setsize={count}
        aria-posinset={index + 1}
        style={{ transform: `translateY(${tops[index] ?? 0}px)` }}
      >
        {render(index)}
      </div>,
    );
  }
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      onScroll={(event) => setView({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight })}
    >
      <div className={styles.rows} role="list" aria-label={label} style={{ height: tops[count] ?? 0 }}>
        {rows}
      </div>
    </div>
  );
}
