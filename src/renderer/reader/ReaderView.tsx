// The reader: a paper's PDF in the middle, its notes, findings, annotations and data beside it.
import { FileX } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useRead } from '../data/read.ts';
import { clearActive } from '../ui/active.tsx';
import { Button } from '../ui/Button.tsx';
import { useCommands } from '../ui/commands.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { messagesIn, useMessages } from '../ui/i18n.tsx';
import { useGo } from '../ui/navigation.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { Aside } from './aside/Aside.tsx';
import { BesidePane } from './beside/BesidePane.tsx';
import { besideMessages } from './beside/messages.ts';
import { type Side, SideContext } from './beside/side.tsx';
import { words } from './commands.ts';
import { messages } from './messages.ts';
import { PagesPane } from './PagesPane.tsx';
import { ReaderSplit } from './ReaderSplit.tsx';
import { navMessages } from './nav/messages.ts';
import styles from './ReaderView.module.css';
import { canShow, useFile } from './use-file.ts';
import { useLatest } from './use-latest.ts';
import { usePanes } from './use-panes.ts';

export type ReaderViewProps = {
  paperId: string;
  /** Which of the paper's files; absent: the one last chosen, or the first that can be shown. */
  sha256?: string;
  annotationId?: string;
  page?: number;
  passageId?: string;
  findingId?: string;
};

/** Shows a paper. Where in it to go is read from the route at each arrival. */
export function ReaderView({ paperId }: ReaderViewProps) {
  return <Reader key={paperId} paperId={paperId} />;
}

const en = messagesIn(navMessages, 'en');
const zh = messagesIn(navMessages, 'zh-Hans');
const enBeside = messagesIn(besideMessages, 'en');
const zhBeside = messagesIn(besideMessages, 'zh-Hans');
const navWords = (key: 'toggle' | 'showOutline' | 'showPages') => ({ en: en[key], 'zh-Hans': zh[key] });

function Reader({ paperId }: { paperId: string }) {
  const m = useMessages(messages);
  const go = useGo();
  const { data: paper, error } = useRead('papers', 'get', { id: paperId });
  const { file, choose } = useFile(paper);
  const panes = usePanes(paperId);
  const [isBesideFront, setBesideFront] = useState(false);
  const { aside, nav } = panes;
  const pageInput = useRef<HTMLInputElement>(null);
  const { show } = aside;
  const onNoted = useCallback(() => show('notes'), [show]);
  const onOpenFinding = useCallback((findingId: string) => go({ view: 'reader', paperId, findingId }), [go, paperId]);
  const onGoToPage = useCallback(() => pageInput.current?.select(), []);

  // What was lit in the last paper means nothing in this one.
  useEffect(() => clearActive, [paperId]);
  useCommands([
    { id: 'reader.togglePane', label: words('togglePane'), group: m.group, shortcut: 'Mod+.', run: aside.toggle },
    { id: 'reader.toggleNav', label: navWords('toggle'), group: m.group, shortcut: 'Mod+Shift+.', run: nav.toggle },
    {
      id: 'reader.beside',
      label: { en: enBeside.toggle, 'zh-Hans': zhBeside.toggle },
      group: m.group,
      shortcut: 'Shift+B',
      run: () => panes.setBeside(panes.beside === null ? paperId : null),
    },
    { id: 'reader.outline', label: navWords('showOutline'), group: m.group, run: () => nav.show('outline') },
    { id: 'reader.thumbnails', label: navWords('showPages'), group: m.group, run: () => nav.show('pages') },
  ]);

  if (error) {
    const isGone = error.code === 'not_found';
    return (
      <EmptyState
        icon={<FileX aria-hidden />}
        title={isGone ? m.noPaperTitle : m.failed}
        actions={<Button onPress={() => go({ view: 'library' })}>{m.goLibrary}</Button>}
      >
        {isGone ? m.noPaperText : error.message}
      </EmptyState>
    );
  }
  if (!paper || file === undefined || panes.isPending) return <Spinner />;
  // Where there are no pages there is no button to bring the pane back either.
  const hasAside = aside.isOpen || file === null || !canShow(file);
  return (
    <ReaderSplit
      pages={
        <View
          side={{ isFront: !isBesideFront || panes.beside === null, isSecond: false, openBeside: panes.setBeside }}
          onFront={() => setBesideFront(false)}
        >
          <PagesPane
            paper={paper}
            file={file}
            onFile={choose}
            panes={panes}
            pageInput={pageInput}
            onNoted={onNoted}
            onOpenFinding={onOpenFinding}
            onGoToPage={onGoToPage}
          />
        </View>
      }
      beside={
        panes.beside === null ? null : (
          <View
            side={{ isFront: isBesideFront, isSecond: true, openBeside: panes.setBeside }}
            onFront={() => setBesideFront(true)}
          >
            <BesidePane
              paperId={panes.beside}
              onPaper={panes.setBeside}
              onClose={() => panes.setBeside(null)}
              panes={panes}
            />
          </View>
        )
      }
      aside={hasAside ? <Aside paper={paper} tab={aside.tab} onTab={show} /> : null}
    />
  );
}

/** One of the views; pressing or focusing anything in it brings it to the front. */
function View({ side, onFront, children }: { side: Side; onFront: () => void; children: ReactNode }) {
  const { isFront, isSecond } = side;
  const latest = useLatest(side.openBeside);
  const openBeside = useCallback((paperId: string) => latest.current(paperId), [latest]);
  const value = useMemo(() => ({ isFront, isSecond, openBeside }), [isFront, isSecond, openBeside]);
  return (
    <SideContext value={value}>
      <div className={styles.view} role="presentation" onPointerDownCapture={onFront} onFocusCapture={onFront}>
        {children}
      </div>
    </SideContext>
  );
}
