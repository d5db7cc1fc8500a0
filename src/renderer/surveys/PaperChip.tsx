// After a reference or a mention: the paper's state, and the way to it.
import { Button } from 'react-aria-components/Button';
import type { Paper } from '#shared/papers.ts';
import { PdfBadge } from '../papers/index.ts';
import { useMessages } from '../ui/i18n.tsx';
import { messages } from './messages.ts';
import { openPaper } from './PaperCard.tsx';
import styles from './living.module.css';

/** A small button at the end of a reference. */
export function PaperChip({ paper }: { paper: Paper }) {
  const m = useMessages(messages);
  const counts = paper.findings + paper.annotations + paper.passages;
  return (
    <Button className={styles.chip ?? ''} aria-label={m.openPaper(paper.title)} onPress={() => openPaper(paper)}>
      <PdfBadge files={paper.files} showText={paper.files.length === 0} />
      {counts > 0 && <span className={styles.chipCount}>{counts}</span>}
    </Button>
  );
}
