// In place of pages: a paper without a PDF, or with one that cannot be shown; each says what to do.
import { FileLock2, FileMinus, FileQuestion, FileText, FileWarning, Hourglass, Unplug } from 'lucide-react';
import { type DragEvent, type ReactNode, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useMessages } from '../../ui/i18n.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { messages } from '../messages.ts';
import type { OpenFailure } from '../pdf/index.ts';
import styles from './NoDocument.module.css';
import { useAddPdf } from './use-add-pdf.ts';

/** Why there is nothing to show. */
export type Nothing = 'none' | OpenFailure;

type Props = {
  paperId: string;
  why: Nothing;
  /** What the core found, in its own words. */
  details?: string;
  onAdded: (sha256: string) => void;
  onRetry?: () => void;
  /** Stands before the text: the password to type. */
  children?: ReactNode;
};

const ICONS: Record<Nothing, ReactNode> = {
  none: <FileText aria-hidden />,
  locked: <FileLock2 aria-hidden />,
  damaged: <FileWarning aria-hidden />,
  empty: <FileMinus aria-hidden />,
  slow: <Hourglass aria-hidden />,
  missing: <FileQuestion aria-hidden />,
  unreachable: <Unplug aria-hidden />,
};

/** Takes dropped PDFs anywhere on it. */
export function NoDocument({ paperId, why, details, onAdded, onRetry, children }: Props) {
  const m = useMessages(messages);
  const { choose, take, isBusy } = useAddPdf(paperId, onAdded);
  const [isOver, setOver] = useState(false);
  const words: Record<Nothing, [string, string]> = {
    none: [m.noPdfTitle, m.noPdfText],
    locked: [m.lockedTitle, m.lockedText],
    damaged: [m.damagedTitle, m.damagedText],
    empty: [m.emptyTitle, m.emptyText],
    slow: [m.slowTitle, m.slowText],
    missing: [m.missingTitle, m.missingText],
    unreachable: [m.unreachableTitle, m.unreachableText],
  };
  const [title, text] = words[why];
  const over = (event: DragEvent) => {
    event.preventDefault();
    setOver(event.type === 'dragover');
  };
  const drop = (event: DragEvent) => {
    over(event);
    take([...event.dataTransfer.files]);
  };
  const pick = (
    <Button variant={why === 'none' ? 'accent' : 'plain'} onPress={choose} isPending={isBusy}>
      {why === 'none' ? m.choosePdf : m.addAnother}
    </Button>
  );
  return (
    <div
      className={classes(styles.place, isOver && styles.over)}
      data-why={why}
      role="presentation"
      onDragOver={over}
      onDragLeave={over}
      onDrop={drop}
    >
      <EmptyState
        icon={ICONS[why]}
        title={isOver ? m.dropHere : title}
        actions={
          <>
            {(why === 'unreachable' || why === 'slow') && onRetry ? (
              <Button variant="accent" onPress={onRetry}>
                {m.retry}
              </Button>
            ) : (
              pick
            )}
            {isBusy && <Spinner label={m.importing} />}
          </>
        }
      >
        <p>{text}</p>
        {children}
        {details && why !== 'none' && (
          <details className={styles.details}>
            <summary>{m.details}</summary>
            {details}
          </details>
        )}
      </EmptyState>
    </div>
  );
}
