// Collections in the sidebar: nested, counted, made, named, moved and removed. A collection is dragged onto another to
// lie in it; its menu does the same by keys.
import { EllipsisVertical, Folder, FolderSearch, Plus } from 'lucide-react';
import { type DragEvent, useState } from 'react';
import type { Collection } from '#shared/collections.ts';
import { useRead } from '../data/read.ts';
import { write } from '../data/write.ts';
import { offerUndo } from '../history/index.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { useMessages } from '../ui/i18n.tsx';
import { Menu, type MenuEntry } from '../ui/Menu.tsx';
import { formatRoute } from '../ui/route.ts';
import { messages } from './messages.ts';
import { NameCollection, type Naming } from './NameCollection.tsx';
import styles from './Sidebar.module.css';

const said = () => undefined;
const DRAGGED = 'application/x-glossa-collection';

/** Depth of each, and its neighbours of the same parent. */
function placeOf(all: readonly Collection[], one: Collection) {
  const byId = new Map(all.map((each) => [each.id, each]));
  let depth = 0;
  for (let at = one.parentId; at !== null; at = byId.get(at)?.parentId ?? null) depth += 1;
  const siblings = all.filter((each) => each.parentId === one.parentId);
  return { depth, siblings, at: siblings.indexOf(one), parent: one.parentId ? byId.get(one.parentId) : undefined };
}

/** The heading and the list; `hereId` is the one shown. */
export function Collections({ hereId }: { hereId: string | undefined }) {
  const m = useMessages(messages);
  const all = useRead('collections', 'list', {}).data ?? [];
  const [naming, setNaming] = useState<Naming | null>(null);
  const move = (id: string, parentId: string | null, afterId: string | null) =>
    void write('collections', 'move', { id, parentId, afterId }).catch(said);
  const remove = ({ id, name }: Collection) =>
    void write('collections', 'remove', { id }).then(
      () => offerUndo(m.collectionRemoved(name), 'collection.remove', () => write('collections', 'restore', { id })),
      said,
    );
  const entriesOf = (one: Collection): MenuEntry[] => {
    const { siblings, at, parent } = placeOf(all, one);
    const above = siblings[at - 2]?.id ?? null;
    const below = siblings[at + 1]?.id ?? null;
    return [
      { id: 'rename', label: m.renameCollection, run: () => setNaming({ collection: one }) },
      { id: 'inside', label: m.newInside, run: () => setNaming({ parentId: one.id }) },
      { id: 'up', label: m.moveUp, isDisabled: at === 0, run: () => move(one.id, one.parentId, above) },
      { id: 'down', label: m.moveDown, isDisabled: below === null, run: () => move(one.id, one.parentId, below) },
      ...(parent ? [{ id: 'out', label: m.moveOut, run: () => move(one.id, parent.parentId, parent.id) }] : []),
      { id: 'remove', label: m.removeCollection, tone: 'danger' as const, run: () => remove(one) },
    ];
  };
  const onDrop = (event: DragEvent, one: Collection) => {
    const id = event.dataTransfer.getData(DRAGGED);
    if (!id || id === one.id) return;
    event.preventDefault();
    event.stopPropagation();
    const inside = all.filter((each) => each.parentId === one.id && each.id !== id);
    // On the upper edge it goes before, on the name into it.
    const box = event.currentTarget.getBoundingClientRect();
    const { siblings, at } = placeOf(all, one);
    if (event.clientY < box.top + box.height / 4) move(id, one.parentId, siblings[at - 1]?.id ?? null);
    else move(id, one.id, inside.at(-1)?.id ?? null);
  };
  return (
    <>
      <div className={styles.heading}>
        <h2>{m.collections}</h2>
        <IconButton
          size="small"
          label={m.newCollection}
          icon={<Plus aria-hidden />}
          onPress={() => setNaming({ parentId: null })}
        />
      </div>
      <ul aria-label={m.collections}>
        {all.map((one) => (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the menu has the keys
          <li
            key={one.id}
            className={styles.collection}
            draggable
            onDragStart={(event) => event.dataTransfer.setData(DRAGGED, one.id)}
            onDragOver={(event) => event.dataTransfer.types.includes(DRAGGED) && event.preventDefault()}
            onDrop={(event) => onDrop(event, one)}
          >
            <a
              className={styles.entry}
              style={{ paddingInlineStart: 8 + placeOf(all, one).depth * 14 }}
              href={formatRoute({ view: 'library', collectionId: one.id })}
              aria-current={one.id === hereId ? 'page' : undefined}
              title={one.name}
              draggable={false}
            >
              {one.filter ? <FolderSearch aria-hidden /> : <Folder aria-hidden />}
              <span className={styles.names}>
                <span className={styles.name}>{one.name}</span>
              </span>
              {one.papers > 0 && <span className={styles.count}>{one.papers}</span>}
            </a>
            <Menu
              label={m.collectionMenu(one.name)}
              trigger={
                <IconButton
                  size="small"
                  className={styles.menu ?? ''}
                  label={m.collectionMenu(one.name)}
                  icon={<EllipsisVertical aria-hidden />}
                />
              }
              groups={[{ id: 'all', entries: entriesOf(one) }]}
            />
          </li>
        ))}
      </ul>
      {naming && <NameCollection naming={naming} onClose={() => setNaming(null)} />}
    </>
  );
}
