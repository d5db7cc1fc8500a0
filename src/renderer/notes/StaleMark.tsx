// The mark on the side that was left behind, and the way to say that it still holds.
import { Check, History } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { useMessages } from '../ui/i18n.tsx';
import { messages } from './messages.ts';
import styles from './StaleMark.module.css';

/** Shown under the older side of a two-language text; `changes` is what changed on the other side, shown on request. */
export function StaleMark({ onConfirm, changes }: { onConfirm: () => void; changes?: ReactNode }) {
  const text = useMessages(messages);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <div className={styles.stale}>
        <History aria-hidden />
        <span>{text.stale}</span>
        <Button size="small" variant="quiet" icon={<Check aria-hidden />} label={text.confirmHint} onPress={onConfirm}>
          {text.confirm}
        </Button>
        {changes && (
          <button type="button" className={styles.more} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {text.whatChanged}
          </button>
        )}
      </div>
      {isOpen && changes}
    </>
  );
}
