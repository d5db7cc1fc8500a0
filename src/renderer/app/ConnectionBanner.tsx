// Says that the core does not answer, as long as it does not.
import { useConnection } from '../data/connection.ts';
import { useMessages } from '../ui/i18n.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { messages } from './messages.ts';
import styles from './ConnectionBanner.module.css';

/** Nothing while all is well. */
export function ConnectionBanner() {
  const m = useMessages(messages);
  const connection = useConnection();
  return (
    <div role="status" aria-live="polite">
      {(connection === 'lost' || connection === 'stranger') && (
        <p className={styles.banner}>
          {connection === 'lost' && <Spinner size={12} />}
          {connection === 'lost' ? m.lost : m.unauthorizedText}
        </p>
      )}
    </div>
  );
}
