// Annotations in reading order: of a paper, a survey, the library. Filtered, grouped, several changed at once, exported.
import { Highlighter } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import type { AnnotationFilter, AnnotationGroup, AnnotationLine } from '#shared/annotations.ts';
import { useRead } from '../data/read.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { useActive } from '../ui/active.tsx';
import { useMessages } from '../ui/i18n.tsx';
import { useGo } from '../ui/navigation.tsx';
import { AnnotationCard } from './AnnotationCard.tsx';
import { BulkBar } from './BulkBar.tsx';
import { FilterBar, type Refine } from './FilterBar.tsx';
import { useGroupName } from './group-name.ts';
import { indexOfLine, rowCount, rowOf } from './list-rows.ts';
import { messages } from './messages.ts';
import { PdfMarks } from './PdfMarks.tsx';
import { ReviewNotice } from './ReviewNotice.tsx';
import { useLines } from './use-lines.ts';
import { VirtualRows } from './VirtualRows.tsx';
import styles from './AnnotationList.module.css';

export type AnnotationListProps = {
  /** Of one paper, of a survey's papers, or of the library. */
  paperId?: string;
  surveyId?: string;
};

const NONE: ReadonlySet<string> = new Set();

/** A press on a mark's words goes to them in the page. */
export function AnnotationList({ paperId, surveyId }: AnnotationListProps) {
  const text = useMessages(messages);
  const go = useGo();
  const active = useActive();
  const [refine, setRefine] = useState<Refine>({});
  const [group, setGroup] = useState<AnnotationGroup>(paperId ? 'none' : 'paper');
  const [picked, setPicked] = useState<ReadonlySet<string>>(NONE);
  const scope = useMemo(() => ({ ...(paperId && { paperId }), ...(surveyId && { surveyId }) }), [paperId, surveyId]);
  const filter: AnnotationFilter = useMemo(() => ({ ...scope, ...refine }), [scope, refine]);
  const { data: facets, isError } = useRead('annotations', 'facets', scope);
  const lines = useLines(filter, group);
  const { total, groups, line, look } = lines;
  const groupName = useGroupName(group);
  const ids = useRead('annotations', 'ids', { ...filter, group }, { enabled: active.annotationId !== null }).data;
  const activeAt = active.annotationId === null ? -1 : (ids?.indexOf(active.annotationId) ?? -1);

  const open = useCallback(
    (one: AnnotationLine) => {
      const paper = paperId ?? one.paperId;
      if (paper) go({ view: 'reader', paperId: paper, sha256: one.sha256, annotationId: one.id });
    },
    [go, paperId],
  );
  const pick = useCallback((id: string, isPicked: boolean) => {
    setPicked((known) => {
      const next = new Set(known);
      if (isPicked) next.add(id);
      else next.delete(id);
      return next;
    });
  }, []);
  const keyOf = useCallback(
    (index: number) => {
      const row = rowOf(index, groups);
      return row.type === 'group' ? `group ${row.group.key}` : (line(row.at)?.id ?? `line ${row.at}`) + ` ${row.at}`;
    },
    [groups, line],
  );
  const onRange = useCallback(
    (first: number, end: number) => look(Math.max(0, first - groups.length), end),
    [look, groups.length],
  );

  if (isError || lines.isFailed) return <EmptyState size="small" title={text.failed} />;
  if (!facets || total === null) return <Spinner label={text.loading} />;
  const isEmpty = facets.total === 0;
  return (
    <section className={styles.pane} aria-label={text.title}>
      <ReviewNotice {...(paperId ? { paperId } : {})} />
      {paperId && <PdfMarks paperId={paperId} />}
      {isEmpty ? (
        <EmptyState size="small" icon={<Highlighter aria-hidden />} title={text.emptyTitle}>
          {text.emptyText}
        </EmptyState>
      ) : (
        <>
          <FilterBar
            facets={facets}
            refine={refine}
            onRefine={setRefine}
            group={group}
            onGroup={setGroup}
            filter={filter}
            shown={total}
            isOfPaper={paperId !== undefined}
          />
          {total === 0 ? (
            <EmptyState
              size="small"
              title={text.noMatch}
              actions={<Button onPress={() => setRefine({})}>{text.showAll}</Button>}
            />
          ) : (
            <VirtualRows
              label={text.title}
              count={rowCount(total, groups)}
              keyOf={keyOf}
              estimate={96}
              shown={activeAt < 0 ? null : indexOfLine(activeAt, groups)}
              onRange={onRange}
              render={(index) => {
                const row = rowOf(index, groups);
                if (row.type === 'group') {
                  return (
                    <h3 className={styles.group}>
                      {groupName(row.group)} <span className={styles.count}>{row.group.count}</span>
                    </h3>
                  );
                }
                const one = line(row.at);
                if (!one) return <div className={styles.waiting} />;
                return (
                  <AnnotationCard
                    annotation={one}
                    isActive={active.annotationId === one.id}
                    isPicked={picked.has(one.id)}
                    isPicking={picked.size > 0}
                    onPick={pick}
                    onOpen={open}
                  />
                );
              }}
            />
          )}
          {picked.size > 0 && (
            <BulkBar
              picked={picked}
              filter={filter}
              group={group}
              onPick={setPicked}
              onDone={() => setPicked(NONE)}
              canMerge={paperId !== undefined}
            />
          )}
        </>
      )}
    </section>
  );
}
