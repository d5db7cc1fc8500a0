// The surveys that speak of a paper.
import { useRead } from '../data/read.ts';
import { useMessages } from '../ui/i18n.tsx';
import { formatRoute } from '../ui/route.ts';
import { messages } from './messages.ts';
import styles from './PaperDetails.module.css';

/** Links to the surveys; nothing where there are none. */
export function PaperSurveys({ surveyIds }: { surveyIds: readonly string[] }) {
  const m = useMessages(messages);
  const surveys = useRead('surveys', 'list', {}).data?.filter(({ id }) => surveyIds.includes(id)) ?? [];
  if (surveys.length === 0) return null;
  return (
    <div>
      <h3 className={styles.heading}>{m.surveys}</h3>
      <ul>
        {surveys.map((survey) => (
          <li key={survey.id} className={styles.survey}>
            <a href={formatRoute({ view: 'survey', surveyId: survey.id })}>{survey.title || survey.fileName}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
