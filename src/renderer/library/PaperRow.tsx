// One paper in the list: title and people, year, and what there is of it.
import type { PaperItem } from '#shared/papers.ts';
import { formatAuthors, PaperTitle, PdfBadge } from '../papers/index.ts';
import { useUiLanguage } from '../ui/i18n.tsx';
import { go } from '../ui/navigation.tsx';
import styles from './PaperList.module.css';

/** The cells of a row; nothing counts as a blank, so that what is there stands out. */
export function PaperRow({ paper }: { paper: PaperItem }) {
  const language = useUiLanguage();
  const byline = [formatAuthors(paper.authors, language), paper.container].filter(Boolean).join(' · ');
  return (
    <>
      <div className={styles.main} role="gridcell">
        <div className={styles.title} title={paper.title}>
          <PaperTitle paper={paper} withSecondary />
        </div>
        {byline && <div className={styles.byline}>{byline}</div>}
      </div>
      <div className={styles.number} role="gridcell">
        {paper.year}
      </div>
      <div className={styles.state} role="gridcell">
        {paper.files.length > 0 && (
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
        )}
      </div>
      <div className={styles.number} role="gridcell">
        {paper.findings || ''}
      </div>
      <div className={styles.number} role="gridcell">
        {paper.passages || ''}
      </div>
      <div className={styles.number} role="gridcell">
        {paper.annotations || ''}
      </div>
    </>
  );
}
