// The toolbar and the pages of one file.
import { type Ref, useEffect, useState } from 'react';
import type { Paper, PaperFile } from '#shared/papers.ts';
import { useMessages } from '../ui/i18n.tsx';
import type { AsidePane } from './aside/use-aside.ts';
import { DocumentView } from './DocumentView.tsx';
import { attachLinks } from './links.ts';
import { messages } from './messages.ts';
import { onPageKey } from './page-keys.ts';
import { type PdfEngine, PdfView } from './pdf/index.ts';
import styles from './ReaderView.module.css';
import { useSession } from './session.ts';
import { OpenState } from './states/OpenState.tsx';
import { ReaderToolbar } from './toolbar/ReaderToolbar.tsx';

export type PagesProps = {
  paper: Paper;
  file: PaperFile;
  onFile: (sha256: string) => void;
  aside: AsidePane;
  pageInput: Ref<HTMLInputElement>;
  onNoted: () => void;
  onOpenFinding: (findingId: string) => void;
  onGoToPage: () => void;
};

/** The engine stays for as long as the paper is open; each file has its own session in it. */
export function Pages({ paper, file, onFile, aside, pageInput, onNoted, onOpenFinding, onGoToPage }: PagesProps) {
  const m = useMessages(messages);
  const [engine, setEngine] = useState<PdfEngine | null>(null);
  const session = useSession(engine, file.sha256);
  useEffect(() => (engine ? attachLinks(engine.container) : undefined), [engine]);
  return (
    <div className={styles.pages}>
      {engine && (
        <ReaderToolbar
          engine={engine}
          files={paper.files}
          sha256={file.sha256}
          onFile={onFile}
          hasAside={aside.isOpen}
          onToggleAside={aside.toggle}
          pageInput={pageInput}
        />
      )}
      <div className={styles.sheet}>
        <PdfView label={m.document} onEngine={setEngine} onKeyDown={(press) => engine && onPageKey(engine, press)}>
          {session && (
            <>
              <DocumentView
                key={file.sha256}
                session={session}
                paperId={paper.id}
                file={file}
                onNoted={onNoted}
                onOpenFinding={onOpenFinding}
                onGoToPage={onGoToPage}
              />
              <OpenState session={session} paperId={paper.id} onAdded={onFile} />
            </>
          )}
        </PdfView>
      </div>
    </div>
  );
}
