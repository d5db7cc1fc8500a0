// A paper's stars: pressed to give, pressed again to take back. Left and right change them by keys.
import { Star } from 'lucide-react';
import { useMessages } from '../ui/i18n.tsx';
import { standing } from './standing-messages.ts';
import styles from './standing.module.css';

const ALL = [1, 2, 3, 4, 5];

/** Five stars as one slider to a screen reader. */
export function Stars({ value, onChange }: { value: number; onChange: (stars: number) => void }) {
  const m = useMessages(standing);
  const set = (stars: number) => onChange(Math.max(0, Math.min(5, stars)));
  return (
    <span
      className={styles.stars}
      role="slider"
      tabIndex={0}
      aria-label={m.stars}
      aria-valuemin={0}
      aria-valuemax={5}
      aria-valuenow={value}
      aria-valuetext={m.starCount(value)}
      title={m.starCount(value)}
      onKeyDown={(event) => {
        const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        set(value + step);
      }}
    >
      {ALL.map((star) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the slider has the keys
        <span
          key={star}
          className={styles.star}
          data-lit={star <= value}
          onClick={() => set(star === value ? 0 : star)}
        >
          <Star aria-hidden />
        </span>
      ))}
    </span>
  );
}
