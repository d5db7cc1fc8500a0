// The mark on the side that was left behind, and the way to say that it still holds.
import { Check, History } from 'lucide-react';
import { Button } from '../ui/Button.tsx';
import { useMessages } from '../ui/i18n.tsx';
import { messages } from './messages.ts';
import styles from './StaleMark.module.css';

/** Shown under the older side of a two-language text. */
export function StaleMark({ onConfirm }: { onConfirm: () => void }) {
  const text = useMessages(messages);
  return (
    <div className={styles.stale}>
      <History aria-hidden />
      <span>{text.stale}</span>
      <Button size="small" variant="quiet" icon={<Check aria-hidden />} label={text.confirmHint} onPress={onConfirm}>
        {text.confirm}
      </Button>
    </div>
  );
}
