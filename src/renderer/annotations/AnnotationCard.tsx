// One mark in a list: its words or its picture, comments, tags, findings; opens in the page, and can be edited in place.
import { ImageOff, Pencil, Trash2 } from 'lucide-react';
import { memo, useState } from 'react';
import { type AnnotationLine, isTextKind } from '#shared/annotations.ts';
import { Button as AriaButton } from 'react-aria-components/Button';
import { cropUrl } from '../data/urls.ts';
import { useWrite } from '../data/write.ts';
import { AnnotationFindings } from '../findings/index.ts';
import { TagChips, TagEditor } from '../tags/index.ts';
import { classes } from '../ui/classes.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { useLibraryLanguages, useMessages } from '../ui/i18n.tsx';
import { Markdown } from '../ui/Markdown.tsx';
import { useGo } from '../ui/navigation.tsx';
import { ColorPicker } from './ColorPicker.tsx';
import { CommentFields } from './CommentFields.tsx';
import { Earlier } from './Earlier.tsx';
import { KindPicker } from './KindPicker.tsx';
import { messages } from './messages.ts';
import { removeAnnotation } from './remove.ts';
import styles from './AnnotationCard.module.css';

export type AnnotationCardProps = {
  annotation: AnnotationLine;
  /** Lit. */
  isActive: boolean;
  isPicked: boolean;
  /** Something in the list is picked: the boxes stay in sight. */
  isPicking: boolean;
  onPick: (id: string, isPicked: boolean) => void;
  onOpen: (annotation: AnnotationLine) => void;
};

/** A card; its words are the button that goes to the page. */
export const AnnotationCard = memo(function AnnotationCard(props: AnnotationCardProps) {
  const { annotation, isActive, isPicked, isPicking, onPick, onOpen } = props;
  const text = useMessages(messages);
  const languages = useLibraryLanguages();
  const update = useWrite('annotations', 'update');
  const go = useGo();
  const [isEditing, setEditing] = useState(false);
  const { id, paperId, color, kind, quote, pageLabel, passageIds, evidence, author, how } = annotation;
  const change = (fields: Parameters<typeof update>[0]) => {
    // What goes wrong is said by the writer.
    update(fields).catch(() => undefined);
  };
  const comments = [
    { words: annotation.commentPrimary, lang: languages.primary.tag },
    { words: annotation.commentSecondary, lang: languages.secondary.tag },
  ].filter(({ words }) => words.trim() !== '');
  return (
    <article
      data-marks={id}
      className={classes(styles.card, isActive && styles.active)}
      style={{ borderLeftColor: `var(--mark-${color})` }}
      data-card={id}
    >
      <header className={styles.head}>
        <label className={classes(styles.pick, (isPicking || isPicked) && styles.seen)}>
          <input
            type="checkbox"
            checked={isPicked}
            aria-label={text.pick(quote || text.kind(kind))}
            onChange={(event) => onPick(id, event.currentTarget.checked)}
          />
        </label>
        <span className={styles.page}>{text.page(pageLabel)}</span>
        {!isTextKind(kind) && <span>{text.kind(kind)}</span>}
        {author && <span>{author}</span>}
        {(how === 'fuzzy' || how === 'moved') && <span className={styles.how}>{text.how(how)}</span>}
        {passageIds.length > 0 && <span>{text.passages(passageIds.length)}</span>}
        <span className={styles.tools}>
          <IconButton
            size="small"
            label={isEditing ? text.done : text.edit}
            icon={<Pencil aria-hidden />}
            isActive={isEditing}
            onPress={() => setEditing(!isEditing)}
          />
          <IconButton
            size="small"
            label={text.remove}
            icon={<Trash2 aria-hidden />}
            tone="danger"
            onPress={() => void removeAnnotation(id).catch(() => undefined)}
          />
        </span>
      </header>
      <AriaButton
        className={classes(styles.quote, isTextKind(kind) && styles[kind])}
        onPress={() => onOpen(annotation)}
        aria-label={text.open(quote || text.kind(kind))}
      >
        {kind === 'area' ? (
          <Picture annotation={annotation} label={quote || text.kind(kind)} />
        ) : (
          quote || text.kind(kind)
        )}
      </AriaButton>
      {isEditing ? (
        <div className={styles.edit}>
          <div className={styles.look}>
            <ColorPicker value={color} onPick={(next) => change({ id, color: next })} />
            {isTextKind(kind) && <KindPicker value={kind} onPick={(next) => change({ id, kind: next })} />}
          </div>
          <CommentFields annotation={annotation} autoFocus />
          <TagEditor kind="annotation" targetId={id} />
          <Earlier id={id} />
        </div>
      ) : (
        <>
          {comments.map(({ words, lang }) => (
            <Markdown key={lang} className={styles.comment ?? ''} lang={lang} text={words} />
          ))}
          <TagChips kind="annotation" targetId={id} />
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

/** An area as it is printed; drawn by the core, and again whenever it is not at hand. */
function Picture({ annotation, label }: { annotation: AnnotationLine; label: string }) {
  const [isFailed, setFailed] = useState(false);
  const { sha256, page, rect } = annotation;
  if (!rect || isFailed) return <ImageOff aria-hidden />;
  const form = Math.max(1, rect[2] - rect[0]) / Math.max(1, rect[3] - rect[1]);
  return (
    <img
      className={styles.picture}
      src={cropUrl(sha256, page, rect, 640)}
      alt={label}
      loading="lazy"
      style={{ aspectRatio: String(form), width: `min(100%, ${Math.round(180 * form)}px)` }}
      onError={() => setFailed(true)}
    />
  );
}
