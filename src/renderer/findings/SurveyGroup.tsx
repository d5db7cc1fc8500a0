// The findings of one paper within a survey, under its title.
import { Button as AriaButton } from 'react-aria-components/Button';
import type { Finding } from '#shared/findings.ts';
import type { PaperItem } from '#shared/papers.ts';
import { useEffect, useRef } from 'react';
import { useRead } from '../data/read.ts';
import { arriveAt, useLit } from '../notes/index.ts';
import { useLibraryLanguages, useMessages } from '../ui/i18n.tsx';
import { useGo, useRoute } from '../ui/navigation.tsx';
import { FindingItem } from './FindingItem.tsx';
import { countStances } from './gaps.ts';
import { messages } from './messages.ts';
import { StanceBadge } from './StanceBadge.tsx';
import styles from './SurveyFindings.module.css';
import { useFindingActions } from './use-finding-actions.ts';
import { useOffers } from './use-offers.ts';

type Props = {
  paperId: string | null;
  /** Where the survey lists it; else it is read. */
  paper: PaperItem | undefined;
  findings: readonly Finding[];
  /** Number of each finding within its paper. */
  numbers: ReadonlyMap<string, number>;
};

/** One paper's findings; its title opens the paper. */
export function SurveyGroup({ paperId, paper, findings, numbers }: Props) {
  const text = useMessages(messages);
  const languages = useLibraryLanguages();
  const go = useGo();
  const route = useRoute();
  const actions = useFindingActions();
  const lit = useLit('findingId');
  const { offered, suggestingId, suggest } = useOffers(undefined);
  const arrived = useRef<HTMLDivElement>(null);
  const unlisted = useRead('papers', 'get', { id: paperId ?? '' }, { enabled: !paper && paperId !== null }).data;
  const title = (paper ?? unlisted)?.title;
  const arrivedAt = route.view === 'survey' || route.view === 'findings' ? route.findingId : undefined;
  const isHere = findings.some((finding) => finding.id === arrivedAt);
  useEffect(() => {
    if (isHere) arriveAt(arrived.current);
  }, [isHere, route]);

  return (
    <section className={styles.group}>
      <h3 className={styles.title}>
        {paperId === null ? (
          <span className={styles.paper}>{text.noPaper}</span>
        ) : (
          <AriaButton className={styles.paper ?? ''} onPress={() => go({ view: 'reader', paperId })}>
            {title}
          </AriaButton>
        )}
        <span className={styles.counts}>
          {countStances(findings.flatMap((finding) => finding.evidence)).map(({ stance, count }) => (
            <StanceBadge key={stance} stance={stance} count={count} />
          ))}
        </span>
      </h3>
      <ol>
        {findings.map((finding) => (
          <FindingItem
            key={finding.id}
            {...(finding.id === arrivedAt ? { ref: arrived } : {})}
            finding={finding}
            number={numbers.get(finding.id) ?? 0}
            herePaperId={null}
            activeAnnotationId={null}
            isLit={false}
            offered={offered.get(finding.id) ?? 0}
            isSuggesting={suggestingId === finding.id}
            onSuggest={(isOpen) => suggest(finding.id, isOpen)}
            languages={languages}
            actions={actions}
            onOpenEvidence={(evidence) => {
              const to = evidence.paperId ?? paperId;
              if (to) go({ view: 'reader', paperId: to, sha256: evidence.sha256, annotationId: evidence.annotationId });
            }}
            {...(paperId ? { onOpen: () => go({ view: 'reader', paperId, findingId: finding.id }) } : {})}
            onHover={(isOver) => lit.hover(finding.id, isOver)}
            onFocus={() => lit.focus(finding.id)}
          />
        ))}
      </ol>
    </section>
  );
}
