// What became of each PDF of the latest import; opened from the toast, or by itself when something failed.
import { CircleCheck, CircleMinus, TriangleAlert } from 'lucide-react';
import type { ImportedFile } from '#shared/files.ts';
import { Button } from '../ui/Button.tsx';
import { useMessages } from '../ui/i18n.tsx';
import { Modal } from '../ui/Modal.tsx';
import { go } from '../ui/navigation.tsx';
import { fileReasons } from './file-reasons.ts';
import { messages } from './messages.ts';
import { reportOrder, summary } from './pdf-import-summary.ts';
import { showReport, useReport } from './pdf-import.ts';
import styles from './PdfImportReport.module.css';

/** The dialog; mounted once, by the shell. */
export function PdfImportReport() {
  const m = useMessages(messages);
  const files = useReport();
  const { added, matched, already, failed } = summary(files ?? []);
  return (
    <Modal title={m.importTitle} isOpen={files !== null} onClose={() => showReport(null)}>
      <p className={styles.sum}>{m.importSum(added, matched, already, failed)}</p>
      <ul className={styles.list}>
        {reportOrder(files ?? []).map((file) => (
          <Row key={`${file.path} ${file.sha256 ?? ''}`} file={file} />
        ))}
      </ul>
    </Modal>
  );
}

function Row({ file }: { file: ImportedFile }) {
  const m = useMessages(messages);
  const r = useMessages(fileReasons);
  const { paperId } = file;
  const Icon = file.status === 'added' ? CircleCheck : file.status === 'already' ? CircleMinus : TriangleAlert;
  return (
    <li className={styles.row} data-status={file.status}>
      <Icon aria-hidden className={styles.icon} />
      <div className={styles.what}>
        <p className={styles.name} title={file.path}>
          {file.path.split(/[\\/]/).at(-1)}
        </p>
        <p className={styles.status}>
          {[
            m.importStatus(file.status),
            file.matchedBy && m.matchedBy(file.matchedBy),
            file.reason ? r.reason(file.reason) : file.message,
            file.near && r.near(file.near.title, Math.round(file.near.score * 100)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      {paperId && (
        <Button
          size="small"
          variant="quiet"
          onPress={() => {
            showReport(null);
            go({ view: 'library', paperId });
          }}
        >
          {m.showPaper}
        </Button>
      )}
    </li>
  );
}
