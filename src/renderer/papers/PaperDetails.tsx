// Everything about one paper: its first page, what can be done with it, and its fields, all editable.
import { useRead } from '../data/read.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useMessages } from '../ui/i18n.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { PaperFields } from './PaperFields.tsx';
import { PaperFiles } from './PaperFiles.tsx';
import { PaperHead } from './PaperHead.tsx';
import { PaperReferences } from './PaperReferences.tsx';
import { PaperRelations } from './PaperRelations.tsx';
import { PaperStanding } from './PaperStanding.tsx';
import { PaperSurveys } from './PaperSurveys.tsx';
import { messages } from './messages.ts';
import styles from './PaperDetails.module.css';

export type PaperDetailsProps = {
  paperId: string;
  /** Leaves out the first page and the button to read, where the paper is open already. */
  isInReader?: boolean;
};

/** Details of a paper, for a pane. */
export function PaperDetails({ paperId, isInReader }: PaperDetailsProps) {
  const m = useMessages(messages);
  const { data: paper, error } = useRead('papers', 'get', { id: paperId });
  if (error) return <EmptyState size="small" title={m.gone} />;
  if (!paper) {
    return (
      <div className={styles.waiting}>
        <Spinner />
      </div>
    );
  }
  return (
    <section className={styles.details} aria-label={m.details}>
      <PaperHead key={`${paper.id}head`} paper={paper} isInReader={isInReader ?? false} />
      <PaperStanding paper={paper} />
      <PaperFields key={paper.id} paper={paper} />
      <PaperFiles paper={paper} />
      <PaperRelations paper={paper} />
      <PaperReferences key={`${paper.id}references`} paper={paper} />
      <PaperSurveys surveyIds={paper.surveyIds} />
    </section>
  );
}
