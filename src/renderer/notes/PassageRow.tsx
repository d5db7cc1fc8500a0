// One passage: its two sides aligned, its linked highlights, its tools.
import type { KeyboardEvent, Ref } from 'react';
import { Group } from 'react-aria-components/Group';
import type { Annotation } from '#shared/annotations.ts';
import type { Passage } from '#shared/notes.ts';
import type { Side } from '#shared/values.ts';
import { classes } from '../ui/classes.ts';
import { Button } from '../ui/Button.tsx';
import { type LibraryLanguage, useMessages } from '../ui/i18n.tsx';
import { useGo } from '../ui/navigation.tsx';
import { AnnotationChip } from './AnnotationChip.tsx';
import { isComposing } from './editor/focus.ts';
import { SideField } from './editor/SideField.tsx';
import { messages } from './messages.ts';
import { PassageTools } from './PassageTools.tsx';
import styles from './PassageRow.module.css';
import { StaleMark } from './StaleMark.tsx';
import { fieldKeyOf, type NoteActions } from './use-note.ts';

const SIDES: readonly Side[] = ['primary', 'secondary'];

type Props = {
  ref: Ref<HTMLDivElement>;
  passage: Passage;
  /** 1-based place in the note. */
  number: number;
  isLast: boolean;
  isLit: boolean;
  /** The highlight clicked in the page. */
  activeAnnotationId: string | null;
  annotations: ReadonlyMap<string, Annotation>;
  languages: { primary: LibraryLanguage; secondary: LibraryLanguage };
  actions: NoteActions;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
  onOpenAnnotation: (id: string) => void;
  onHover: (isOver: boolean) => void;
  onFocus: () => void;
  /** A key pressed on the row itself, outside its fields. */
  onRowKey: (event: KeyboardEvent<HTMLElement>) => void;
};

/** A row of the note. It takes the focus itself when a field is left by Escape. */
export function PassageRow({ ref, ...props }: Props) {
  const { passage, number, actions, languages, activeAnnotationId, annotations } = props;
  const { id, annotationIds } = passage;
  const text = useMessages(messages);
  const go = useGo();
  const canLink = activeAnnotationId !== null && !annotationIds.includes(activeAnnotationId);
  const leave = (field: HTMLTextAreaElement) => field.closest<HTMLElement>(`.${styles.row}`)?.focus();

  return (
    <li>
      <Group
        ref={ref}
        tabIndex={-1}
        data-marks={annotationIds.join(' ')}
        className={classes(styles.row, props.isLit && styles.lit)}
        aria-label={text.passage(number)}
        onPointerEnter={() => props.onHover(true)}
        onPointerLeave={() => props.onHover(false)}
        onFocus={props.onFocus}
        onKeyDown={(event) => {
          if (event.target === event.currentTarget && !isComposing(event)) props.onRowKey(event);
        }}
      >
        <div className={styles.sides}>
          {SIDES.map((side) => (
            <div key={side} className={styles.cell}>
              <span className={styles.language} aria-hidden>
                {languages[side].name}
              </span>
              <SideField
                key={fieldKeyOf(id, side)}
                fieldKey={fieldKeyOf(id, side)}
                label={text.side(languages[side].name, number)}
                lang={languages[side].tag}
                placeholder={text.write(languages[side].name)}
                stored={passage[side]}
                save={(words) => actions.edit(id, side, words)}
                maxLength={200_000}
                onLeave={leave}
              />
              {passage.stale === side && <StaleMark onConfirm={() => void actions.confirm(id)} />}
            </div>
          ))}
        </div>
        <div className={styles.foot}>
          {annotationIds.length > 0 && (
            <ul className={styles.chips} aria-label={text.marks}>
              {annotationIds.map((annotationId) => (
                <AnnotationChip
                  key={annotationId}
                  annotationId={annotationId}
                  known={annotations.get(annotationId)}
                  isLit={annotationId === activeAnnotationId}
                  onOpen={() => props.onOpenAnnotation(annotationId)}
                  onUnlink={() => void actions.unlink(id, annotationId)}
                />
              ))}
            </ul>
          )}
          {passage.surveyId && (
            <Button
              size="small"
              variant="quiet"
              className={styles.origin ?? ''}
              onPress={() => go({ view: 'survey', surveyId: passage.surveyId! })}
            >
              {text.fromSurvey}
            </Button>
          )}
          <PassageTools
            label={text.passage(number)}
            canLink={canLink}
            isFirst={number === 1}
            isLast={props.isLast}
            onLink={() => activeAnnotationId && void actions.link(id, activeAnnotationId)}
            onMove={props.onMove}
            onAdd={() => void actions.add({ afterId: id })}
            onRemove={props.onRemove}
          />
        </div>
      </Group>
    </li>
  );
}
