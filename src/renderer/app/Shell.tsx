// The window: bar on top, sidebar, and the view the route names; with everything that floats above.
import { lazy, Suspense, useEffect, useState } from 'react';
import { AnnotationExtras, AnnotationsView, LiveQuote } from '../annotations/index.ts';
import { useSetting } from '../data/setting.ts';
import { EvidenceView, useEvidenceCommand } from '../evidence/index.ts';
import { FindingsView, useFindingCommands, useOfferNotice } from '../findings/index.ts';
import { host } from '../host/index.ts';
import { LibraryView, Sidebar, useLibraryCommands } from '../library/index.ts';
import { LibraryChooser, ReadOnlyBanner } from '../libraries/index.ts';
import { MatrixView } from '../matrix/index.ts';
import { NotesView } from '../notes/index.ts';
import { OutlineView } from '../outlines/index.ts';
import { PdfImportReport } from '../papers/index.ts';
import { SearchView } from '../search/index.ts';
import { ImportSurveyDialog, SurveyView } from '../surveys/index.ts';
import { TermDialog, TermsView, useTermCommands } from '../terms/index.ts';
import { TranslatorDialog } from '../translation/index.ts';
import { useClashReport, useCommands } from '../ui/commands.tsx';
import { type QuoteParts, QuoteSlot } from '../ui/markdown/quotes.ts';
import { messagesIn } from '../ui/i18n.tsx';
import { keepFocus } from '../ui/keep-focus.ts';
import { go, type Route, useRoute } from '../ui/navigation.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { SplitPane } from '../ui/SplitPane.tsx';
import { Toasts } from '../ui/Toasts.tsx';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { messages } from './messages.ts';
import { Palette } from './Palette.tsx';
import { TopBar } from './TopBar.tsx';
import { useKeyboard } from './use-keyboard.ts';
import { useNativeMenu } from './use-native-menu.ts';
import { usePreload } from './use-preload.ts';
import { WindowDrop } from './WindowDrop.tsx';
import styles from './Shell.module.css';

// pdf.js is large; a library opens without it.
const ReaderView = lazy(() => import('../reader/index.ts').then((room) => ({ default: room.ReaderView })));

type Sidebars = { library: boolean; reader: boolean };
const SIDEBARS: Sidebars = { library: true, reader: false };
const isSidebars = (value: unknown): value is Sidebars =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Sidebars).library === 'boolean' &&
  typeof (value as Sidebars).reader === 'boolean';

const en = messagesIn(messages, 'en');
const zh = messagesIn(messages, 'zh-Hans');

/** The window. */
export function Shell() {
  const route = useRoute();
  const [sidebars, setSidebars] = useSetting<Sidebars>('layout.sidebar', SIDEBARS, isSidebars);
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const where = route.view === 'reader' ? 'reader' : 'library';
  const toggleSidebar = () => setSidebars({ ...sidebars, [where]: !sidebars[where] });

  useKeyboard();
  useNativeMenu();
  usePreload();
  useOfferNotice();
  useFindingCommands();
  useTermCommands();
  useEffect(() => keepFocus(document.getElementById('root') ?? document.body), []);
  useClashReport();
  useEvidenceCommand('findingId' in route ? route.findingId : undefined);
  useLibraryCommands();
  useCommands([
    {
      id: 'app.palette',
      label: { en: en.palette, 'zh-Hans': zh.palette },
      shortcut: 'Mod+K',
      alsoShortcuts: ['Mod+Shift+P'],
      hidden: true,
      run: () => setPaletteOpen(true),
    },
    {
      id: 'app.sidebar',
      label: { en: en.sidebar, 'zh-Hans': zh.sidebar },
      shortcut: 'Mod+\\',
      group: 'go',
      run: toggleSidebar,
    },
    {
      id: 'window.new',
      label: { en: en.newWindow, 'zh-Hans': zh.newWindow },
      group: 'window',
      run: () => host.newWindow(window.location.hash),
    },
    {
      id: 'window.print',
      label: { en: en.print, 'zh-Hans': zh.print },
      shortcut: 'Mod+P',
      group: 'window',
      run: () => host.print(),
    },
    {
      id: 'go.library',
      label: { en: en.goLibrary, 'zh-Hans': zh.goLibrary },
      shortcut: 'G L',
      group: 'go',
      run: () => go({ view: 'library' }),
    },
    {
      id: 'go.search',
      label: { en: en.goSearch, 'zh-Hans': zh.goSearch },
      shortcut: 'Mod+Shift+F',
      group: 'go',
      run: () => go({ view: 'search', query: route.view === 'search' ? route.query : '' }),
    },
    {
      id: 'go.back',
      label: { en: en.back, 'zh-Hans': zh.back },
      shortcut: 'Alt+ArrowLeft',
      group: 'go',
      run: () => window.history.back(),
    },
    {
      id: 'go.forward',
      label: { en: en.forward, 'zh-Hans': zh.forward },
      shortcut: 'Alt+ArrowRight',
      group: 'go',
      run: () => window.history.forward(),
    },
  ]);

  return (
    <div className={styles.shell}>
      <TopBar hasSidebar={sidebars[where]} onToggleSidebar={toggleSidebar} onOpenPalette={() => setPaletteOpen(true)} />
      <ConnectionBanner />
      <ReadOnlyBanner />
      <div className={styles.main}>
        <SplitPane
          name="shell"
          panes={[
            { id: 'sidebar', content: <Sidebar />, size: 232, minSize: 160, maxSize: 420, isHidden: !sidebars[where] },
            {
              id: 'view',
              content: (
                <main className={styles.view}>
                  <ErrorBoundary resetKey={route}>
                    <QuoteSlot value={showQuote}>
                      <View route={route} />
                    </QuoteSlot>
                  </ErrorBoundary>
                </main>
              ),
            },
          ]}
        />
      </div>
      <Palette isOpen={isPaletteOpen} onClose={() => setPaletteOpen(false)} />
      <AnnotationExtras />
      <ImportSurveyDialog />
      <LibraryChooser />
      <PdfImportReport />
      <TermDialog />
      <TranslatorDialog />
      <WindowDrop />
      <Toasts />
    </div>
  );
}

const showQuote = (quote: QuoteParts) => <LiveQuote {...quote} />;

function View({ route }: { route: Route }) {
  if (route.view === 'library') return <LibraryView route={route} />;
  if (route.view === 'survey') return <SurveyView route={route} />;
  if (route.view === 'findings') return <FindingsView route={route} />;
  if (route.view === 'terms') return <TermsView route={route} />;
  if (route.view === 'search') return <SearchView route={route} />;
  if (route.view === 'annotations')
    return <AnnotationsView {...(route.surveyId ? { surveyId: route.surveyId } : {})} />;
  if (route.view === 'notes') return <NotesView route={route} />;
  if (route.view === 'matrix') return <MatrixView route={route} />;
  if (route.view === 'outline') return <OutlineView route={route} />;
  if (route.view === 'evidence') {
    return (
      <Suspense fallback={<Waiting />}>
        <EvidenceView key={route.findingId} findingId={route.findingId} />
      </Suspense>
    );
  }
  const { view: _view, ...place } = route;
  return (
    <Suspense fallback={<Waiting />}>
      <ReaderView {...place} />
    </Suspense>
  );
}

const Waiting = () => (
  <div className={styles.waiting}>
    <Spinner />
  </div>
);
