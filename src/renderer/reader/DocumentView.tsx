// One file being read: the pages, what is drawn on them, the bars beside words, and the reader's commands.
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { PaperFile } from '#shared/papers.ts';
import { usePalette } from '../annotations/index.ts';
import { FindingPicker } from '../findings/index.ts';
import { useTermOnSelection } from '../terms/index.ts';
import { MarginLayer } from '../notes/index.ts';
import { useActive } from '../ui/active.tsx';
import { useMessages } from '../ui/i18n.tsx';
import { useSide, useSideCommands } from './beside/side.tsx';
import { useRead } from '../data/read.ts';
import { Handles } from './overlay/Handles.tsx';
import { takeTool, useTool } from './overlay/tool.ts';
import { ToolLayer } from './overlay/ToolLayer.tsx';
import { MarkBar } from './bars/MarkBar.tsx';
import { SelectionBar } from './bars/SelectionBar.tsx';
import { markingCommands, viewCommands } from './commands.ts';
import { messages } from './messages.ts';
import { useTellInView } from './aside/in-view.ts';
import type { Cited } from './citing.ts';
import { followPlaces } from './places.ts';
import { toast } from '../ui/toast-queue.ts';
import { useCopying } from './use-copying.ts';
import type { useScreen } from './use-screen.ts';
import { usePreviewInView } from './overlay/PreviewLayer.tsx';
import { PreviewCard } from './lookup/PreviewCard.tsx';
import { useLookup } from './lookup/use-lookup.ts';
import { PageNotice } from './states/PageNotice.tsx';
import { PageOverlays } from './PageOverlays.tsx';
import { type Session, useEngineState, useHasSelection } from './session.ts';
import { useArrival } from './use-arrival.ts';
import { useCrop } from './use-view.ts';
import { useDocument } from './use-document.ts';
import { useMarking } from './use-marking.ts';
import { useMarks } from './use-marks.ts';
import { usePanel } from './use-panel.ts';

type Screen = ReturnType<typeof useScreen>;

type Props = {
  session: Session;
  paperId: string;
  file: PaperFile;
  password?: string;
  /** Shows the notes, where a passage was just added. */
  onNoted: () => void;
  onOpenFinding: (findingId: string) => void;
  /** Puts the caret into the page box. */
  onGoToPage: () => void;
  paper: Cited;
  screen: Screen;
};

/** Lies over the engine's scroller, in the same box. */
export function DocumentView({
  session,
  paperId,
  file,
  password,
  onNoted,
  onOpenFinding,
  onGoToPage,
  paper,
  screen,
}: Props) {
  const m = useMessages(messages);
  const { engine, selection, sha256 } = session;
  const { status, shown: pagesShown, page } = useEngineState(engine);
  const hasSelection = useHasSelection(selection);
  const { annotationId } = useActive();
  const marks = useMarks(session);
  const tool = useTool();
  const { palette } = usePalette();
  const marking = useMarking(session, paperId, onNoted);
  const { panel, next, close, open } = usePanel(session, marks);
  const { isSecond } = useSide();
  useDocument(engine, sha256, password, !isSecond);
  const copying = useCopying(session, paper);
  const caret = useSyncExternalStore(session.caret.subscribe, session.caret.get);
  useTellInView(engine, marks, !isSecond);
  useLookup(session, m.group);
  useCrop(session);
  useEffect(() => (isSecond ? undefined : followPlaces(engine, sha256)), [engine, sha256, isSecond]);
  useArrival(session, paperId, !isSecond);
  usePreviewInView(engine, sha256, status === 'open');
  useTermOnSelection({ words: () => selection.quote(), enabled: hasSelection });
  // What opened it is gone with its view: the keyboard goes on in the pages.
  useEffect(() => {
    if (status === 'open' && document.activeElement === document.body) engine.container.focus({ preventScroll: true });
  }, [status, engine]);

  const markId = annotationId !== null && marks.byId.has(annotationId) ? annotationId : null;
  const panelId = panel?.ids[panel.index] ?? '';
  const panelMark = useRead('annotations', 'get', { id: panelId }, { enabled: panelId !== '' }).data;
  const shown = panelMark?.id === panelId && panelMark.deletedAt === null ? panelMark : undefined;
  // A tool takes the pointer: what was selected or open gives way.
  useEffect(() => {
    if (!tool) return;
    selection.clear();
    close();
  }, [tool, selection, close]);
  useEffect(() => () => takeTool(null), [sha256]);
  const at = {
    group: m.group,
    engine,
    isOpen: status === 'open',
    hasSelection,
    hasMark: markId !== null,
    hasPanel: shown !== undefined || caret.isOn || tool !== null,
    colors: palette.map(({ color }) => color),
    highlight: () => marking.highlight(marking.color),
    color: (color: typeof marking.color) => {
      if (hasSelection) marking.highlight(color);
      else if (markId) marking.recolor(markId, color);
    },
    mark: marking.mark,
    link: () => marking.link(markId),
    note: () => marking.note(markId),
    clear: () => {
      if (tool) takeTool(null);
      else if (caret.isOn && !hasSelection) void session.caret.toggle();
      else if (shown) close();
      else if (!hasSelection) screen.setMode('window');
      else selection.clear();
      engine.container.focus({ preventScroll: true });
    },
    goToPage: onGoToPage,
    copyRaw: copying.raw,
    copyCited: copying.cited,
    toggleCaret: () => {
      engine.container.focus({ preventScroll: true });
      void session.caret.toggle().then(() => toast({ text: session.caret.get().isOn ? m.caretOn : m.caretOff }));
    },
    screen: screen.mode,
    setScreen: screen.setMode,
  };
  useSideCommands([...markingCommands(at), ...viewCommands(at)]);

  const actions = useMemo(
    () => ({
      highlight: marking.highlight,
      mark: marking.mark,
      moveHere: marking.moveHere,
      splitHere: marking.splitHere,
      link: () => marking.link(null),
      note: () => marking.note(null),
      copy: marking.copy,
    }),
    [marking],
  );
  return (
    <>
      <PageOverlays session={session} marks={marks} />
      <SelectionBar session={session} actions={actions} lit={markId ? (marks.byId.get(markId) ?? null) : null} />
      {tool && !isSecond && (
        <ToolLayer
          key={tool}
          engine={engine}
          sha256={sha256}
          tool={tool}
          color={marking.color}
          onDrawn={({ id }) => open(id)}
        />
      )}
      {shown && !tool && <Handles session={session} mark={marks.byId.get(shown.id) ?? null} />}
      <MarginLayer
        paperId={paperId}
        sha256={sha256}
        pages={pagesShown}
        page={page}
        onNoted={onNoted}
        hasKey={!isSecond}
      />
      {shown && panel && (
        <MarkBar
          key={shown.id}
          engine={engine}
          annotation={shown}
          at={panel.index + 1}
          count={panel.ids.length}
          onNext={next}
          onLink={() => marking.link(shown.id)}
          onNote={() => marking.note(shown.id)}
          onOpenFinding={onOpenFinding}
          onRemove={() => {
            close();
            // The panel that had the focus is gone.
            engine.container.focus({ preventScroll: true });
            marking.remove(shown.id);
          }}
          onClose={close}
        />
      )}
      <PreviewCard session={session} />
      <PageNotice session={session} file={file} />
      {marking.linking && <FindingPicker paperId={paperId} mark={marking.linking} onDone={marking.doneLinking} />}
    </>
  );
}
