// The papers of a survey, or all: a list to filter and order, with the details of the one picked beside it.
import { FilePlus2, FileText, ScrollText } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { PaperItem } from '#shared/papers.ts';
import { useRead } from '../data/read.ts';
import { useSetting } from '../data/setting.ts';
import { mainFile, PaperDetails, removePaper } from '../papers/index.ts';
import { SurveyBar } from '../surveys/index.ts';
import { Button } from '../ui/Button.tsx';
import { useCommands } from '../ui/commands.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { messagesIn, useMessages } from '../ui/i18n.tsx';
import { go, replaceRoute, type Route } from '../ui/navigation.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { SplitPane } from '../ui/SplitPane.tsx';
import { WindowedList } from '../ui/WindowedList.tsx';
import { arrange, type Lack, type Order, ORDERS } from './arrange.ts';
import { addPdfs, startSurveyImport } from './commands.ts';
import { LibraryBar } from './LibraryBar.tsx';
import { messages } from './messages.ts';
import { PaperHeader } from './PaperHeader.tsx';
import { PaperRow } from './PaperRow.tsx';
import { TrashView } from './TrashView.tsx';
import listStyles from './PaperList.module.css';
import styles from './LibraryView.module.css';

const ROW_PX = 48;
const START: Order = { by: 'order', isDescending: false };

const isOrder = (value: unknown): value is Order =>
  typeof value === 'object' &&
  value !== null &&
  ORDERS.some((by) => by === (value as Order).by) &&
  typeof (value as Order).isDescending === 'boolean';

export type LibraryViewProps = { route: Extract<Route, { view: 'library' }> };

/** The library: papers, or the trash. */
export function LibraryView({ route }: LibraryViewProps) {
  return route.trash ? <TrashView /> : <Papers key={route.surveyId ?? ''} route={route} />;
}

function Papers({ route }: LibraryViewProps) {
  const { surveyId, paperId = null } = route;
  const m = useMessages(messages);
  const { data: papers, error, refetch } = useRead('papers', 'list', surveyId ? { surveyId } : {});
  const [typed, setTyped] = useState('');
  const [lack, setLack] = useState<Lack>('every');
  const [order, setOrder] = useSetting<Order>('layout.papers', START, isOrder);
  const filterField = useRef<HTMLInputElement>(null);
  const shown = useMemo(() => arrange(papers ?? [], typed, lack, order), [papers, typed, lack, order]);
  const isPicked = paperId !== null && papers?.some(({ id }) => id === paperId) === true;

  const pick = (id: string | null) =>
    replaceRoute({ view: 'library', ...(surveyId ? { surveyId } : {}), ...(id ? { paperId: id } : {}) });
  const open = (paper: PaperItem) =>
    mainFile(paper.files) ? go({ view: 'reader', paperId: paper.id }) : pick(paper.id);
  const remove = (paper: PaperItem) => {
    const at = shown.indexOf(paper);
    pick((shown[at + 1] ?? shown[at - 1])?.id ?? null);
    void removePaper(paper);
  };
  const showAll = () => {
    setTyped('');
    setLack('every');
  };
  useCommands([
    {
      id: 'library.filter',
      label: { en: messagesIn(messages, 'en').filter, 'zh-Hans': messagesIn(messages, 'zh-Hans').filter },
      shortcut: '/',
      group: 'library',
      run: () => filterField.current?.focus(),
    },
  ]);

  const bar = (
    <LibraryBar
      typed={typed}
      onType={setTyped}
      lack={lack}
      onLack={setLack}
      shown={shown.length}
      all={papers?.length ?? 0}
      fieldRef={filterField}
      hasDetails={isPicked}
      onHideDetails={() => pick(null)}
      isInSurvey={surveyId !== undefined}
    />
  );
  return (
    <div className={styles.view}>
      {surveyId ? (
        <SurveyBar surveyId={surveyId} shown="papers">
          {bar}
        </SurveyBar>
      ) : (
        papers && papers.length > 0 && <div className={styles.bar}>{bar}</div>
      )}
      {error ? (
        <EmptyState title={m.failed} actions={<Button onPress={() => void refetch()}>{m.tryAgain}</Button>} />
      ) : !papers ? (
        <div className={styles.waiting}>
          <Spinner />
        </div>
      ) : papers.length === 0 ? (
        <Start isInSurvey={surveyId !== undefined} />
      ) : (
        <div className={styles.split}>
          <SplitPane
            name="library"
            panes={[
              {
                id: 'list',
                minSize: 260,
                content: (
                  <WindowedList
                    className={listStyles.list ?? ''}
                    label={m.papers}
                    items={shown}
                    keyOf={(paper) => paper.id}
                    rowHeight={ROW_PX}
                    header={<PaperHeader order={order} onOrder={setOrder} />}
                    renderRow={(paper) => <PaperRow paper={paper} />}
                    selectedKey={paperId}
                    onSelect={(paper) => pick(paper.id)}
                    onOpen={open}
                    onRemove={remove}
                    empty={
                      <EmptyState
                        size="small"
                        title={m.noneFits}
                        actions={<Button onPress={showAll}>{m.clearFilter}</Button>}
                      >
                        {m.noneFitsText}
                      </EmptyState>
                    }
                  />
                ),
              },
              {
                id: 'details',
                size: 360,
                minSize: 280,
                maxSize: '60%',
                isHidden: !isPicked,
                content: (
                  <div className={styles.details}>{paperId && <PaperDetails key={paperId} paperId={paperId} />}</div>
                ),
              },
            ]}
          />
        </div>
      )}
    </div>
  );
}

function Start({ isInSurvey }: { isInSurvey: boolean }) {
  const m = useMessages(messages);
  if (isInSurvey) {
    return (
      <EmptyState icon={<FileText aria-hidden />} title={m.surveyEmptyTitle}>
        {m.surveyEmptyText}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<ScrollText aria-hidden />}
      title={m.startTitle}
      actions={
        <>
          <Button variant="accent" icon={<ScrollText aria-hidden />} onPress={() => void startSurveyImport()}>
            {m.importShort}
          </Button>
          <Button icon={<FilePlus2 aria-hidden />} onPress={() => void addPdfs()}>
            {m.addShort}
          </Button>
        </>
      }
    >
      {m.startText}
    </EmptyState>
  );
}
