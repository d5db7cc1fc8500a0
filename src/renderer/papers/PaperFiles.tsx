// The PDFs of a paper: versions, each opened by a press.
import { Button } from 'react-aria-components/Button';
import type { Paper } from '#shared/papers.ts';
import { useMessages } from '../ui/i18n.tsx';
import { go } from '../ui/navigation.tsx';
import { messages } from './messages.ts';
import { PdfBadge } from './PdfBadge.tsx';
import styles from './PaperDetails.module.css';

/** Nothing where there is no PDF: the head says so. */
export function PaperFiles({ paper }: { paper: Paper }) {
  const m = useMessages(messages);
  if (paper.files.length === 0) return null;
  return (
    <div>
      <h3 className={styles.heading}>{m.files}</h3>
      <ul>
        {paper.files.map((file) => (
          <li key={file.sha256}>
            <Button
              className={styles.file ?? ''}
              onPress={() => go({ view: 'reader', paperId: paper.id, sha256: file.sha256 })}
            >
              <PdfBadge files={[file]} />
              <span className={styles.fileName} title={file.label}>
                {file.label}
              </span>
              <span className={styles.filePages}>
                {file.state === 'ready' ? m.pageCount(file.pageCount) : m.fileState(file.state)}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
