// The headings of the list, which also order it.
import { ArrowDown, ArrowUp } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { classes } from '../ui/classes.ts';
import { useMessages } from '../ui/i18n.tsx';
import { type Order, type OrderBy, orderAfterPress } from './arrange.ts';
import { messages } from './messages.ts';
import styles from './PaperList.module.css';

const COLUMNS = ['title', 'year', 'pdf', 'findings', 'passages', 'annotations'] as const satisfies readonly OrderBy[];

/** The headings; a press orders by that column, a second turns it round. */
export function PaperHeader({ order, onOrder }: { order: Order; onOrder: (order: Order) => void }) {
  const m = useMessages(messages);
  const names: Record<(typeof COLUMNS)[number], string> = {
    title: m.title,
    year: m.year,
    pdf: m.pdf,
    findings: m.findings,
    passages: m.notes,
    annotations: m.marks,
  };
  return (
    <>
      {COLUMNS.map((by) => {
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
              {names[by]}
              {isBy && (order.isDescending ? <ArrowDown aria-hidden /> : <ArrowUp aria-hidden />)}
            </Button>
          </div>
        );
      })}
    </>
  );
}
