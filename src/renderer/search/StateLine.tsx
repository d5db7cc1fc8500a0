// How far the index is: up to date, or how many pages of how many.
import type { IndexState } from '#shared/search.ts';
import { useRead } from '../data/read.ts';
import { useMessages } from '../ui/i18n.tsx';
import { messages } from './messages.ts';
import styles from './search.module.css';

/** The state of the index, read again whenever it grows. */
export function StateLine() {
  const m = useMessages(messages);
  const state = useRead('search', 'state', {}).data;
  return (
    <span className={styles.state} role="status" title={state?.message ?? ''}>
      {state && inWords(state, m)}
    </span>
  );
}

function inWords(
  { state, pages, allPages }: IndexState,
  m: ReturnType<typeof useMessages<typeof messages.en>>,
): string {
  if (state === 'ready') return m.upToDate;
  if (state === 'indexing') return m.indexing(pages, allPages);
  return state === 'paused' ? m.paused : m.starting;
}
