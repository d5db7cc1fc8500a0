// A survey as a document: its text, in which papers, findings and references are alive; its outline beside it.
import { ScrollText } from 'lucide-react';
import { useRef } from 'react';
import type { Survey } from '#shared/surveys.ts';
import { useRead } from '../data/read.ts';
import { SurveyFindings } from '../findings/index.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useMessages } from '../ui/i18n.tsx';
import { go, type Route } from '../ui/navigation.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { FrontMatterHead } from './FrontMatterHead.tsx';
import { readFrontMatter } from './front-matter.ts';
import { LivingContext, useLivingOf } from './living.tsx';
import { messages } from './messages.ts';
import { Outline } from './Outline.tsx';
import { SurveyBar } from './SurveyBar.tsx';
import { SurveyText } from './SurveyText.tsx';
import { useArrival } from './use-arrival.ts';
import styles from './SurveyView.module.css';

export type SurveyViewProps = { route: Extract<Route, { view: 'survey' }> };

/** A survey: its document or its findings. */
export function SurveyView({ route }: SurveyViewProps) {
  const m = useMessages(messages);
  const { data: survey, error } = useRead('surveys', 'get', { id: route.surveyId });
  if (error) {
    return (
      <EmptyState
        icon={<ScrollText aria-hidden />}
        title={m.gone}
        actions={<Button onPress={() => go({ view: 'library' })}>{m.toLibrary}</Button>}
      />
    );
  }
  return (
    <div className={styles.view}>
      <SurveyBar surveyId={route.surveyId} shown={route.show ?? 'document'} />
      {route.show === 'findings' ? (
        <div className={styles.findings}>
          <SurveyFindings surveyId={route.surveyId} />
        </div>
      ) : survey ? (
        <Document key={survey.id} survey={survey} route={route} />
      ) : (
        <div className={styles.waiting}>
          <Spinner />
        </div>
      )}
    </div>
  );
}

function Document({ survey, route }: { survey: Survey; route: SurveyViewProps['route'] }) {
  const m = useMessages(messages);
  const living = useLivingOf(survey);
  const scroller = useRef<HTMLDivElement>(null);
  const front = readFrontMatter(survey.text);
  useArrival(scroller, survey, route);
  return (
    <LivingContext value={living}>
      <div className={styles.split}>
        <div className={styles.scroller} ref={scroller} tabIndex={-1}>
          <article className={styles.page}>
            <FrontMatterHead survey={survey} front={front} />
            {survey.text.trim() ? <SurveyText survey={survey} from={front?.end ?? 0} /> : <p>{m.empty}</p>}
          </article>
        </div>
        <Outline sections={survey.sections} scroller={scroller} />
      </div>
    </LivingContext>
  );
}
