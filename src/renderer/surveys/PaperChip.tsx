// After a reference or a mention: the paper's state, and the way to it.
import { File, Highlighter, ListChecks, NotebookPen } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import type { PaperItem } from '#shared/papers.ts';
import { PdfBadge } from '../papers/index.ts';
import { useMessages } from '../ui/i18n.tsx';
import { Tip } from '../ui/Tip.tsx';
import { messages } from './messages.ts';
import { openPaper } from './PaperCard.tsx';
import styles from './living.module.css';

/** A small button at the end of a reference: PDF or none, and what was written about the paper. */
export function PaperChip({ paper }: { paper: PaperItem }) {
  const m = useMessages(messages);
  const counts = [
    { count: paper.findings, Icon: ListChecks, text: m.findingCount(paper.findings) },
    { count: paper.passages, Icon: NotebookPen, text: m.passageCount(paper.passages) },
    { count: paper.annotations, Icon: Highlighter, text: m.markCount(paper.annotations) },
  ].filter(({ count }) => count > 0);
  const label = [
    m.openPaper(paper.title),
    paper.files.length === 0 ? m.noPdf : 'PDF',
    ...counts.map(({ text }) => text),
  ].join(' · ');
  return (
    <Tip text={label}>
      <Button className={styles.chip ?? ''} aria-label={label} onPress={() => openPaper(paper)}>
        {paper.files.length > 0 ? <PdfBadge files={paper.files} /> : <File aria-hidden />}
        {counts.map(({ count, Icon, text }) => (
          <span key={text} className={styles.chipCount}>
            <Icon aria-hidden />
            {count}
          </span>
        ))}
      </Button>
    </Tip>
  );
}
