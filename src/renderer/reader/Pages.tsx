// The toolbar and the pages of one file.
import { type Ref, useEffect, useState } from 'react';
import type { Paper, PaperFile } from '#shared/papers.ts';
import { useMessages } from '../ui/i18n.tsx';
import { DocumentView } from './DocumentView.tsx';
import { useFind } from './find/use-find.ts';
import { attachLinks } from './links.ts';
import { messages } from './messages.ts';
import { NavPane } from './nav/NavPane.tsx';
import { NavSplit } from './nav/NavSplit.tsx';
import { onPageKey } from './page-keys.ts';
import { type PdfEngine, PdfView } from './pdf/index.ts';
import styles from './ReaderView.module.css';
import { classes } from '../ui/classes.ts';
import { useScreen } from './use-screen.ts';
import { useSession } from './session.ts';
import { OpenState } from './states/OpenState.tsx';
import { ReaderToolbar } from './toolbar/ReaderToolbar.tsx';
import type { Panes } from './use-panes.ts';

export type PagesProps = {
  paper: Paper;
  file: PaperFile;
  /** Of a locked file. */
  password?: string;
  onFile: (sha256: string) => void;
  panes: Panes;
  pageInput: Ref<HTMLInputElement>;
  onNoted: () => void;
  onOpenFinding: (findingId: string) => void;
  onGoToPage: () => void;
};

/** The engine stays for as long as the paper is open; each file has its own session in it. */
export function Pages({
  paper,
  file,
  password,
  onFile,
  panes,
  pageInput,
  onNoted,
  onOpenFinding,
  onGoToPage,
}: PagesProps) {
  const m = useMessages(messages);
  const [engine, setEngine] = useState<PdfEngine | null>(null);
  const session = useSession(engine, file.sha256);
  const screen = useScreen(engine);
  const find = useFind(session, panes.nav, m.group);
  useEffect(() => (engine ? attachLinks(engine.container) : undefined), [engine]);
  return (
    <div className={classes(styles.pages, screen.mode !== 'window' && styles.full)} data-screen={screen.mode}>
      {engine && screen.mode !== 'present' && (
        <ReaderToolbar
          engine={engine}
          files={paper.files}
          sha256={file.sha256}
          onFile={onFile}
          panes={panes}
          onToggleBeside={() => panes.setBeside(panes.beside === null ? paper.id : null)}
          pageInput={pageInput}
        />
      )}
      <div className={styles.sheet}>
        <NavSplit
          nav={
            panes.nav.isOpen && session && screen.mode !== 'present' ? (
              <NavPane
                key={file.sha256}
                session={session}
                nav={panes.nav}
                findInput={find.input}
                onShowHit={find.showHit}
                onEndFind={find.end}
              />
            ) : null
          }
        >
          <PdfView
            label={m.document}
            onEngine={setEngine}
            onKeyDown={(press) => engine && onPageKey(engine, session, press)}
          >
            {session && (
              <>
                <DocumentView
                  key={file.sha256}
                  session={session}
                  paperId={paper.id}
                  paper={paper}
                  screen={screen}
                  file={file}
                  {...(password === undefined ? {} : { password })}
                  onNoted={onNoted}
                  onOpenFinding={onOpenFinding}
                  onGoToPage={onGoToPage}
                />
                <OpenState
                  session={session}
                  paperId={paper.id}
                  onAdded={onFile}
                  {...(password === undefined ? {} : { password })}
                />
              </>
            )}
          </PdfView>
        </NavSplit>
      </div>
    </div>
  );
}
