// In place of what the core already knows cannot be shown: a card; else the pages.
import type { PaperFile } from '#shared/papers.ts';
import { useRead } from '../data/read.ts';
import { Spinner } from '../ui/Spinner.tsx';
import { Pages, type PagesProps } from './Pages.tsx';
import { NoDocument } from './states/NoDocument.tsx';
import { PasswordForm } from './states/PasswordForm.tsx';
import { useLock } from './states/use-lock.ts';
import { canShow } from './use-file.ts';

/** `file` is null for a paper without a PDF. */
export type PagesPaneProps = Omit<PagesProps, 'file'> & { file: PaperFile | null };

/** The middle of the reader. */
export function PagesPane(props: PagesPaneProps) {
  const { paper, file, onFile } = props;
  const isFine = file !== null && canShow(file);
  const stored = useRead('files', 'get', { sha256: file?.sha256 ?? '' }, { enabled: file !== null && !isFine }).data;
  const lock = useLock(file);
  if (isFine) return <Pages {...props} file={file} />;
  if (file && lock.password !== null) return <Pages {...props} file={file} password={lock.password} />;
  if (lock.isPending) return <Spinner />;
  const why = file === null || file.state === 'ready' || file.state === 'unread' ? 'none' : file.state;
  const details = stored?.message;
  return (
    <NoDocument paperId={paper.id} why={why} {...(details ? { details } : {})} onAdded={onFile}>
      {why === 'locked' && file && <PasswordForm sha256={file.sha256} onOpen={lock.give} />}
    </NoDocument>
  );
}
