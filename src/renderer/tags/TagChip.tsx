// One tag as it shows on a card.
import { X } from 'lucide-react';
import type { Tag } from '#shared/tags.ts';
import { useMessages } from '../ui/i18n.tsx';
import { messages } from './messages.ts';
import styles from './tags.module.css';

type Props = {
  tag: Pick<Tag, 'id' | 'name' | 'color'>;
  /** Shows a button that takes the tag off. */
  onRemove?: () => void;
};

/** A dot of the tag's colour and its name. */
export function TagChip({ tag, onRemove }: Props) {
  const text = useMessages(messages);
  return (
    <span className={styles.chip}>
      <span className={styles.dot} style={{ background: `var(--mark-${tag.color})` }} aria-hidden />
      <span className={styles.name}>{tag.name}</span>
      {onRemove && (
        <button type="button" className={styles.off} aria-label={text.takeOff(tag.name)} onClick={onRemove}>
          <X aria-hidden />
        </button>
      )}
    </span>
  );
}
