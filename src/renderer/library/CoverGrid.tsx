// The papers as first pages in a grid, of which only those in view are in the page.
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import type { PaperItem } from '#shared/papers.ts';
import { coverUrl } from '../data/urls.ts';
import { mainFile } from '../papers/index.ts';
import { inView, rowAfterKey } from '../ui/windowed.ts';
import styles from './CoverGrid.module.css';

const CELL = { width: 148, height: 236 };

type Props = {
  label: string;
  items: readonly PaperItem[];
  selectedKey: string | null;
  onSelect: (paper: PaperItem) => void;
  onOpen: (paper: PaperItem) => void;
};

/** Arrows move the picked one, Enter opens it. */
export function CoverGrid({ label, items, selectedKey, onSelect, onOpen }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 800, width: 800 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = () => setView({ top: element.scrollTop, height: element.clientHeight, width: element.clientWidth });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const across = Math.max(1, Math.floor(view.width / CELL.width));
  const rows = Math.ceil(items.length / across);
  const { first, end } = inView(view.top, view.height, CELL.height, rows);
  const picked = items.findIndex((paper) => paper.id === selectedKey);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const item = items[picked];
    const beside = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: across, ArrowUp: -across }[event.key];
    if (event.key === 'Enter' && item) onOpen(item);
    else {
      const to =
        beside === undefined
          ? rowAfterKey(event.key, picked, items.length, across * Math.max(1, Math.floor(view.height / CELL.height)))
          : Math.max(0, Math.min(items.length - 1, picked + beside));
      const next = to === null ? undefined : items[to];
      if (to === null || !next) return;
      onSelect(next);
      const top = Math.floor(to / across) * CELL.height;
      const element = scroller.current;
      if (element && (top < element.scrollTop || top + CELL.height > element.scrollTop + element.clientHeight))
        element.scrollTop = top;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={scroller}
      className={styles.grid}
      role="listbox"
      aria-label={label}
      aria-activedescendant={picked >= first * across && picked < end * across ? `cover-${selectedKey}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onScroll={(event) => {
        const { scrollTop: top, clientHeight: height, clientWidth: width } = event.currentTarget;
        setView({ top, height, width });
      }}
    >
      <div className={styles.all} style={{ height: rows * CELL.height }}>
        {items.slice(first * across, end * across).map((paper, offset) => {
          const at = first * across + offset;
          const file = mainFile(paper.files);
          const x = (at % across) * CELL.width;
          const y = Math.floor(at / across) * CELL.height;
          return (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid has the keys
            <div
              key={paper.id}
              id={`cover-${paper.id}`}
              className={styles.cell}
              role="option"
              tabIndex={-1}
              aria-selected={paper.id === selectedKey}
              style={{ transform: `translate(${x}px, ${y}px)` }}
              onClick={() => onSelect(paper)}
              onDoubleClick={() => onOpen(paper)}
            >
              <span className={styles.cover}>
                {file?.state === 'ready' && <img src={coverUrl(file.sha256)} alt="" loading="lazy" />}
              </span>
              <span className={styles.title}>{paper.title}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
