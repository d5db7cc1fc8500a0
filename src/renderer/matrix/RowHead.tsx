// The head of a row: the paper or section, and what can be done to its row.
import { ArrowDown, ArrowUp, BookOpen, Ellipsis, Trash2 } from 'lucide-react';
import type { MatrixRow } from '#shared/matrix.ts';
import { write } from '../data/write.ts';
import { offerUndo } from '../history/index.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { useMessages } from '../ui/i18n.tsx';
import { Menu, type MenuEntry } from '../ui/Menu.tsx';
import { go } from '../ui/navigation.tsx';
import { formatRoute } from '../ui/route.ts';
import styles from './MatrixTable.module.css';
import { messages } from './messages.ts';

type Props = {
  row: MatrixRow;
  /** After which it goes when moved up (null: first); undefined where it is the first. */
  before: string | null | undefined;
  after: string | undefined;
  /** Sorted or filtered rows have no places to move to. */
  canMove: boolean;
};

/** A row's head. */
export function RowHead({ row, before, after, canMove }: Props) {
  const text = useMessages(messages);
  const { id, paperId } = row;
  // What goes wrong is said by the writer; the row is as it was.
  const run = (work: Promise<unknown>) => void work.catch(() => undefined);
  const remove = async () => {
    await write('matrix', 'removeRow', { id });
    offerUndo(text.rowRemoved, 'matrix.row', () => write('history', 'undo', {}));
  };
  const open: MenuEntry[] = paperId
    ? [
        {
          id: 'open',
          label: text.openPaper,
          icon: <BookOpen aria-hidden />,
          run: () => go({ view: 'reader', paperId }),
        },
      ]
    : [];
  return (
    <th scope="row" className={styles.rowHead}>
      <div className={styles.headIn}>
        <span className={styles.rowName}>
          {paperId ? (
            <a href={formatRoute({ view: 'reader', paperId })}>{row.title || row.titleSecondary}</a>
          ) : (
            row.title
          )}
          {row.year !== null && <span className={styles.year}>{row.year}</span>}
        </span>
        <Menu
          label={text.rowMenu(row.title)}
          trigger={<IconButton size="small" label={text.rowMenu(row.title)} icon={<Ellipsis aria-hidden />} />}
          groups={[
            { id: 'open', entries: open },
            {
              id: 'move',
              entries: [
                {
                  id: 'up',
                  label: text.rowUp,
                  icon: <ArrowUp aria-hidden />,
                  isDisabled: !canMove || before === undefined,
                  run: () => run(write('matrix', 'moveRow', { id, afterId: before ?? null })),
                },
                {
                  id: 'down',
                  label: text.rowDown,
                  icon: <ArrowDown aria-hidden />,
                  isDisabled: !canMove || after === undefined,
                  run: () => run(write('matrix', 'moveRow', { id, afterId: after ?? null })),
                },
                {
                  id: 'remove',
                  label: text.rowRemove,
                  icon: <Trash2 aria-hidden />,
                  tone: 'danger',
                  run: () => run(remove()),
                },
              ],
            },
          ]}
        />
      </div>
    </th>
  );
}
