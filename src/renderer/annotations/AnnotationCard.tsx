// One mark in a list: its words, its comments, its findings; opens in the page, and can be edited in place.
import { Pencil, Trash2 } from 'lucide-react';
import { memo, useEffect, useRef, useState } from 'react';
import { type Annotation, isTextKind } from '#shared/annotation.ts';
import { Button as AriaButton } from 'react-aria-components/Button';
import { useWrite } from '../data/write.ts';
import { AnnotationFindings } from '../findings/index.ts';
import { classes } from '../ui/classes.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { useLibraryLanguages, useMessages } from '../ui/i18n.tsx';
import { useGo } from '../ui/navigation.tsx';
import { ColorPicker } from './ColorPicker.tsx';
import { CommentFields } from './CommentFields.tsx';
import { KindPicker } from './KindPicker.tsx';
import { messages } from './messages.ts';
import { removeAnnotation } from './remove.ts';
import styles from './AnnotationCard.module.css';

export type AnnotationCardProps = {
  annotation: Annotation;
  /** Lit, and scrolled into view when it becomes so. */
  isActive: boolean;
  onOpen: (annotation: Annotation) => void;
};

/** A card; its words are the button that goes to the page. */
export const AnnotationCard = memo(function AnnotationCard({ annotation, isActive, onOpen }: AnnotationCardProps) {
  const text = useMessages(messages);
  const languages = useLibraryLanguages();
  const update = useWrite('annotations', 'update');
  const go = useGo();
  const [isEditing, setEditing] = useState(false);
  const card = useRef<HTMLElement>(null);
  const { id, paperId, color, kind, anchor, commentPrimary, commentSecondary, passageIds, evidence } = annotation;

  useEffect(() => {
    if (isActive) card.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);

  const remove = () => {
    // What goes wrong is said by the writer.
    removeAnnotation(id).catch(() => undefined);
  };
  const change = (fields: Parameters<typeof update>[0]) => {
    update(fields).catch(() => undefined);
  };
  return (
    <article
      ref={card}
      data-marks={id}
      className={classes(styles.card, isActive && styles.active)}
      style={{ borderLeftColor: `var(--mark-${color})` }}
    >
      <header className={styles.head}>
        <span className={styles.page}>{text.page(anchor.pageLabel)}</span>
        {passageIds.length > 0 && <span>{text.passages(passageIds.length)}</span>}
        <span className={styles.tools}>
          <IconButton
            size="small"
            label={isEditing ? text.done : text.edit}
            icon={<Pencil aria-hidden />}
            isActive={isEditing}
            onPress={() => setEditing(!isEditing)}
          />
          <IconButton size="small" label={text.remove} icon={<Trash2 aria-hidden />} tone="danger" onPress={remove} />
        </span>
      </header>
      <AriaButton
        className={classes(styles.quote, styles[kind])}
        onPress={() => onOpen(annotation)}
        aria-label={text.open(anchor.quote)}
      >
        {anchor.quote}
      </AriaButton>
      {isEditing ? (
        <div className={styles.edit}>
          <div className={styles.look}>
            <ColorPicker value={color} onPick={(next) => change({ id, color: next })} />
            {isTextKind(kind) && <KindPicker value={kind} onPick={(next) => change({ id, kind: next })} />}
          </div>
          <CommentFields annotation={annotation} autoFocus />
        </div>
      ) : (
        <>
          {commentPrimary.trim() && (
            <p className={styles.comment} lang={languages.primary.tag}>
              {commentPrimary}
            </p>
          )}
          {commentSecondary.trim() && (
            <p className={styles.comment} lang={languages.secondary.tag}>
              {commentSecondary}
            </p>
          )}
        </>
      )}
      {evidence.length > 0 && (
        <AnnotationFindings
          annotationId={id}
          // The reader stays with the paper the mark is in.
          {...(paperId ? { onOpen: (findingId: string) => go({ view: 'reader', paperId, findingId }) } : {})}
        />
      )}
    </article>
  );
});
