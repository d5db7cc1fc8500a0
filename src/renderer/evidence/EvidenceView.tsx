// Everything one finding rests on, in panes beside each other: the mark on its page, the stance, the words.
import { BookOpen, Columns3 } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Group } from 'react-aria-components/Group';
import type { Evidence } from '#shared/findings.ts';
import { useRead } from '../data/read.ts';
import { StanceBadge } from '../findings/index.ts';
import { PageCrop } from '../reader/index.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useLibraryLanguages, useMessages } from '../ui/i18n.tsx';
import { Markdown } from '../ui/Markdown.tsx';
import { goToPlace } from '../ui/navigation.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { ToggleButton } from '../ui/ToggleButton.tsx';
import styles from './EvidenceView.module.css';
import { messages } from './messages.ts';

/** The view of a finding's evidence. Arrows go between the panes, Enter opens one in its paper. */
export function EvidenceView({ findingId }: { findingId: string }) {
  const text = useMessages(messages);
  const languages = useLibraryLanguages();
  const { data: finding, error } = useRead('findings', 'get', { id: findingId });
  const [isWhole, setWhole] = useState(false);
  const panes = useRef<HTMLDivElement>(null);
  const hasEvidence = (finding?.evidence.length ?? 0) > 0;
  useEffect(() => {
    if (hasEvidence) panes.current?.querySelector<HTMLElement>('[data-pane]')?.focus();
  }, [hasEvidence]);

  const onKey = (event: KeyboardEvent<HTMLElement>, evidence: Evidence) => {
    if (event.target !== event.currentTarget) return;
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter') void goToPlace({ annotationId: evidence.annotationId });
    else if (by) {
      const all = [...(panes.current?.querySelectorAll<HTMLElement>('[data-pane]') ?? [])];
      all[all.indexOf(event.currentTarget) + by]?.focus();
    } else return;
    event.preventDefault();
  };

  if (error) return <EmptyState title={text.failed} />;
  if (!finding) return <Spinner />;
  return (
    <div className={styles.view}>
      <header className={styles.head}>
        <div className={styles.statement}>
          {finding.primary && <Markdown text={finding.primary} lang={languages.primary.tag} />}
          {finding.secondary && <Markdown text={finding.secondary} lang={languages.secondary.tag} />}
        </div>
        <div className={styles.tools}>
          <ToggleButton label={text.whole} showLabel isSelected={isWhole} onChange={setWhole} />
          <Button onPress={() => void goToPlace({ findingId })}>{text.openFinding}</Button>
        </div>
      </header>
      {finding.evidence.length === 0 ? (
        <EmptyState icon={<Columns3 aria-hidden />} title={text.none}>
          {text.noneText}
        </EmptyState>
      ) : (
        <div className={styles.panes} ref={panes}>
          {finding.evidence.map((evidence, index) => (
            <Pane
              key={evidence.id}
              evidence={evidence}
              number={index + 1}
              isWhole={isWhole}
              onKey={(event) => onKey(event, evidence)}
            />
          ))}
        </div>
      )}
    </div>
  );
}

type PaneProps = {
  evidence: Evidence;
  /** 1-based. */
  number: number;
  isWhole: boolean;
  onKey: (event: KeyboardEvent<HTMLElement>) => void;
};

function Pane({ evidence, number, isWhole, onKey }: PaneProps) {
  const text = useMessages(messages);
  const paper = useRead('papers', 'get', { id: evidence.paperId ?? '' }, { enabled: evidence.paperId !== null }).data;
  const mark = useRead('annotations', 'get', { id: evidence.annotationId }).data;
  const box = useRef<HTMLDivElement>(null);
  const [widthPx, setWidth] = useState(0);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const sizes = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    sizes.observe(element);
    return () => sizes.disconnect();
  }, []);
  const title = paper?.title || paper?.titleSecondary || '';
  return (
    <Group tabIndex={0} data-pane className={styles.pane} aria-label={text.pane(number, title)} onKeyDown={onKey}>
      <header className={styles.paneHead}>
        <StanceBadge stance={evidence.stance} />
        <span className={styles.paper} title={title}>
          {title}
          {paper?.year !== undefined && paper.year !== null && <span className={styles.year}>{paper.year}</span>}
        </span>
        <span className={styles.page}>{text.page(evidence.pageLabel)}</span>
      </header>
      <div ref={box} className={styles.picture}>
        {mark && widthPx > 0 && <PageCrop annotation={mark} widthPx={widthPx} isWhole={isWhole} />}
      </div>
      <blockquote className={styles.quote} style={{ borderLeftColor: `var(--mark-${evidence.color})` }}>
        {evidence.quote}
      </blockquote>
      {evidence.comment && (
        <p className={styles.comment} aria-label={text.comment}>
          {evidence.comment}
        </p>
      )}
      <Button
        size="small"
        variant="quiet"
        icon={<BookOpen aria-hidden />}
        onPress={() => void goToPlace({ annotationId: evidence.annotationId })}
      >
        {text.open}
      </Button>
    </Group>
  );
}
