// The annotations of the library, or of a survey's papers, as a view of its own.
import { useRead } from '../data/read.ts';
import { useMessages } from '../ui/i18n.tsx';
import { AnnotationList } from './AnnotationList.tsx';
import { messages } from './messages.ts';
import styles from './AnnotationsView.module.css';

/** Fills the window's middle. */
export function AnnotationsView({ surveyId }: { surveyId?: string }) {
  const text = useMessages(messages);
  const survey = useRead('surveys', 'list', {}, { enabled: surveyId !== undefined }).data?.find(
    ({ id }) => id === surveyId,
  );
  return (
    <div className={styles.view}>
      <h1 className={styles.title}>
        {text.title}
        {survey && <span className={styles.of}>{survey.title || survey.fileName}</span>}
      </h1>
      <AnnotationList key={surveyId ?? ''} {...(surveyId ? { surveyId } : {})} />
    </div>
  );
}
