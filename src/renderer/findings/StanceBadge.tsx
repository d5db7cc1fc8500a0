// How a piece of evidence stands to its finding: sign, word and colour.
import type { Stance } from '#shared/annotations.ts';
import { useMessages } from '../ui/i18n.tsx';
import { messages } from './messages.ts';
import { StanceIcon } from './StanceIcon.tsx';
import styles from './Stance.module.css';

/** With `count`, how much evidence takes this stance. */
export function StanceBadge({ stance, count }: { stance: Stance; count?: number }) {
  const text = useMessages(messages);
  return (
    <span className={styles.badge} data-stance={stance}>
      <StanceIcon stance={stance} />
      {text.stance(stance)}
      {count !== undefined && <span className={styles.count}>{count}</span>}
    </span>
  );
}
