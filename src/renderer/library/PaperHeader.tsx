// The headings of the list, which also order it.
import { ArrowDown, ArrowUp } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { classes } from '../ui/classes.ts';
import { useMessages } from '../ui/i18n.tsx';
import { type Column, type Order, orderAfterPress } from './arrange.ts';
import { messages } from './messages.ts';
import styles from './PaperList.module.css';

type Props = { order: Order; onOrder: (order: Order) => void; columns: readonly Column[] };

/** The headings; a press orders by that column, a second turns it round. */
export function PaperHeader({ order, onOrder, columns }: Props) {
  const m = useMessages(messages);
  return (
    <>
      {(['title', ...columns] as const).map((by) => {
        const isBy = order.by === by;
        return (
          <div
            key={by}
            role="columnheader"
            aria-sort={isBy ? (order.isDescending ? 'descending' : 'ascending') : 'none'}
            className={styles.headingCell}
          >
            <Button
              className={classes(styles.heading, isBy && styles.sorted)}
              onPress={() => onOrder(orderAfterPress(order, by))}
            >
              {m.column(by)}
              {isBy && (order.isDescending ? <ArrowDown aria-hidden /> : <ArrowUp aria-hidden />)}
            </Button>
          </div>
        );
      })}
    </>
  );
}
