// Every place found, with the words around it; only the rows in view are in the page.
import type { Hit } from '#shared/text/finder.ts';
import { useMessages } from '../../ui/i18n.tsx';
import { WindowedList } from '../../ui/WindowedList.tsx';
import styles from './Find.module.css';
import { findMessages } from './messages.ts';

type Props = {
  hits: readonly Hit[];
  current: number;
  labels: readonly string[] | null;
  onPick: (index: number) => void;
};

type Row = { hit: Hit; index: number };

/** Arrow keys go from place to place, and the page with them. */
export function HitList({ hits, current, labels, onPick }: Props) {
  const m = useMessages(findMessages);
  const rows: Row[] = hits.map((hit, index) => ({ hit, index }));
  return (
    <WindowedList<Row>
      label={m.places}
      items={rows}
      keyOf={({ index }) => String(index)}
      rowHeight={58}
      selectedKey={String(current)}
      onSelect={({ index }) => onPick(index)}
      onOpen={({ index }) => onPick(index)}
      className={styles.list ?? ''}
      renderRow={({ hit }) => {
        const page = hit.ranges[0]?.page ?? 0;
        return (
          <div role="gridcell" className={styles.place}>
            <span className={styles.page}>{m.page(labels?.[page - 1] ?? String(page))}</span>
            <span className={styles.context}>
              {hit.before}
              <mark className={styles.mark}>{hit.words}</mark>
              {hit.after}
            </span>
          </div>
        );
      }}
    />
  );
}
