// One outline: its items ordered and nested by key and drag, copied and exported as Markdown.
import { ClipboardCopy, Download, Heading, Plus, Trash2 } from 'lucide-react';
import { type DragEvent, type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { Outline } from '#shared/outlines.ts';
import type { Side } from '#shared/values.ts';
import { client } from '../data/client.ts';
import { useRead } from '../data/read.ts';
import { saveText } from '../data/save-text.ts';
import { flushEdits } from '../data/unsaved.ts';
import { write } from '../data/write.ts';
import { offerUndo } from '../history/index.ts';
import { focusField, isComposing, TitleField } from '../notes/index.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useLibraryLanguages, useMessages } from '../ui/i18n.tsx';
import { go } from '../ui/navigation.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { toast } from '../ui/toast-queue.ts';
import { AddFindingsDialog } from './AddFindingsDialog.tsx';
import { messages } from './messages.ts';
import { depthOf, dropTarget, type Target, targetOf, type Way } from './nesting.ts';
import { ItemRow, type Landing } from './ItemRow.tsx';
import styles from './OutlineView.module.css';

type Shown = Side | 'both';
const SIDES: readonly Side[] = ['primary', 'secondary'];
const TYPE = 'application/x-glossa-outline-item';
const KEYS: Record<string, Way> = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'indent', ArrowLeft: 'outdent' };

/** The outline. Mount it anew for another (`key`). */
export function OutlineEditor({ outline }: { outline: Outline }) {
  const text = useMessages(messages);
  const languages = useLibraryLanguages();
  const findings = useRead('findings', 'list', {}).data;
  const known = useMemo(() => new Map(findings?.map((finding) => [finding.id, finding])), [findings]);
  const [side, setSide] = useState<Shown>('both');
  const [isAdding, setAdding] = useState(false);
  const [atId, setAt] = useState<string | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [landing, setLanding] = useState<(Landing & { id: string }) | null>(null);
  const [said, say] = useState('');
  const rows = useRef(new Map<string, HTMLDivElement>());
  const { id: outlineId, items } = outline;
  // What goes wrong is said by the writer; the outline is as it was.
  const run = (work: Promise<unknown>) => void work.catch(() => undefined);

  const place = async (id: string, target: Target | null) => {
    if (!target) return;
    await flushEdits();
    await write('outlines', 'moveItem', { id, ...target });
    say(text.moved);
    // The row is a new element where it has moved to.
    requestAnimationFrame(() => rows.current.get(id)?.focus());
  };
  const remove = async (id: string) => {
    await flushEdits();
    await write('outlines', 'removeItem', { id });
    offerUndo(text.itemRemoved, 'outline.item', () => write('history', 'undo', {}));
  };
  const addWords = async () => {
    const at = items.find((item) => item.id === atId);
    const [added] = await write('outlines', 'addItems', {
      outlineId,
      parentId: at?.parentId ?? null,
      ...(at ? { afterId: at.id } : {}),
      items: [{}],
    });
    if (added) focusField(`outline:${added.id}:primary`);
  };
  const onRowKey = (id: string, event: KeyboardEvent<HTMLElement>) => {
    if (isComposing(event)) return;
    const way = event.altKey ? KEYS[event.key] : undefined;
    const isOwn = event.target === event.currentTarget;
    const at = items.findIndex((item) => item.id === id);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (way) run(place(id, targetOf(items, id, way)));
    else if (!isOwn) return;
    else if (event.key === 'Tab') {
      const nest = targetOf(items, id, event.shiftKey ? 'outdent' : 'indent');
      // Where there is nowhere to go, Tab goes on through the window.
      if (!nest) return;
      run(place(id, nest));
    } else if (step && !event.altKey) rows.current.get(items[at + step]?.id ?? '')?.focus();
    else if (event.key === 'Enter') focusField(`outline:${id}:primary`);
    else if (event.key === 'Delete' || event.key === 'Backspace') run(remove(id));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const landingAt = (event: DragEvent): Landing => {
    const box = event.currentTarget.getBoundingClientRect();
    if (event.clientY < box.top + box.height / 2) return { where: 'before' };
    return { where: event.clientX > box.left + 120 ? 'below' : 'after' };
  };
  const copy = async () => {
    const { text: markdown } = await client.outlines.export({ id: outlineId, side });
    await navigator.clipboard.writeText(markdown);
    toast({ text: text.copied });
  };
  const removeOutline = async () => {
    await write('outlines', 'remove', { id: outlineId });
    go({ view: 'outline' });
    offerUndo(text.removed, 'outline.remove', () => write('outlines', 'restore', { id: outlineId }));
  };

  return (
    <>
      <header className={styles.bar}>
        <div className={styles.titles}>
          {SIDES.map((one) => (
            <TitleField
              key={one}
              stored={one === 'primary' ? outline.title : outline.titleSecondary}
              label={text.titleIn(languages[one].name)}
              lang={languages[one].tag}
              save={(words) => write('outlines', 'rename', { id: outlineId, side: one, text: words })}
            />
          ))}
        </div>
        <div className={styles.tools}>
          <SegmentedControl<Shown>
            label={text.language}
            value={side}
            onChange={setSide}
            items={[
              { id: 'both', label: text.both },
              { id: 'primary', label: languages.primary.name },
              { id: 'secondary', label: languages.secondary.name },
            ]}
          />
          <Button icon={<ClipboardCopy aria-hidden />} onPress={() => run(copy())}>
            {text.copy}
          </Button>
          <IconButton
            label={text.export}
            icon={<Download aria-hidden />}
            onPress={() => run(client.outlines.export({ id: outlineId, side }).then(saveText))}
          />
          <IconButton
            label={text.remove}
            tone="danger"
            icon={<Trash2 aria-hidden />}
            onPress={() => run(removeOutline())}
          />
        </div>
      </header>
      <div className={styles.scroll}>
        {items.length === 0 && <EmptyState size="small" title={text.emptyItems} />}
        <ol className={styles.items} aria-label={text.items}>
          {items.map((item, index) => (
            <ItemRow
              key={item.id}
              ref={(row) => {
                if (row) rows.current.set(item.id, row);
                else rows.current.delete(item.id);
              }}
              item={item}
              number={index + 1}
              depth={depthOf(items, item.id)}
              finding={item.findingId === null ? undefined : known.get(item.findingId)}
              shown={side}
              languages={languages}
              landing={landing?.id === item.id ? landing.where : null}
              onFocus={() => setAt(item.id)}
              onKey={(event) => onRowKey(item.id, event)}
              onRemove={() => run(remove(item.id))}
              drag={{
                draggable: true,
                onDragStart: (event) => {
                  event.dataTransfer.setData(TYPE, item.id);
                  event.dataTransfer.effectAllowed = 'move';
                  setDragged(item.id);
                },
                onDragEnd: () => {
                  setDragged(null);
                  setLanding(null);
                },
              }}
              drop={{
                onDragOver: (event) => {
                  if (dragged === null) return;
                  event.preventDefault();
                  setLanding({ id: item.id, ...landingAt(event) });
                },
                onDrop: (event) => {
                  if (dragged === null) return;
                  event.preventDefault();
                  event.stopPropagation();
                  run(place(dragged, dropTarget(items, dragged, item.id, landingAt(event).where)));
                  setDragged(null);
                  setLanding(null);
                },
              }}
            />
          ))}
        </ol>
        <div className={styles.end}>
          <Button variant="quiet" icon={<Heading aria-hidden />} onPress={() => run(addWords())}>
            {text.addHeading}
          </Button>
          <Button variant="quiet" icon={<Plus aria-hidden />} onPress={() => setAdding(true)}>
            {text.addFindings}
          </Button>
        </div>
      </div>
      {isAdding && (
        <AddFindingsDialog
          findings={findings ?? []}
          taken={new Set(items.flatMap((item) => item.findingId ?? []))}
          languages={languages}
          onClose={() => setAdding(false)}
          onAdd={(findingIds) => {
            const at = items.find((item) => item.id === atId);
            // Below the heading one is at, else at the end.
            const parentId = at && at.findingId === null ? at.id : (at?.parentId ?? null);
            run(
              write('outlines', 'addItems', {
                outlineId,
                parentId,
                items: findingIds.map((findingId) => ({ findingId })),
              }),
            );
          }}
        />
      )}
      <output className={styles.spoken}>{said}</output>
    </>
  );
}
