// The head of a column: its name in both languages, written in place, and what can be done to it.
import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, Ellipsis, ListOrdered, Trash2 } from 'lucide-react';
import type { MatrixColumn } from '#shared/matrix.ts';
import type { Side } from '#shared/values.ts';
import { write } from '../data/write.ts';
import { offerUndo } from '../history/index.ts';
import { TitleField } from '../notes/index.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { type LibraryLanguage, useMessages } from '../ui/i18n.tsx';
import { Menu } from '../ui/Menu.tsx';
import type { Shown } from './MatrixBar.tsx';
import styles from './MatrixTable.module.css';
import { messages } from './messages.ts';

type Props = {
  column: MatrixColumn;
  /** 1-based. */
  number: number;
  /** After which it goes when moved left (null: first); undefined where it is the first. */
  before: string | null | undefined;
  /** After which it goes when moved right; undefined where it is the last. */
  after: string | undefined;
  sort: 'ascending' | 'descending' | 'none';
  onSort: (isDescending: boolean | null) => void;
  shown: Shown;
  languages: { primary: LibraryLanguage; secondary: LibraryLanguage };
};

const SIDES: readonly Side[] = ['primary', 'secondary'];

/** A column's head. */
export function ColumnHead({ column, number, before, after, sort, onSort, shown, languages }: Props) {
  const text = useMessages(messages);
  const { id, title, titleSecondary } = column;
  const name = title || titleSecondary || String(number);
  // What goes wrong is said by the writer; the column is as it was.
  const run = (work: Promise<unknown>) => void work.catch(() => undefined);
  const remove = async () => {
    await write('matrix', 'removeColumn', { id });
    offerUndo(text.columnRemoved, 'matrix.column', () => write('history', 'undo', {}));
  };
  return (
    <th scope="col" className={styles.columnHead} aria-sort={sort}>
      <div className={styles.headIn}>
        <div className={styles.names}>
          {SIDES.filter((side) => shown === 'both' || shown === side).map((side) => (
            <TitleField
              key={side}
              stored={side === 'primary' ? title : titleSecondary}
              label={text.columnTitle(languages[side].name, number)}
              lang={languages[side].tag}
              save={(words) => write('matrix', 'renameColumn', { id, side, text: words })}
            />
          ))}
        </div>
        <Menu
          label={text.columnMenu(name)}
          placement="bottom end"
          trigger={<IconButton size="small" label={text.columnMenu(name)} icon={<Ellipsis aria-hidden />} />}
          groups={[
            {
              id: 'sort',
              entries: [
                { id: 'up', label: text.sortUp, icon: <ArrowUp aria-hidden />, run: () => onSort(false) },
                { id: 'down', label: text.sortDown, icon: <ArrowDown aria-hidden />, run: () => onSort(true) },
                { id: 'none', label: text.sortNone, icon: <ListOrdered aria-hidden />, run: () => onSort(null) },
              ],
            },
            {
              id: 'move',
              entries: [
                {
                  id: 'left',
                  label: text.columnLeft,
                  icon: <ArrowLeft aria-hidden />,
                  isDisabled: before === undefined,
                  run: () => run(write('matrix', 'moveColumn', { id, afterId: before ?? null })),
                },
                {
                  id: 'right',
                  label: text.columnRight,
                  icon: <ArrowRight aria-hidden />,
                  isDisabled: after === undefined,
                  run: () => run(write('matrix', 'moveColumn', { id, afterId: after ?? null })),
                },
                {
                  id: 'remove',
                  label: text.columnRemove,
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
