// A paper line of a survey, alive: the paper, what there is of it, and the way into the reader.
import { FilePlus2 } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import type { PaperItem } from '#shared/papers.ts';
import { addPdfsTo, formatAuthors, mainFile, PaperTitle, PdfBadge } from '../papers/index.ts';
import { Button as TextButton } from '../ui/Button.tsx';
import { useMessages, useUiLanguage } from '../ui/i18n.tsx';
import { go } from '../ui/navigation.tsx';
import { messages } from './messages.ts';
import styles from './living.module.css';

/** Opens the paper, in the reader where it has a PDF. */
export const openPaper = (paper: PaperItem): void =>
  go(mainFile(paper.files) ? { view: 'reader', paperId: paper.id } : { view: 'library', paperId: paper.id });

/** The card that stands for a paper line. */
export function PaperCard({ paper, stretch }: { paper: PaperItem; stretch: string }) {
  const m = useMessages(messages);
  const language = useUiLanguage();
  const byline = [formatAuthors(paper.authors, language), paper.container, paper.year].filter(Boolean).join(' · ');
  const counts = [
    paper.findings > 0 && m.findingCount(paper.findings),
    paper.passages > 0 && m.passageCount(paper.passages),
    paper.annotations > 0 && m.markCount(paper.annotations),
  ].filter(Boolean);
  return (
    <div className={styles.card} data-stretch={stretch} data-kind="paper">
      <Button className={styles.cardBody ?? ''} aria-label={m.openPaper(paper.title)} onPress={() => openPaper(paper)}>
        <span className={styles.cardTitle}>
          <PaperTitle paper={paper} />
        </span>
        {byline && <span className={styles.cardLine}>{byline}</span>}
        <span className={styles.cardLine}>
          <PdfBadge files={paper.files} showText />
          {counts.map((count) => (
            <span key={String(count)}>{count}</span>
          ))}
        </span>
      </Button>
      {paper.files.length === 0 && (
        <TextButton size="small" icon={<FilePlus2 aria-hidden />} onPress={() => void addPdfsTo(paper.id)}>
          {m.addPdf}
        </TextButton>
      )}
    </div>
  );
}
