// The tags of a card, to read.
import type { TaggedKind } from '#shared/tags.ts';
import { useMessages } from '../ui/i18n.tsx';
import { messages } from './messages.ts';
import { TagChip } from './TagChip.tsx';
import styles from './tags.module.css';
import { useTags } from './use-tags.ts';

type Props = { kind: TaggedKind; targetId: string };

/** The chips of a thing's tags; nothing where it has none. */
export function TagChips({ kind, targetId }: Props) {
  const { own } = useTags(kind, targetId);
  const text = useMessages(messages);
  if (own.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label={text.tags}>
      {own.map((tag) => (
        <li key={tag.id}>
          <TagChip tag={tag} />
        </li>
      ))}
    </ul>
  );
}
