// All findings of a survey by paper, with how much each rests on and what is lacking.
import { Lightbulb } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Group } from 'react-aria-components/Group';
import type { Finding } from '#shared/findings.ts';
import { useRead } from '../data/read.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useMessages } from '../ui/i18n.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { ToggleButton } from '../ui/ToggleButton.tsx';
import { countGaps, GAPS, type Gap, gapsOf } from './gaps.ts';
import { messages } from './messages.ts';
import { byPaper, numbersOf } from './order.ts';
import styles from './SurveyFindings.module.css';
import { SurveyGroup } from './SurveyGroup.tsx';

/** The findings of a survey, to read, write and go to. */
export function SurveyFindings({ surveyId }: { surveyId: string }) {
  const text = useMessages(messages);
  const { data, error } = useRead('findings', 'list', { surveyId });
  const papers = useRead('papers', 'list', { surveyId }).data;
  const [gap, setGap] = useState<Gap | null>(null);
  const numbers = useMemo(() => numbersOf(byPaper(data ?? [], [])), [data]);
  const counts = useMemo(() => countGaps(data ?? []), [data]);

  if (error) return <EmptyState size="small" title={text.failed} />;
  if (!data || !papers) return <Spinner label={text.loading} />;
  if (data.length === 0) {
    return (
      <EmptyState size="small" icon={<Lightbulb aria-hidden />} title={text.surveyEmptyTitle}>
        {text.surveyEmptyText}
      </EmptyState>
    );
  }
  const isShown = (finding: Finding) => gap === null || gapsOf(finding).includes(gap);
  const groups = byPaper(
    data.filter(isShown),
    papers.map((paper) => paper.id),
  );
  const evidence = data.reduce((sum, finding) => sum + finding.evidence.length, 0);
  const shown = GAPS.filter((one) => counts[one] > 0 || one === gap);
  return (
    <section className={styles.pane} aria-label={text.title}>
      <div className={styles.bar}>
        <p className={styles.sum}>{text.sum(data.length, evidence)}</p>
        {shown.length > 0 && (
          <Group className={styles.gaps ?? ''} aria-label={text.gaps}>
            {shown.map((one) => (
              <ToggleButton
                key={one}
                size="small"
                showLabel
                label={`${text.gap(one)} ${counts[one]}`}
                isSelected={gap === one}
                onChange={(isOn) => setGap(isOn ? one : null)}
              />
            ))}
          </Group>
        )}
      </div>
      {groups.length === 0 && <p className={styles.none}>{text.noneLeft}</p>}
      {groups.map((group) => (
        <SurveyGroup
          key={group.paperId ?? 'none'}
          paperId={group.paperId}
          paper={papers.find((paper) => paper.id === group.paperId)}
          findings={group.findings}
          numbers={numbers}
        />
      ))}
    </section>
  );
}
