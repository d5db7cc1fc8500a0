// One level of an outline, and those under it.
import { Button } from 'react-aria-components/Button';
import type { OutlineItem } from '../pdf/index.ts';
import styles from './OutlineList.module.css';

type Props = { items: readonly OutlineItem[]; onOpen: (destination: string | unknown[]) => void };

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
