// A line over the foot of the pages, for what is missing from what is shown: text to select, or bytes.
import type { PaperFile } from '#shared/papers.ts';
import { usePageText } from '../../data/page-text.ts';
import { useMessages } from '../../ui/i18n.tsx';
import { messages } from '../messages.ts';
import { type Session, useEngineState } from '../session.ts';
import styles from './PageNotice.module.css';

/** Nothing while all is well. */
export function PageNotice({ session, file }: { session: Session; file: PaperFile }) {
  const m = useMessages(messages);
  const { status, page, failure } = useEngineState(session.engine);
  const text = usePageText(session.sha256, page, status === 'open' && file.state === 'ready');
  if (status !== 'open') return null;
  const notice =
    failure !== null ? m.lost : file.state === 'unread' ? m.unreadText : text?.text.trim() === '' ? m.noText : null;
  return (
    <p className={styles.notice} role="status" hidden={notice === null}>
      {notice}
    </p>
  );
}
