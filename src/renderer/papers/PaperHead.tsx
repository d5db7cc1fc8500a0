// Top of a paper's details: first page, title, people, counts, and what to do next.
import { BookOpen, FilePlus2, Trash2, Undo2 } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import type { Paper } from '#shared/papers.ts';
import { coverUrl } from '../data/urls.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useMessages, useUiLanguage } from '../ui/i18n.tsx';
import { go } from '../ui/navigation.tsx';
import { formatAuthors } from './authors.ts';
import { addPdfsTo, removePaper, restorePaper } from './actions.ts';
import { messages } from './messages.ts';
import { mainFile } from './PdfBadge.tsx';
import { titleLang } from './PaperTitle.tsx';
import styles from './PaperDetails.module.css';

/** Top of the details. */
export function PaperHead({ paper, isInReader }: { paper: Paper; isInReader: boolean }) {
  const m = useMessages(messages);
  const language = useUiLanguage();
  const file = mainFile(paper.files);
  const read = () => go({ view: 'reader', paperId: paper.id });
  const byline = [formatAuthors(paper.authors, language), paper.container, paper.year].filter(Boolean).join(' · ');
  const counts = [
    paper.findings > 0 ? m.findings(paper.findings) : '',
    paper.passages > 0 ? m.passages(paper.passages) : '',
    paper.annotations > 0 ? m.marks(paper.annotations) : '',
  ].filter(Boolean);
  return (
    <>
      {paper.deletedAt !== null && (
        <p className={styles.trashed} role="status">
          {m.inTrash}
          <Button size="small" icon={<Undo2 aria-hidden />} onPress={() => void restorePaper(paper)}>
            {m.restore}
          </Button>
        </p>
      )}
      <div className={styles.head}>
        {file && !isInReader && file.state === 'ready' && (
          <AriaButton className={styles.cover ?? ''} aria-label={`${m.read}: ${paper.title}`} onPress={read}>
            <img src={coverUrl(file.sha256)} alt={m.cover} loading="lazy" />
          </AriaButton>
        )}
        <div className={styles.about}>
          <h2 className={styles.title} lang={titleLang(paper.title)}>
            {paper.title || m.untitled}
          </h2>
          {paper.titleSecondary && (
            <p className={styles.second} lang={titleLang(paper.titleSecondary)}>
              {paper.titleSecondary}
            </p>
          )}
          {byline && <p className={styles.byline}>{byline}</p>}
          {counts.length > 0 && (
            <p className={styles.counts}>
              {counts.map((count) => (
                <span key={count}>{count}</span>
              ))}
            </p>
          )}
          {paper.deletedAt === null && (
            <div className={styles.actions}>
              {file && !isInReader && (
                <Button size="small" variant="accent" icon={<BookOpen aria-hidden />} onPress={read}>
                  {m.read}
                </Button>
              )}
              <Button
                size="small"
                variant={file ? 'plain' : 'accent'}
                icon={<FilePlus2 aria-hidden />}
                onPress={() => void addPdfsTo(paper.id)}
              >
                {m.addPdf}
              </Button>
              {!isInReader && (
                <IconButton
                  size="small"
                  tone="danger"
                  label={m.remove}
                  icon={<Trash2 aria-hidden />}
                  onPress={() => void removePaper(paper)}
                />
              )}
            </div>
          )}
        </div>
      </div>
    </>
  );
}
