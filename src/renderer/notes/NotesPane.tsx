// A paper's note beside the page: aligned passages in two columns, lit together with the highlights they rest on.
import { NotebookPen, Plus } from 'lucide-react';
import { type FocusEvent, type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { Group } from 'react-aria-components/Group';
import { useRead } from '../data/read.ts';
import { Button } from '../ui/Button.tsx';
import { useActive } from '../ui/active.tsx';
import { useCommands } from '../ui/commands.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useLibraryLanguages, useMessages } from '../ui/i18n.tsx';
import { useRoute } from '../ui/navigation.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { focusField } from './editor/focus.ts';
import { messages } from './messages.ts';
import { noteCommands } from './note-commands.ts';
import styles from './NotesPane.module.css';
import { heirOf } from './order.ts';
import { PassageRow } from './PassageRow.tsx';
import { useKeptFocus } from './use-kept-focus.ts';
import { arriveAt, bringIntoView, useLit } from './use-lit.ts';
import { fieldKeyOf, useNote } from './use-note.ts';

type Props = {
  paperId: string;
  /** The highlight clicked in the page; absent: the one that is lit anyway. */
  activeAnnotationId?: string | null;
  /** Shows a highlight in the page. */
  onOpenAnnotation: (id: string) => void;
};

/** The note of a paper, to read and write. Mount it anew for another paper (`key`). */
export function NotesPane({ paperId, activeAnnotationId, onOpenAnnotation }: Props) {
  const text = useMessages(messages);
  const languages = useLibraryLanguages();
  const route = useRoute();
  const active = useActive();
  const markId = activeAnnotationId === undefined ? active.annotationId : activeAnnotationId;
  const { passages, hasFailed, actions } = useNote(paperId);
  const marks = useRead('annotations', 'list', { paperId }).data;
  const annotations = useMemo(() => new Map(marks?.map((mark) => [mark.id, mark])), [marks]);
  const rows = useRef(new Map<string, HTMLDivElement>());
  /** The passage last in focus: what keys and palette act on. */
  const [atId, setAt] = useState<string | null>(null);
  const [isWithin, setWithin] = useState(false);
  const [said, say] = useState('');
  const lit = useLit('passageId');
  const holdFocus = useKeptFocus(passages?.map((passage) => passage.id).join() ?? '');

  // The highlight clicked in the page brings its first passage into view; so does arriving at a passage.
  const firstLit =
    markId === null ? undefined : passages?.find((passage) => passage.annotationIds.includes(markId))?.id;
  useEffect(() => {
    if (firstLit) bringIntoView(rows.current.get(firstLit));
  }, [firstLit, markId]);
  const arrivedAt = route.view === 'reader' && route.paperId === paperId ? route.passageId : undefined;
  const isThere = passages?.some((passage) => passage.id === arrivedAt);
  useEffect(() => {
    if (arrivedAt && isThere) arriveAt(rows.current.get(arrivedAt));
  }, [arrivedAt, isThere, route]);

  const move = async (id: string, by: -1 | 1) => {
    holdFocus();
    if (await actions.move(id, by)) say(by < 0 ? text.movedUp : text.movedDown);
  };
  const remove = async (id: string) => {
    const heir = heirOf(passages ?? [], id);
    await actions.remove(id);
    rows.current.get(heir ?? '')?.focus();
  };
  const link = async (id: string) => {
    if (!markId) return;
    await actions.link(id, markId);
    say(text.linked);
  };

  useCommands(
    noteCommands({
      group: text.group,
      passages: passages ?? [],
      atId,
      isWithin,
      markId,
      add: () => void actions.add(atId && isWithin ? { afterId: atId } : {}),
      addLinked: () => void actions.add({ annotationIds: markId ? [markId] : [] }),
      link: () => void (atId && link(atId)),
      move: (by) => void (atId && move(atId, by)),
    }),
  );

  const onRowKey = (id: string, event: KeyboardEvent) => {
    const at = passages?.findIndex((passage) => passage.id === id) ?? -1;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !event.altKey) rows.current.get(passages?.[at + step]?.id ?? '')?.focus();
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) focusField(fieldKeyOf(id, 'primary'));
    else if (event.key === 'Delete' || event.key === 'Backspace') void remove(id);
    else return;
    event.preventDefault();
  };
  const onBlur = (event: FocusEvent) => {
    if (event.currentTarget.contains(event.relatedTarget)) return;
    setWithin(false);
    lit.focus(null);
  };

  if (hasFailed) return <EmptyState size="small" title={text.failed} />;
  if (!passages) return <Spinner label={text.loading} />;
  return (
    <Group className={styles.pane ?? ''} aria-label={text.title} onFocus={() => setWithin(true)} onBlur={onBlur}>
      {passages.length === 0 ? (
        <EmptyState
          size="small"
          icon={<NotebookPen aria-hidden />}
          title={text.emptyTitle}
          actions={
            <Button variant="accent" icon={<Plus aria-hidden />} onPress={() => void actions.add()}>
              {text.addFirst}
            </Button>
          }
        >
          {text.emptyText}
        </EmptyState>
      ) : (
        <>
          <div className={styles.heads} aria-hidden>
            <span>{languages.primary.name}</span>
            <span>{languages.secondary.name}</span>
          </div>
          <ol className={styles.rows}>
            {passages.map((passage, index) => (
              <PassageRow
                key={passage.id}
                ref={(row) => {
                  if (row) rows.current.set(passage.id, row);
                  else rows.current.delete(passage.id);
                }}
                passage={passage}
                number={index + 1}
                isLast={index === passages.length - 1}
                isLit={markId !== null && passage.annotationIds.includes(markId)}
                activeAnnotationId={markId}
                annotations={annotations}
                languages={languages}
                actions={actions}
                onMove={(by) => void move(passage.id, by)}
                onRemove={() => void remove(passage.id)}
                onOpenAnnotation={onOpenAnnotation}
                onHover={(isOver) => lit.hover(passage.id, isOver)}
                onFocus={() => {
                  setAt(passage.id);
                  lit.focus(passage.id);
                }}
                onRowKey={(event) => onRowKey(passage.id, event)}
              />
            ))}
          </ol>
          <div className={styles.end}>
            <Button variant="quiet" icon={<Plus aria-hidden />} onPress={() => void actions.add()}>
              {text.add}
            </Button>
            {markId && (
              <Button
                variant="quiet"
                icon={<Plus aria-hidden />}
                onPress={() => void actions.add({ annotationIds: [markId] })}
              >
                {text.addLinked}
              </Button>
            )}
          </div>
        </>
      )}
      <output className={styles.spoken}>{said}</output>
    </Group>
  );
}
