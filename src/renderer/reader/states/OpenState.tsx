// Over the pages, while the document opens and where it does not.
import { fileUrl } from '../../data/urls.ts';
import { useMessages } from '../../ui/i18n.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { messages } from '../messages.ts';
import { type Session, useEngineState } from '../session.ts';
import { PasswordForm } from './PasswordForm.tsx';
import { NoDocument } from './NoDocument.tsx';
import styles from './NoDocument.module.css';

type Props = { session: Session; paperId: string; onAdded: (sha256: string) => void; password?: string };

/** Nothing while all is well. */
export function OpenState({ session, paperId, onAdded, password }: Props) {
  const m = useMessages(messages);
  const { engine, sha256 } = session;
  const { status, failure } = useEngineState(engine);
  if (status === 'opening') {
    return (
      <div className={styles.opening}>
        <Spinner label={m.opening} size={24} />
      </div>
    );
  }
  if (status !== 'failed' || failure === null) return null;
  const open = (word = password) =>
    void engine.open({
      url: fileUrl(sha256),
      coverUrl: null,
      place: null,
      ...(word === undefined ? {} : { password: word }),
    });
  return (
    <div className={styles.cover}>
      <NoDocument paperId={paperId} why={failure} onAdded={onAdded} onRetry={() => open()}>
        {failure === 'locked' && <PasswordForm sha256={sha256} onOpen={open} />}
      </NoDocument>
    </div>
  );
}
