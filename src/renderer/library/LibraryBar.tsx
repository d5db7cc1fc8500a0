// Above the list: words to filter by, what else it is narrowed to, how many; and how it is shown.
import { BookmarkPlus, CloudDownload, Columns3, Copy, FilePlus2, Images, List, PanelRightClose } from 'lucide-react';
import type { Ref } from 'react';
import type { Lack, PaperFilter } from '#shared/paper-filter.ts';
import type { ReadingStatus } from '#shared/papers.ts';
import { useRead } from '../data/read.ts';
import { standing } from '../papers/index.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { useMessages } from '../ui/i18n.tsx';
import { Menu } from '../ui/Menu.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { Select } from '../ui/Select.tsx';
import { type Column, COLUMNS, isFiltering } from './arrange.ts';
import { addPdfs } from './commands.ts';
import { fetchMessages } from './fetch-messages.ts';
import { messages } from './messages.ts';
import styles from './LibraryView.module.css';

export type LibraryBarProps = {
  filter: PaperFilter;
  onFilter: (filter: PaperFilter) => void;
  columns: readonly Column[];
  onColumns: (columns: Column[]) => void;
  isGrid: boolean;
  onGrid: (isGrid: boolean) => void;
  shown: number;
  all: number;
  fieldRef: Ref<HTMLInputElement>;
  hasDetails: boolean;
  onHideDetails: () => void;
  onSaveSearch: () => void;
  onDuplicates: () => void;
  onFetch: () => void;
  isInSurvey: boolean;
};

const STATUSES: readonly ReadingStatus[] = ['unread', 'reading', 'read', 'set-aside'];
const LACKS: readonly Lack[] = ['pdf', 'findings', 'notes', 'marks', 'abstract', 'doi', 'authors', 'year', 'tags'];
const NO = 'every';

/** Tools of the list. */
export function LibraryBar(props: LibraryBarProps) {
  const { filter, onFilter, columns, onColumns, isGrid, onGrid, shown, all, fieldRef, isInSurvey } = props;
  const m = useMessages(messages);
  const s = useMessages(standing);
  const f = useMessages(fetchMessages);
  const tags = useRead('tags', 'list', {}).data ?? [];
  const without = (key: keyof PaperFilter) =>
    Object.fromEntries(Object.entries(filter).filter(([name]) => name !== key));
  const set = (key: 'status' | 'tagIds' | 'lacks', value: string) =>
    onFilter(value === NO ? without(key) : { ...filter, [key]: [value] });
  return (
    <>
      <div className={styles.tools}>
        <SearchField
          className={styles.filter ?? ''}
          label={m.filter}
          value={filter.text ?? ''}
          onChange={(text) => onFilter(text ? { ...filter, text } : without('text'))}
          inputRef={fieldRef}
        />
        <Select
          label={m.show}
          hideLabel
          variant="quiet"
          value={filter.lacks?.[0] ?? NO}
          onChange={(lack) => set('lacks', lack)}
          items={[{ id: NO, label: m.every }, ...LACKS.map((id) => ({ id, label: m.lack(id) }))]}
        />
        <Select
          label={s.statusLabel}
          hideLabel
          variant="quiet"
          value={filter.status?.[0] ?? NO}
          onChange={(status) => set('status', status)}
          items={[{ id: NO, label: m.anyStatus }, ...STATUSES.map((id) => ({ id, label: s.status(id) }))]}
        />
        {tags.length > 0 && (
          <Select
            label={s.tags}
            hideLabel
            variant="quiet"
            value={filter.tagIds?.[0] ?? NO}
            onChange={(tag) => set('tagIds', tag)}
            items={[{ id: NO, label: m.anyTag }, ...tags.map(({ id, name }) => ({ id, label: name }))]}
          />
        )}
        {isFiltering(filter) && !isInSurvey && (
          <IconButton label={m.saveSearch} icon={<BookmarkPlus aria-hidden />} onPress={props.onSaveSearch} />
        )}
        {!isInSurvey && (
          <span className={styles.count} role="status">
            {m.count(shown, all)}
          </span>
        )}
      </div>
      <div className={styles.tools}>
        <IconButton label={f.menu} icon={<CloudDownload aria-hidden />} onPress={props.onFetch} />
        {!isInSurvey && <IconButton label={m.duplicates} icon={<Copy aria-hidden />} onPress={props.onDuplicates} />}
        <IconButton
          label={isGrid ? m.asList : m.asCovers}
          icon={isGrid ? <List aria-hidden /> : <Images aria-hidden />}
          onPress={() => onGrid(!isGrid)}
        />
        {!isGrid && (
          <Menu
            label={m.columns}
            placement="bottom end"
            trigger={<IconButton label={m.columns} icon={<Columns3 aria-hidden />} />}
            groups={COLUMNS.map((column) => ({
              id: column,
              entries: [
                {
                  id: column,
                  label: m.column(column),
                  isChecked: columns.includes(column),
                  run: () =>
                    onColumns(
                      COLUMNS.filter((one) => (one === column ? !columns.includes(one) : columns.includes(one))),
                    ),
                },
              ],
            }))}
          />
        )}
        <IconButton
          label={m.addPdfs}
          icon={<FilePlus2 aria-hidden />}
          shortcut="Mod+O"
          onPress={() => void addPdfs()}
        />
        {props.hasDetails && (
          <IconButton label={m.hideDetails} icon={<PanelRightClose aria-hidden />} onPress={props.onHideDetails} />
        )}
      </div>
    </>
  );
}
