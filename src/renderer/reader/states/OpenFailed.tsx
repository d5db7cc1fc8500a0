// Over the pages, where the document did not open.
import { fileUrl } from '../../data/urls.ts';
import { type Session, useEngineState } from '../session.ts';
import { NoDocument } from './NoDocument.tsx';
import styles from './NoDocument.module.css';

type Props = { session: Session; paperId: string; onAdded: (sha256: string) => void };

/** Nothing while all is well. */
export function OpenFailed({ session, paperId, onAdded }: Props) {
  const { engine, sha256 } = session;
  const { status, failure } = useEngineState(engine);
  if (status !== 'failed' || failure === null) return null;
  const retry = () => void engine.open({ url: fileUrl(sha256), coverUrl: null, place: null });
  return (
    <div className={styles.cover}>
      <NoDocument paperId={paperId} why={failure} onAdded={onAdded} onRetry={retry} />
    </div>
  );
}
