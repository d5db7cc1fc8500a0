// The marks of a paper in reading order, with a filter by words and colour.
import { Highlighter } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import type { Annotation, AnnotationColor } from '#shared/annotations.ts';
import { useRead } from '../data/read.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { useActive } from '../ui/active.tsx';
import { useMessages } from '../ui/i18n.tsx';
import { useGo } from '../ui/navigation.tsx';
import { AnnotationCard } from './AnnotationCard.tsx';
import { ColorFilter } from './ColorFilter.tsx';
import { COLORS } from './colors.ts';
import { colorsInUse, filterAnnotations } from './filter.ts';
import { messages } from './messages.ts';
import styles from './AnnotationList.module.css';

/** A press on a mark's words goes to them in the page. */
export function AnnotationList({ paperId }: { paperId: string }) {
  const text = useMessages(messages);
  const go = useGo();
  const active = useActive();
  const [words, setWords] = useState('');
  const [color, setColor] = useState<AnnotationColor | null>(null);
  const { data: all, isError } = useRead('annotations', 'list', { paperId });
  const shown = useMemo(() => filterAnnotations(all ?? [], { words, color }), [all, words, color]);
  const colors = useMemo(() => colorsInUse(all ?? [], COLORS), [all]);
  const open = useCallback(
    ({ id, sha256 }: Annotation) => go({ view: 'reader', paperId, sha256, annotationId: id }),
    [go, paperId],
  );
  const reset = () => {
    setWords('');
    setColor(null);
  };

  if (isError) return <EmptyState size="small" title={text.failed} />;
  if (!all) return <Spinner label={text.loading} />;
  if (all.length === 0) {
    return (
      <EmptyState size="small" icon={<Highlighter aria-hidden />} title={text.emptyTitle}>
        {text.emptyText}
      </EmptyState>
    );
  }
  return (
    <section className={styles.pane} aria-label={text.title}>
      <div className={styles.filter}>
        <SearchField label={text.filter} value={words} onChange={setWords} className={styles.words ?? ''} />
        {colors.length > 1 && <ColorFilter colors={colors} value={color} onChange={setColor} />}
        <span className={styles.count} role="status">
          {text.shown(shown.length, all.length)}
        </span>
      </div>
      {shown.length === 0 ? (
        <EmptyState size="small" title={text.noMatch} actions={<Button onPress={reset}>{text.showAll}</Button>} />
      ) : (
        <ul className={styles.list}>
          {shown.map((annotation) => (
            <li key={annotation.id}>
              <AnnotationCard annotation={annotation} isActive={active.annotationId === annotation.id} onOpen={open} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
