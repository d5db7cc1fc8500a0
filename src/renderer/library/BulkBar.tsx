// What can be done with several papers at once; each is one step.
import { FolderPlus, Tag, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import type { ReadingStatus } from '#shared/papers.ts';
import { useRead } from '../data/read.ts';
import { write } from '../data/write.ts';
import { offerUndo } from '../history/index.ts';
import { standing } from '../papers/index.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useMessages } from '../ui/i18n.tsx';
import { Menu } from '../ui/Menu.tsx';
import { Popover } from '../ui/Popover.tsx';
import { messages } from './messages.ts';
import styles from './LibraryView.module.css';

type Props = { ids: string[]; onDone: () => void };

const STATUSES: readonly ReadingStatus[] = ['unread', 'reading', 'read', 'set-aside'];
const said = () => undefined;

/** Shown while more than one paper is marked. */
export function BulkBar({ ids, onDone }: Props) {
  const m = useMessages(messages);
  const s = useMessages(standing);
  const collections = (useRead('collections', 'list', {}).data ?? []).filter((one) => one.filter === null);
  const tags = useRead('tags', 'list', {}).data ?? [];
  const [name, setName] = useState('');
  const edit = (fields: { status?: ReadingStatus; stars?: number }) =>
    void write('papers', 'updateMany', { ids, fields }).catch(said);
  const remove = () =>
    void write('papers', 'removeMany', { ids }).then(() => {
      onDone();
      offerUndo(m.removedMany(ids.length), 'paper.remove', async () => {
        for (const id of ids) await write('papers', 'restore', { id });
      });
    }, said);
  const addTag = (close: () => void) => {
    if (!name.trim()) return;
    void write('tags', 'add', { name, kind: 'paper', targetIds: ids }).then(() => {
      setName('');
      close();
    }, said);
  };
  return (
    <div className={styles.bulk} role="toolbar" aria-label={m.marked(ids.length)}>
      <span className={styles.count} role="status">
        {m.marked(ids.length)}
      </span>
      <Menu
        label={s.statusLabel}
        trigger={<Button size="small">{s.statusLabel}</Button>}
        groups={[
          {
            id: 'status',
            entries: STATUSES.map((id) => ({ id, label: s.status(id), run: () => edit({ status: id }) })),
          },
          {
            id: 'stars',
            entries: [0, 1, 2, 3, 4, 5].map((stars) => ({
              id: `stars${stars}`,
              label: s.starCount(stars),
              run: () => edit({ stars }),
            })),
          },
        ]}
      />
      <Popover label={m.tagMany} trigger={<IconButton label={m.tagMany} icon={<Tag aria-hidden />} />}>
        {(close) => (
          <form
            className={styles.tagging}
            onSubmit={(event) => {
              event.preventDefault();
              addTag(close);
            }}
          >
            <input
              aria-label={m.tagMany}
              placeholder={m.tagMany}
              list="bulk-tags"
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <datalist id="bulk-tags">
              {tags.map((tag) => (
                <option key={tag.id} value={tag.name}>
                  {tag.name}
                </option>
              ))}
            </datalist>
            <Button size="small" type="submit" variant="accent">
              {m.add}
            </Button>
          </form>
        )}
      </Popover>
      <Menu
        label={s.addToCollection}
        trigger={<IconButton label={s.addToCollection} icon={<FolderPlus aria-hidden />} />}
        groups={[
          {
            id: 'collections',
            entries:
              collections.length > 0
                ? collections.map(({ id, name: label }) => ({
                    id,
                    label,
                    run: () => void write('collections', 'addPapers', { id, paperIds: ids }).catch(said),
                  }))
                : [{ id: 'none', label: s.noCollections, isDisabled: true, run: said }],
          },
        ]}
      />
      <IconButton tone="danger" label={m.removeMany} icon={<Trash2 aria-hidden />} onPress={remove} />
      <IconButton label={m.unmark} icon={<X aria-hidden />} onPress={onDone} />
    </div>
  );
}
