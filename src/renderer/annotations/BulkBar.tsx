// What can be done with the annotations picked in a list, each as one step: recolour, tag, merge, remove.
import { Combine, Palette as PaletteIcon, Tag as TagIcon, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import type { AnnotationFilter, AnnotationGroup } from '#shared/annotations.ts';
import { read } from '../data/read.ts';
import { write } from '../data/write.ts';
import { offerUndo } from '../history/index.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { messagesIn, useMessages } from '../ui/i18n.tsx';
import { uiLanguage } from '../ui/language.ts';
import { Popover } from '../ui/Popover.tsx';
import { TextField } from '../ui/TextField.tsx';
import { ColorPicker } from './ColorPicker.tsx';
import { messages } from './messages.ts';
import styles from './BulkBar.module.css';

type Props = {
  picked: ReadonlySet<string>;
  filter: AnnotationFilter;
  group: AnnotationGroup;
  onPick: (ids: ReadonlySet<string>) => void;
  onDone: () => void;
  canMerge: boolean;
};

/** Stands at the foot of the list while something is picked. */
export function BulkBar({ picked, filter, group, onPick, onDone, canMerge }: Props) {
  const text = useMessages(messages);
  const [tag, setTag] = useState('');
  const ids = [...picked];
  // What goes wrong is said by the writer; what is picked stays for another try.
  const settle = (done: Promise<unknown>, after: () => void = () => undefined) =>
    void done.then(after, () => undefined);
  const remove = () =>
    settle(write('annotations', 'removeMany', { ids }), () => {
      onDone();
      offerUndo(messagesIn(messages, uiLanguage()).removedMany(ids.length), 'annotation.removeMany', () =>
        write('annotations', 'restoreMany', { ids }),
      );
    });
  return (
    <div className={styles.bar} role="toolbar" aria-label={text.picked(ids.length)}>
      <span className={styles.count} role="status">
        {text.picked(ids.length)}
      </span>
      <Button
        size="small"
        variant="quiet"
        onPress={() => settle(read('annotations', 'ids', { ...filter, group }).then((all) => onPick(new Set(all))))}
      >
        {text.pickAll}
      </Button>
      <span className={styles.tools}>
        <Popover
          label={text.colors}
          placement="top"
          trigger={<IconButton size="small" label={text.recolor} icon={<PaletteIcon aria-hidden />} />}
        >
          {(close) => (
            <span className={styles.colors}>
              <ColorPicker
                value={null}
                onPick={(color) => {
                  close();
                  settle(write('annotations', 'updateMany', { ids, color }));
                }}
              />
            </span>
          )}
        </Popover>
        <Popover
          label={text.tag}
          placement="top"
          trigger={<IconButton size="small" label={text.tag} icon={<TagIcon aria-hidden />} />}
        >
          {(close) => (
            <form
              className={styles.tag}
              onSubmit={(event) => {
                event.preventDefault();
                if (tag.trim() === '') return;
                close();
                settle(write('tags', 'add', { name: tag.trim(), kind: 'annotation', targetIds: ids }), () =>
                  setTag(''),
                );
              }}
            >
              <TextField label={text.tag} value={tag} onChange={setTag} autoFocus />
              <Button size="small" type="submit">
                {text.addTag}
              </Button>
            </form>
          )}
        </Popover>
        {canMerge && ids.length > 1 && (
          <IconButton
            size="small"
            label={text.merge}
            icon={<Combine aria-hidden />}
            onPress={() => settle(write('annotations', 'merge', { ids }), onDone)}
          />
        )}
        <IconButton size="small" label={text.removeMany} icon={<Trash2 aria-hidden />} tone="danger" onPress={remove} />
        <IconButton size="small" label={text.unpick} icon={<X aria-hidden />} onPress={onDone} />
      </span>
    </div>
  );
}
