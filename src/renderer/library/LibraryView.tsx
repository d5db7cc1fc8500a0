// The papers of a survey, or all: a list to filter and order, with the details of the one picked beside it.
import { FilePlus2, FileText, ScrollText } from 'lucide-react';
import { type CSSProperties, useMemo, useRef, useState } from 'react';
import type { PaperFilter } from '#shared/paper-filter.ts';
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
import { arrange, type Column, COLUMNS, type Order, ORDERS } from './arrange.ts';
import { BulkBar } from './BulkBar.tsx';
import { addPdfs, startSurveyImport } from './commands.ts';
import { CoverGrid } from './CoverGrid.tsx';
import { Duplicates } from './Duplicates.tsx';
import { fetchMessages } from './fetch-messages.ts';
import { FetchDialog } from './FetchDialog.tsx';
import { LibraryBar } from './LibraryBar.tsx';
import { markedAfter } from './marking.ts';
import { messages } from './messages.ts';
import { PaperHeader } from './PaperHeader.tsx';
import { PaperRow } from './PaperRow.tsx';
import { SaveSearch } from './SaveSearch.tsx';
import { TrashView } from './TrashView.tsx';
import listStyles from './PaperList.module.css';
import styles from './LibraryView.module.css';

const ROW_PX = 48;
const START: Order = { by: 'order', isDescending: false };

/** What stands beside the title at first. */
const STANDARD: Column[] = ['year', 'pdf', 'findings', 'passages', 'annotations'];
const NONE: ReadonlySet<string> = new Set();
const WIDTHS: Record<Column, string> = {
  year: '56px',
  container: 'minmax(80px, 0.4fr)',
  status: '84px',
  stars: '84px',
  pdf: '52px',
  findings: '78px',
  passages: '64px',
  annotations: '64px',
  added: '88px',
};
const templateOf = (columns: readonly Column[]) =>
  ['minmax(0, 1fr)', ...columns.map((column) => WIDTHS[column])].join(' ');

const areColumns = (value: unknown): value is Column[] =>
  Array.isArray(value) && value.every((one) => COLUMNS.some((column) => column === one));

const isOrder = (value: unknown): value is Order =>
  typeof value === 'object' &&
  value !== null &&
  ORDERS.some((by) => by === (value as Order).by) &&
  typeof (value as Order).isDescending === 'boolean';

export type LibraryViewProps = { route: Extract<Route, { view: 'library' }> };

/** The library: papers, or the trash. */
export function LibraryView({ route }: LibraryViewProps) {
  return route.trash ? <TrashView /> : <Papers key={route.surveyId ?? route.collectionId ?? ''} route={route} />;
}

function Papers({ route }: LibraryViewProps) {
  const { surveyId, collectionId, paperId = null } = route;
  const m = useMessages(messages);
  const place = { ...(surveyId ? { surveyId } : {}), ...(collectionId ? { collectionId } : {}) };
  const { data: papers, error, refetch } = useRead('papers', 'list', place);
  const [filter, setFilter] = useState<PaperFilter>({});
  const [order, setOrder] = useSetting<Order>('layout.papers', START, isOrder);
  const [columns, setColumns] = useSetting<Column[]>('layout.columns', STANDARD, areColumns);
  const [isGrid, setGrid] = useSetting<boolean>(
    'layout.covers',
    false,
    (value): value is boolean => typeof value === 'boolean',
  );
  const [marked, setMarked] = useState<ReadonlySet<string>>(NONE);
  const [dialog, setDialog] = useState<'duplicates' | 'fetch' | 'save' | null>(null);
  const filterField = useRef<HTMLInputElement>(null);
  const recent = useRead('papers', 'recent', {}, { enabled: order.by === 'opened' }).data;
  const opened = useMemo(() => new Map(recent?.map((one) => [one.paperId, one.at])), [recent]);
  const shown = useMemo(() => arrange(papers ?? [], filter, order, { opened }), [papers, filter, order, opened]);
  const isPicked = paperId !== null && papers?.some(({ id }) => id === paperId) === true;

  const pick = (id: string | null) => replaceRoute({ view: 'library', ...place, ...(id ? { paperId: id } : {}) });
  const select = (paper: PaperItem, how: 'only' | 'toggle' | 'range') => {
    if (how === 'only') setMarked(NONE);
    else setMarked(markedAfter(shown, marked, paperId, paper.id, how));
    pick(paper.id);
  };
  const open = (paper: PaperItem) => {
    if (!mainFile(paper.files)) return pick(paper.id);
    go({ view: 'reader', paperId: paper.id });
  };
  const remove = (paper: PaperItem) => {
    const at = shown.indexOf(paper);
    pick((shown[at + 1] ?? shown[at - 1])?.id ?? null);
    void removePaper(paper);
  };
  const en = messagesIn(messages, 'en');
  const zh = messagesIn(messages, 'zh-Hans');
  useCommands([
    {
      id: 'library.filter',
      label: { en: en.filter, 'zh-Hans': zh.filter },
      shortcut: '/',
      group: 'library',
      run: () => filterField.current?.focus(),
    },
    {
      id: 'library.duplicates',
      label: { en: en.duplicates, 'zh-Hans': zh.duplicates },
      group: 'library',
      run: () => setDialog('duplicates'),
    },
    {
      id: 'library.fetch',
      label: { en: messagesIn(fetchMessages, 'en').menu, 'zh-Hans': messagesIn(fetchMessages, 'zh-Hans').menu },
      group: 'library',
      run: () => setDialog('fetch'),
    },
    {
      id: 'library.recent',
      label: { en: en.recent, 'zh-Hans': zh.recent },
      group: 'library',
      run: () => setOrder({ by: 'opened', isDescending: true }),
    },
    {
      id: 'library.covers',
      label: { en: en.asCovers, 'zh-Hans': zh.asCovers },
      group: 'library',
      run: () => setGrid(!isGrid),
    },
  ]);

  const bar = (
    <LibraryBar
      filter={filter}
      onFilter={setFilter}
      columns={columns}
      onColumns={setColumns}
      isGrid={isGrid}
      onGrid={setGrid}
      shown={shown.length}
      all={papers?.length ?? 0}
      fieldRef={filterField}
      hasDetails={isPicked}
      onHideDetails={() => pick(null)}
      onSaveSearch={() => setDialog('save')}
      onDuplicates={() => setDialog('duplicates')}
      onFetch={() => setDialog('fetch')}
      isInSurvey={surveyId !== undefined}
    />
  );
  const nothing = (
    <EmptyState
      size="small"
      title={m.noneFits}
      actions={<Button onPress={() => setFilter({})}>{m.clearFilter}</Button>}
    >
      {m.noneFitsText}
    </EmptyState>
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
      {marked.size > 1 && <BulkBar ids={[...marked]} onDone={() => setMarked(NONE)} />}
      {dialog === 'duplicates' && <Duplicates onClose={() => setDialog(null)} />}
      {dialog === 'fetch' && <FetchDialog onClose={() => setDialog(null)} />}
      {dialog === 'save' && <SaveSearch filter={filter} onClose={() => setDialog(null)} />}
      {error ? (
        <EmptyState title={m.failed} actions={<Button onPress={() => void refetch()}>{m.tryAgain}</Button>} />
      ) : !papers ? (
        <div className={styles.waiting}>
          <Spinner />
        </div>
      ) : papers.length === 0 ? (
        <Start isInSurvey={surveyId !== undefined} isInCollection={collectionId !== undefined} />
      ) : (
        <div className={styles.split}>
          <SplitPane
            name="library"
            panes={[
              {
                id: 'list',
                minSize: 260,
                content: isGrid ? (
                  <CoverGrid
                    label={m.papers}
                    items={shown}
                    selectedKey={paperId}
                    onSelect={(paper) => pick(paper.id)}
                    onOpen={open}
                  />
                ) : (
                  <div className={listStyles.frame} style={{ '--paper-columns': templateOf(columns) } as CSSProperties}>
                    <WindowedList
                      className={listStyles.list ?? ''}
                      label={m.papers}
                      items={shown}
                      keyOf={(paper) => paper.id}
                      rowHeight={ROW_PX}
                      header={<PaperHeader order={order} onOrder={setOrder} columns={columns} />}
                      renderRow={(paper) => <PaperRow paper={paper} columns={columns} />}
                      selectedKey={paperId}
                      marked={marked}
                      onMarkAll={() => setMarked(new Set(shown.map(({ id }) => id)))}
                      onSelect={select}
                      onOpen={open}
                      onRemove={remove}
                      empty={nothing}
                    />
                  </div>
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

function Start({ isInSurvey, isInCollection }: { isInSurvey: boolean; isInCollection: boolean }) {
  const m = useMessages(messages);
  if (isInCollection) {
    return (
      <EmptyState icon={<FileText aria-hidden />} title={m.collectionEmptyTitle}>
        {m.collectionEmptyText}
      </EmptyState>
    );
  }
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
