// The comment on a mark, in the library's two languages; saved as one types.
import type { Annotation } from '#shared/annotations.ts';
import { useWrite } from '../data/write.ts';
import { AutoTextArea } from '../ui/AutoTextArea.tsx';
import { useLibraryLanguages, useMessages } from '../ui/i18n.tsx';
import { messages } from './messages.ts';
import styles from './CommentFields.module.css';

/** Two fields side by side, one above the other where there is little room. */
export function CommentFields({
  annotation,
  autoFocus = false,
}: {
  annotation: Pick<Annotation, 'id' | 'commentPrimary' | 'commentSecondary'>;
  autoFocus?: boolean;
}) {
  const text = useMessages(messages);
  const languages = useLibraryLanguages();
  const update = useWrite('annotations', 'update');
  const { id } = annotation;
  return (
    <div className={styles.fields}>
      <AutoTextArea
        key={`${id} primary`}
        label={text.comment(languages.primary.name)}
        placeholder={text.comment(languages.primary.name)}
        lang={languages.primary.tag}
        value={annotation.commentPrimary}
        draftKey={`annotation ${id} primary`}
        autoFocus={autoFocus}
        onCommit={(commentPrimary) => update({ id, commentPrimary })}
      />
      <AutoTextArea
        key={`${id} secondary`}
        label={text.comment(languages.secondary.name)}
        placeholder={text.comment(languages.secondary.name)}
        lang={languages.secondary.tag}
        value={annotation.commentSecondary}
        draftKey={`annotation ${id} secondary`}
        onCommit={(commentSecondary) => update({ id, commentSecondary })}
      />
    </div>
  );
}
