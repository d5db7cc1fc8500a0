// One paper in the list: title and people, and in each column what there is of it.
import type { ReactNode } from 'react';
import type { PaperItem } from '#shared/papers.ts';
import { formatAuthors, PaperTitle, PdfBadge, standing } from '../papers/index.ts';
import { useMessages, useUiLanguage } from '../ui/i18n.tsx';
import { go } from '../ui/navigation.tsx';
import type { Column } from './arrange.ts';
import styles from './PaperList.module.css';

/** The cells of a row; nothing counts as a blank, so that what is there stands out. */
export function PaperRow({ paper, columns }: { paper: PaperItem; columns: readonly Column[] }) {
  const s = useMessages(standing);
  const language = useUiLanguage();
  const byline = [formatAuthors(paper.authors, language), columns.includes('container') ? '' : paper.container]
    .filter(Boolean)
    .join(' · ');
  const cells: Record<Column, () => ReactNode> = {
    year: () => paper.year,
    container: () => <span className={styles.cut}>{paper.container}</span>,
    status: () => (paper.status === 'unread' ? '' : s.status(paper.status)),
    stars: () => (paper.stars > 0 ? <span aria-label={s.starCount(paper.stars)}>{'★'.repeat(paper.stars)}</span> : ''),
    pdf: () =>
      paper.files.length > 0 && (
        // Enter on the row does the same for the keyboard.
        <button
          type="button"
          className={styles.read}
          tabIndex={-1}
          onClick={(event) => {
            event.stopPropagation();
            go({ view: 'reader', paperId: paper.id });
          }}
        >
          <PdfBadge files={paper.files} />
        </button>
      ),
    findings: () => paper.findings || '',
    passages: () => paper.passages || '',
    annotations: () => paper.annotations || '',
    added: () => new Intl.DateTimeFormat(language, { dateStyle: 'short' }).format(paper.createdAt),
  };
  return (
    <>
      <div className={styles.main} role="gridcell">
        <div className={styles.title} title={paper.title}>
          <PaperTitle paper={paper} withSecondary />
        </div>
        {byline && <div className={styles.byline}>{byline}</div>}
      </div>
      {columns.map((column) => (
        <div key={column} className={column === 'pdf' ? styles.state : styles.number} role="gridcell">
          {cells[column]()}
        </div>
      ))}
    </>
  );
}
