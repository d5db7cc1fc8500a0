// One level of an outline, and those under it.
import type { KeyboardEvent } from 'react';
import { Button } from 'react-aria-components/Button';
import type { OutlineItem } from '../pdf/index.ts';
import styles from './Nav.module.css';

type Props = { items: readonly OutlineItem[]; onOpen: (destination: string | unknown[]) => void };

const NEXT: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_at, last) => last,
};

/** Arrows, Home and End go from entry to entry, through all levels. */
export function onOutlineKey(press: KeyboardEvent<HTMLElement>): void {
  const entries = entriesOf(press.currentTarget);
  const to = NEXT[press.key]?.(
    entries.findIndex((entry) => entry === document.activeElement),
    entries.length - 1,
  );
  if (to === undefined) return;
  press.preventDefault();
  entries[to]?.focus();
}

const entriesOf = (list: HTMLElement) => [...list.querySelectorAll<HTMLElement>('button:not([disabled])')];

/** A nested list of buttons. */
export function OutlineList({ items, onOpen }: Props) {
  return (
    <ul className={styles.list}>
      {items.map((item, index) => (
        <li key={`${index} ${item.title}`}>
          <Button
            className={styles.item ?? ''}
            isDisabled={item.destination === null}
            onPress={() => item.destination !== null && onOpen(item.destination)}
          >
            {item.title}
          </Button>
          {item.items.length > 0 && <OutlineList items={item.items} onOpen={onOpen} />}
        </li>
      ))}
    </ul>
  );
}
