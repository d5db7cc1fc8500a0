// Says that nothing can be written, before anyone types.
import { useRead } from '../data/read.ts';
import { useMessages } from '../ui/i18n.tsx';
import styles from './Libraries.module.css';
import { messages } from './messages.ts';

/** Nothing in a library that can be written. */
export function ReadOnlyBanner() {
  const m = useMessages(messages);
  const { data: info } = useRead('library', 'info', {});
  if (!info?.isReadOnly) return null;
  return (
    <p role="status" className={styles.banner}>
      {m.readOnly}
    </p>
  );
}
