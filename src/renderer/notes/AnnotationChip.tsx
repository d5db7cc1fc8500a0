// A linked highlight as a chip: its colour, its first words; opens it in the page.
import { X } from 'lucide-react';
import type { Annotation } from '#shared/annotations.ts';
import { Button as AriaButton } from 'react-aria-components/Button';
import { useRead } from '../data/read.ts';
import { classes } from '../ui/classes.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { useMessages } from '../ui/i18n.tsx';
import { messages } from './messages.ts';
import styles from './AnnotationChip.module.css';

type Props = {
  annotationId: string;
  /** The annotation where the caller knows it already; else it is read (it may lie in another paper). */
  known: Annotation | undefined;
  isLit: boolean;
  onOpen: () => void;
  onUnlink: () => void;
};

/** Nothing while the annotation is read, or where it is gone. */
export function AnnotationChip({ annotationId, known, isLit, onOpen, onUnlink }: Props) {
  const text = useMessages(messages);
  const { data } = useRead('annotations', 'get', { id: annotationId }, { enabled: !known });
  const annotation = known ?? data;
  if (!annotation || annotation.deletedAt !== null) return null;
  const { quote } = annotation.anchor;
  return (
    <li
      className={classes(styles.chip, isLit && styles.lit)}
      style={{ borderLeftColor: `var(--mark-${annotation.color})` }}
    >
      <AriaButton className={styles.open ?? ''} onPress={onOpen} aria-label={text.openMark(quote.slice(0, 120))}>
        {quote.slice(0, 120)}
      </AriaButton>
      <IconButton
        className={styles.unlink ?? ''}
        size="small"
        label={text.unlink}
        icon={<X aria-hidden />}
        onPress={onUnlink}
      />
    </li>
  );
}
