// What there is of a paper to read: its PDF, a damaged one, or none.
import { FileCheck2, FileLock2, FileQuestion, FileX2 } from 'lucide-react';
import type { FileState, PaperFile } from '#shared/papers.ts';
import { classes } from '../ui/classes.ts';
import { useMessages } from '../ui/i18n.tsx';
import { messages } from './messages.ts';
import styles from './PdfBadge.module.css';

const ICONS: Record<FileState, typeof FileCheck2> = {
  ready: FileCheck2,
  damaged: FileX2,
  locked: FileLock2,
  unread: FileQuestion,
  missing: FileX2,
};

/** The file a reader opens: the first that is ready, else the first; undefined without any. */
export const mainFile = (files: readonly PaperFile[]): PaperFile | undefined =>
  files.find((file) => file.state === 'ready') ?? files[0];

/** An icon with a spoken and hovering text; with `showText` the words too. */
export function PdfBadge({ files, showText }: { files: readonly PaperFile[]; showText?: boolean }) {
  const m = useMessages(messages);
  const file = mainFile(files);
  if (!file)
    return showText ? (
      <span className={styles.none}>{m.noPdf}</span>
    ) : (
      <span className={styles.none} role="img" aria-label={m.noPdf} title={m.noPdf} />
    );
  const Icon = ICONS[file.state];
  const text = file.state === 'ready' ? m.pdf(file.pageCount, files.length) : m.fileState(file.state);
  return (
    <span className={classes(styles.badge, file.state === 'ready' ? styles.ready : styles.wrong)} title={text}>
      <Icon role="img" aria-label={showText ? undefined : text} aria-hidden={showText ? true : undefined} />
      {showText && text}
    </span>
  );
}
