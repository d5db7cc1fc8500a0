// A long list of rows of one height, of which only those in view are in the page. One row is picked; keys move it.
import { type KeyboardEvent, type MouseEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { classes } from './classes.ts';
import { inView, rowAfterKey } from './windowed.ts';
import styles from './WindowedList.module.css';

export type WindowedListProps<T> = {
  /** Spoken name. */
  label: string;
  items: readonly T[];
  keyOf: (item: T) => string;
  /** CSS pixels, the same for every row. */
  rowHeight: number;
  /** The row's cells; each an element with `role="gridcell"`. */
  renderRow: (item: T) => ReactNode;
  /** The row of headings; cells with `role="columnheader"`. */
  header?: ReactNode;
  selectedKey: string | null;
  /** `how`: alone, one more or less (Ctrl or Cmd), or all up to it (Shift). */
  onSelect: (item: T, how: 'only' | 'toggle' | 'range') => void;
  /** Keys of the rows marked besides the picked one. */
  marked?: ReadonlySet<string>;
  /** Ctrl or Cmd and A. */
  onMarkAll?: () => void;
  /** Enter or a double click. */
  onOpen: (item: T) => void;
  /** Delete or Backspace. */
  onRemove?: (item: T) => void;
  /** Shown instead of rows. */
  empty?: ReactNode;
  className?: string;
};

/** The list. Focus stays on the list itself; the picked row is its active descendant. */
export function WindowedList<T>(props: WindowedListProps<T>) {
  const {
    label,
    items,
    keyOf,
    rowHeight,
    renderRow,
    header,
    selectedKey,
    onSelect,
    marked,
    onMarkAll,
    onOpen,
    onRemove,
    empty,
    className,
  } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 800 });
  const picked = selectedKey === null ? -1 : items.findIndex((item) => keyOf(item) === selectedKey);
  const { first, end } = inView(view.top, view.height, rowHeight, items.length);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = () => setView({ top: element.scrollTop, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  // Whatever picks a row (keys, the address, a new order), it comes into view.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || picked < 0) return;
    const top = picked * rowHeight;
    const room = element.clientHeight - rowHeight - headerHeight(element);
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top > element.scrollTop + room) element.scrollTop = top - room;
  }, [picked, rowHeight]);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget || event.nativeEvent.isComposing || event.altKey) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a' && onMarkAll) {
      onMarkAll();
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (event.ctrlKey || event.metaKey) return;
    const item = items[picked];
    if (event.key === 'Enter' && item !== undefined) onOpen(item);
    else if ((event.key === 'Delete' || event.key === 'Backspace') && item !== undefined && onRemove) onRemove(item);
    else {
      const next = rowAfterKey(event.key, picked, items.length, Math.max(1, Math.floor(view.height / rowHeight) - 1));
      const to = next === null ? undefined : items[next];
      if (to === undefined) return;
      onSelect(to, event.shiftKey ? 'range' : 'only');
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const howOf = (event: MouseEvent) => (event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'only');
  const withItem = (event: MouseEvent, act: (item: T) => void) => {
    const row = event.target instanceof Element ? event.target.closest('[data-index]') : null;
    const item = items[Number(row?.getAttribute('data-index') ?? -1)];
    if (item !== undefined) act(item);
  };

  return (
    <div
      ref={scroller}
      className={classes(styles.list, className)}
      role="grid"
      aria-label={label}
      aria-rowcount={items.length + (header ? 1 : 0)}
      aria-activedescendant={picked >= first && picked < end ? `${id}-${selectedKey}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      aria-multiselectable={marked ? true : undefined}
      // Shift marks rows here, not words.
      onMouseDown={(event) => event.shiftKey && event.target !== event.currentTarget && event.preventDefault()}
      onClick={(event) => withItem(event, (item) => onSelect(item, howOf(event)))}
      onDoubleClick={(event) => withItem(event, onOpen)}
      onScroll={(event) => setView({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight })}
    >
      {header && (
        <div className={styles.header} role="row" aria-rowindex={1} data-header>
          {header}
        </div>
      )}
      {items.length === 0 ? (
        empty
      ) : (
        <div className={styles.rows} role="rowgroup" style={{ height: items.length * rowHeight }}>
          {items.slice(first, end).map((item, offset) => {
            const index = first + offset;
            const key = keyOf(item);
            return (
              <div
                key={key}
                id={`${id}-${key}`}
                className={styles.row}
                role="row"
                aria-rowindex={index + (header ? 2 : 1)}
                aria-selected={index === picked || marked?.has(key) === true}
                style={{ height: rowHeight, transform: `translateY(${index * rowHeight}px)` }}
                data-index={index}
              >
                {renderRow(item)}
              </div>
            );
          })}
        </div>
      )}
    </div>
  );
}

const headerHeight = (list: HTMLElement): number => list.querySelector<HTMLElement>('[data-header]')?.offsetHeight ?? 0;
