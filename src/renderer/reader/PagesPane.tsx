// In place of what the core already knows cannot be shown: a card; else the pages.
import type { PaperFile } from '#shared/papers.ts';
import { useRead } from '../data/read.ts';
import { Pages, type PagesProps } from './Pages.tsx';
import { NoDocument } from './states/NoDocument.tsx';
import { canShow } from './use-file.ts';

/** `file` is null for a paper without a PDF. */
export type PagesPaneProps = Omit<PagesProps, 'file'> & { file: PaperFile | null };

/** The middle of the reader. */
export function PagesPane(props: PagesPaneProps) {
  const { paper, file, onFile } = props;
  const isFine = file !== null && canShow(file);
  const stored = useRead('files', 'get', { sha256: file?.sha256 ?? '' }, { enabled: file !== null && !isFine }).data;
  if (isFine) return <Pages {...props} file={file} />;
  const why = file === null || file.state === 'ready' || file.state === 'unread' ? 'none' : file.state;
  const details = stored?.message;
  return <NoDocument paperId={paper.id} why={why} {...(details ? { details } : {})} onAdded={onFile} />;
}
