// Something is on its way.
import { useMessages } from './i18n.tsx';
import { uiMessages } from './messages.ts';
import styles from './Spinner.module.css';

/** A small turning mark with a spoken text. It shows after a moment only, so that quick answers do not flicker. */
export function Spinner({ label, size = 16 }: { label?: string; size?: number }) {
  const m = useMessages(uiMessages);
  return (
    <span
      role="status"
      aria-label={label ?? m.loading}
      className={styles.spinner}
      style={{ width: size, height: size }}
    />
  );
}
