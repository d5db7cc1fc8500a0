// One passage: its two sides aligned, its linked highlights, its tools.
import { GripVertical, MapPin } from 'lucide-react';
import type { KeyboardEvent, Ref } from 'react';
import { Group } from 'react-aria-components/Group';
import type { Annotation } from '#shared/annotations.ts';
import type { Passage, Spot } from '#shared/notes.ts';
import type { Side } from '#shared/values.ts';
import { classes } from '../ui/classes.ts';
import { Button } from '../ui/Button.tsx';
import { type LibraryLanguage, useMessages } from '../ui/i18n.tsx';
import { useGo } from '../ui/navigation.tsx';
import { AnnotationChip } from './AnnotationChip.tsx';
import { ChangedSince } from './ChangedSince.tsx';
import { DraftOffer } from './DraftOffer.tsx';
import { isComposing } from './editor/focus.ts';
import { SideField } from './editor/SideField.tsx';
import { messages } from './messages.ts';
import { PassageTools } from './PassageTools.tsx';
import styles from './PassageRow.module.css';
import { StaleMark } from './StaleMark.tsx';
import { useAligned } from './use-aligned.ts';
import type { usePassageDrag } from './use-drag.ts';
import { fieldKeyOf, type NoteActions } from './use-note.ts';
import type { Intents } from './use-intents.ts';

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
  intents: Intents;
  drag: ReturnType<typeof usePassageDrag>;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
  onOpenAnnotation: (id: string) => void;
  onOpenSpot: ((spot: Spot) => void) | undefined;
  onHover: (isOver: boolean) => void;
  onFocus: () => void;
  /** A key pressed on the row itself, outside its fields. */
  onRowKey: (event: KeyboardEvent<HTMLElement>) => void;
};

/** A row of the note. It takes the focus itself when a field is left by Escape. */
export function PassageRow({ ref, ...props }: Props) {
  const { passage, number, actions, intents, languages, activeAnnotationId, annotations, drag, onOpenSpot } = props;
  const { id, annotationIds, primary, secondary, spot } = passage;
  const text = useMessages(messages);
  const go = useGo();
  const tags = { primary: languages.primary.tag, secondary: languages.secondary.tag };
  const aligned = useAligned({ primary, secondary, languages: tags });
  const canLink = activeAnnotationId !== null && !annotationIds.includes(activeAnnotationId);
  const leave = (field: HTMLTextAreaElement) => field.closest<HTMLElement>(`.${styles.row}`)?.focus();
  const landing = drag.landing?.id === id ? drag.landing.edge : null;

  return (
    <li>
      <Group
        ref={ref}
        tabIndex={-1}
        data-marks={annotationIds.join(' ')}
        className={classes(styles.row, props.isLit && styles.lit, landing && styles[landing])}
        aria-label={text.passage(number)}
        onPointerEnter={() => props.onHover(true)}
        onPointerLeave={() => {
          props.onHover(false);
          aligned.onPointerLeave();
        }}
        onPointerMove={aligned.onPointerMove}
        onFocus={props.onFocus}
        onKeyDown={(event) => {
          if (event.target === event.currentTarget && !isComposing(event)) props.onRowKey(event);
        }}
        {...drag.row(id)}
      >
        <span className={styles.handle} title={text.drag} aria-hidden {...drag.handle(id)}>
          <GripVertical />
        </span>
        <div className={styles.sides}>
          {SIDES.map((side) => (
            <div key={side} className={styles.cell} data-side={side} ref={aligned.cell(side)}>
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
                save={(words, base) => actions.edit(id, side, words, base)}
                maxLength={200_000}
                onLeave={leave}
                onKey={(event) => intents.onFieldKey(passage, side, event)}
                onPasteText={(event) => intents.onPaste(passage, event)}
                onCaret={(at) => {
                  if (at !== null) intents.onCaret(id, side, at);
                  aligned.onCaret(side, at);
                }}
              />
              {passage.stale === side && (
                <StaleMark
                  onConfirm={() => void actions.confirm(id)}
                  changes={<ChangedSince passageId={id} languages={languages} />}
                />
              )}
              <DraftOffer passage={passage} side={side} language={languages[side]} actions={actions} />
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
          {spot && (
            <Button
              size="small"
              variant="quiet"
              className={styles.origin ?? ''}
              icon={<MapPin aria-hidden />}
              onPress={() => onOpenSpot?.(spot)}
            >
              {text.inMargin(spot.page)}
            </Button>
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
            more={intents.menuOf(passage, props.isLast)}
          />
        </div>
      </Group>
    </li>
  );
}
