// A note: aligned passages in two columns, lit together with the highlights they rest on.
import { NotebookPen, Plus } from 'lucide-react';
import { type FocusEvent, type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { Group } from 'react-aria-components/Group';
import type { Spot } from '#shared/notes.ts';
import { useRead } from '../data/read.ts';
import { Button } from '../ui/Button.tsx';
import { useActive } from '../ui/active.tsx';
import { useCommands } from '../ui/commands.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useLibraryLanguages, useMessages } from '../ui/i18n.tsx';
import { useRoute } from '../ui/navigation.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { focusField } from './editor/focus.ts';
import { LinkScope } from './editor/link-scope.ts';
import { messages } from './messages.ts';
import { noteCommands } from './note-commands.ts';
import styles from './NotesPane.module.css';
import { heirOf } from './order.ts';
import { PassageRow } from './PassageRow.tsx';
import { usePassageDrag } from './use-drag.ts';
import { useIntents } from './use-intents.tsx';
import { useKeptFocus } from './use-kept-focus.ts';
import { arriveAt, bringIntoView, useLit } from './use-lit.ts';
import { fieldKeyOf, type NoteOwner, useNote } from './use-note.ts';
import { useNoteView } from './use-note-view.tsx';

type Props = {
  owner: NoteOwner;
  /** What an empty note says. */
  emptyTitle: string;
  emptyText: string;
  /** The highlight clicked in the page; absent: the one that is lit anyway. */
  activeAnnotationId?: string | null;
  /** Shows a highlight in the page. */
  onOpenAnnotation: (id: string) => void;
  /** Shows a place in the margin of the page. */
  onOpenSpot?: (spot: Spot) => void;
};

/** A note, to read and write. Mount it anew for another (`key`). */
export function NoteView({ owner, emptyTitle, emptyText, activeAnnotationId, onOpenAnnotation, onOpenSpot }: Props) {
  const text = useMessages(messages);
  const languages = useLibraryLanguages();
  const route = useRoute();
  const active = useActive();
  const paperId = 'paperId' in owner ? owner.paperId : undefined;
  const markId = activeAnnotationId === undefined ? active.annotationId : activeAnnotationId;
  const { passages, hasFailed, actions } = useNote(owner);
  const marks = useRead('annotations', 'list', { paperId: paperId ?? '' }, { enabled: paperId !== undefined }).data;
  const annotations = useMemo(() => new Map(marks?.map((mark) => [mark.id, mark])), [marks]);
  const rows = useRef(new Map<string, HTMLDivElement>());
  /** The passage last in focus: what keys and palette act on. */
  const [atId, setAt] = useState<string | null>(null);
  const [isWithin, setWithin] = useState(false);
  const [said, say] = useState('');
  const lit = useLit('passageId');
  const holdFocus = useKeptFocus(passages?.map((passage) => passage.id).join() ?? '');
  const intents = useIntents({ owner, passages: passages ?? [], languages, actions, say });
  const drag = usePassageDrag(passages?.map(({ id }) => id) ?? [], (id, afterId) => {
    // What went wrong is said by the writer; the row is where it was.
    actions.place(id, afterId).catch(() => undefined);
  });
  const { view, menu } = useNoteView(languages);

  // The highlight clicked in the page brings its first passage into view; so does arriving at a passage.
  const firstLit =
    markId === null ? undefined : passages?.find((passage) => passage.annotationIds.includes(markId))?.id;
  useEffect(() => {
    if (firstLit) bringIntoView(rows.current.get(firstLit));
  }, [firstLit, markId]);
  const isHere =
    route.view === 'notes' || (route.view === 'reader' && paperId !== undefined && route.paperId === paperId);
  const arrivedAt = isHere ? route.passageId : undefined;
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
      split: () => {
        if (atId) intents.split(atId);
      },
      join: () => {
        if (atId) intents.joinNext(atId);
      },
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
    <LinkScope value={paperId}>
      <Group
        className={styles.pane ?? ''}
        data-view={view}
        aria-label={text.title}
        onFocus={() => setWithin(true)}
        onBlur={onBlur}
      >
        {passages.length === 0 ? (
          <EmptyState
            size="small"
            icon={<NotebookPen aria-hidden />}
            title={emptyTitle}
            actions={
              <Button variant="accent" icon={<Plus aria-hidden />} onPress={() => void actions.add()}>
                {text.addFirst}
              </Button>
            }
          >
            {emptyText}
          </EmptyState>
        ) : (
          <>
            <div className={styles.top}>
              <div className={styles.heads} aria-hidden>
                <span>{languages.primary.name}</span>
                <span>{languages.secondary.name}</span>
              </div>
              {menu}
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
                  intents={intents}
                  drag={drag}
                  onMove={(by) => void move(passage.id, by)}
                  onRemove={() => void remove(passage.id)}
                  onOpenAnnotation={onOpenAnnotation}
                  onOpenSpot={onOpenSpot}
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
        {intents.dialogs}
        <output className={styles.spoken}>{said}</output>
      </Group>
    </LinkScope>
  );
}

type PaneProps = Pick<Props, 'activeAnnotationId' | 'onOpenAnnotation' | 'onOpenSpot'> & { paperId: string };

/** The note of a paper. Mount it anew for another paper (`key`). */
export function NotesPane({ paperId, ...rest }: PaneProps) {
  const text = useMessages(messages);
  const owner = useMemo(() => ({ paperId }), [paperId]);
  return <NoteView owner={owner} emptyTitle={text.emptyTitle} emptyText={text.emptyText} {...rest} />;
}
