// The panel by a mark that was clicked: its look, its comment in two languages, its findings, and what to do with it.
import { ChevronsRight, Lightbulb, NotebookPen, Quote, Trash2, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { type Annotation, isTextKind } from '#shared/annotation.ts';
import { ColorPicker, CommentFields, Earlier, KindPicker } from '../../annotations/index.ts';
import { quoteBlock } from '#shared/live-quotes.ts';
import { TagEditor } from '../../tags/index.ts';
import { toast } from '../../ui/toast-queue.ts';
import { useWrite } from '../../data/write.ts';
import { AnnotationFindings } from '../../findings/index.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useMessages } from '../../ui/i18n.tsx';
import { messages } from '../messages.ts';
import type { PdfEngine } from '../pdf/index.ts';
import { Beside } from './Beside.tsx';
import styles from './MarkBar.module.css';

type Props = {
  engine: PdfEngine;
  annotation: Annotation;
  /** Which of the marks under the pointer it is, 1-based, and of how many. */
  at: number;
  count: number;
  onNext: () => void;
  onLink: () => void;
  onNote: () => void;
  onOpenFinding: (findingId: string) => void;
  onRemove: () => void;
  onClose: () => void;
};

/** Escape closes it; with several marks under the pointer it goes through all of them. */
export function MarkBar({
  engine,
  annotation,
  at,
  count,
  onNext,
  onLink,
  onNote,
  onOpenFinding,
  onRemove,
  onClose,
}: Props) {
  const m = useMessages(messages);
  const update = useWrite('annotations', 'update');
  const { id, color, kind, anchor } = annotation;
  const words = useMemo(() => anchor.ranges.map(({ page, rects }) => ({ page, rects })), [anchor]);
  const panel = useRef<HTMLElement>(null);
  // What a note or a text on the page is there for is its words; the panel takes the focus once it has its place.
  useEffect(() => {
    if (kind !== 'note' && kind !== 'text') return undefined;
    const frame = requestAnimationFrame(() => panel.current?.querySelector('textarea')?.focus({ preventScroll: true }));
    return () => cancelAnimationFrame(frame);
  }, [kind]);
  const change = (fields: Parameters<typeof update>[0]) => {
    // What goes wrong is said by the writer.
    update(fields).catch(() => undefined);
  };
  const copyQuote = () => {
    const block = quoteBlock(id, anchor.quote);
    void navigator.clipboard.writeText(block).then(() => toast({ text: m.copied }));
  };
  const onKeyDown = (press: KeyboardEvent) => {
    if (press.key !== 'Escape' || press.nativeEvent.isComposing) return;
    press.stopPropagation();
    onClose();
    engine.container.focus({ preventScroll: true });
  };
  return (
    <Beside engine={engine} words={words} onKeyDown={onKeyDown}>
      <section
        ref={panel}
        className={styles.panel}
        role="dialog"
        aria-label={`${m.markBar}: ${anchor.quote.slice(0, 80)}`}
      >
        <div className={styles.row}>
          <ColorPicker value={color} onPick={(next) => change({ id, color: next })} hasKeys />
          {isTextKind(kind) && <KindPicker value={kind} onPick={(next) => change({ id, kind: next })} />}
          <span className={styles.tools}>
            {count > 1 && (
              <>
                <span className={styles.count} role="status" aria-label={m.markOf(at, count)}>
                  {at}/{count}
                </span>
                <IconButton size="small" label={m.nextMark} icon={<ChevronsRight aria-hidden />} onPress={onNext} />
              </>
            )}
            <IconButton size="small" label={m.remove} icon={<Trash2 aria-hidden />} tone="danger" onPress={onRemove} />
            <IconButton size="small" label={m.close} icon={<X aria-hidden />} onPress={onClose} />
          </span>
        </div>
        <CommentFields annotation={annotation} />
        <TagEditor kind="annotation" targetId={id} />
        {annotation.evidence.length > 0 && <AnnotationFindings annotationId={id} onOpen={onOpenFinding} />}
        <div className={styles.row}>
          <Button size="small" variant="quiet" icon={<Lightbulb aria-hidden />} onPress={onLink}>
            {m.link}
          </Button>
          <Button size="small" variant="quiet" icon={<NotebookPen aria-hidden />} onPress={onNote}>
            {m.note}
          </Button>
          {anchor.quote.trim() !== '' && (
            <Button size="small" variant="quiet" icon={<Quote aria-hidden />} onPress={copyQuote}>
              {m.copyQuote}
            </Button>
          )}
          <Earlier id={id} />
        </div>
      </section>
    </Beside>
  );
}
