// What a finding lacks, as small words.
import { CircleSlash2, History, Languages } from 'lucide-react';
import { useMessages } from '../ui/i18n.tsx';
import type { Gap } from './gaps.ts';
import { messages } from './messages.ts';
import styles from './GapBadges.module.css';

const ICONS = { evidence: CircleSlash2, translation: Languages, stale: History };

/** Nothing where nothing is lacking. */
export function GapBadges({ gaps }: { gaps: readonly Gap[] }) {
  const text = useMessages(messages);
  if (gaps.length === 0) return null;
  return (
    <ul className={styles.gaps}>
      {gaps.map((gap) => {
        const Icon = ICONS[gap];
        return (
          <li key={gap} className={styles.gap}>
            <Icon aria-hidden />
            {text.gap(gap)}
          </li>
        );
      })}
    </ul>
  );
}
