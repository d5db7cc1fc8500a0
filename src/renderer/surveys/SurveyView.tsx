// A survey as a document: its text, in which papers, findings and references are alive; its outline and its coverage
// beside it; or its Markdown, being edited.
import { FileDiff, ListTodo, PencilLine, ScrollText } from 'lucide-react';
import { useCallback, useRef, useState } from 'react';
import type { LintLine, Survey } from '#shared/surveys.ts';
import { useRead } from '../data/read.ts';
import { useSetting } from '../data/setting.ts';
import { SurveyFindings } from '../findings/index.ts';
import { Button } from '../ui/Button.tsx';
import { useCommands } from '../ui/commands.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useMessages } from '../ui/i18n.tsx';
import { go, type Route } from '../ui/navigation.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { SplitPane } from '../ui/SplitPane.tsx';
import { ToggleButton } from '../ui/ToggleButton.tsx';
import { care } from './care-messages.ts';
import { Coverage } from './Coverage.tsx';
import { FileDialog } from './FileDialog.tsx';
import { FrontMatterHead } from './FrontMatterHead.tsx';
import { readFrontMatter } from './front-matter.ts';
import { LivingContext, useLivingOf } from './living.tsx';
import { messages } from './messages.ts';
import { Outline } from './Outline.tsx';
import { showLine } from './show-line.ts';
import { SurveyBar } from './SurveyBar.tsx';
import { SurveyEditor } from './SurveyEditor.tsx';
import { SurveyText } from './SurveyText.tsx';
import { useArrival } from './use-arrival.ts';
import { useSurveyFile } from './use-survey-file.ts';
import styles from './SurveyView.module.css';

export type SurveyViewProps = { route: Extract<Route, { view: 'survey' }> };

const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';

/** A survey: its document or its findings. */
export function SurveyView({ route }: SurveyViewProps) {
  const m = useMessages(messages);
  const { data: survey, error } = useRead('surveys', 'get', { id: route.surveyId });
  if (error) {
    return (
      <EmptyState
        icon={<ScrollText aria-hidden />}
        title={m.gone}
        actions={<Button onPress={() => go({ view: 'library' })}>{m.toLibrary}</Button>}
      />
    );
  }
  if (route.show === 'findings' || !survey) {
    return (
      <div className={styles.view}>
        <SurveyBar surveyId={route.surveyId} shown={route.show ?? 'document'} />
        {route.show === 'findings' ? (
          <div className={styles.findings}>
            <SurveyFindings surveyId={route.surveyId} />
          </div>
        ) : (
          <div className={styles.waiting}>
            <Spinner />
          </div>
        )}
      </div>
    );
  }
  return <Document key={survey.id} survey={survey} route={route} />;
}

function Document({ survey, route }: { survey: Survey; route: SurveyViewProps['route'] }) {
  const m = useMessages(care);
  const [isCovered, setCovered] = useSetting('layout.coverage', false, isBoolean);
  /** The line editing begins at (0: wherever); null while the rendered text shows. */
  const [editing, setEditing] = useState<number | null>(null);
  const [isFileOpen, setFileOpen] = useState(false);
  const file = useSurveyFile(survey.id, () => setFileOpen(true));
  const gaps = useRead('surveys', 'lint', { id: survey.id }).data?.length;
  const scroller = useRef<HTMLDivElement>(null);
  const show = useCallback(
    (line: LintLine) => {
      if (scroller.current) showLine(scroller.current, survey, line);
    },
    [survey],
  );
  const isEditing = editing !== null;
  useCommands([
    {
      id: 'survey.edit',
      label: { en: 'Edit the survey’s Markdown', 'zh-Hans': '编辑综述的 Markdown' },
      shortcut: 'Mod+E',
      enabled: !isEditing,
      run: () => setEditing(0),
    },
    {
      id: 'survey.coverage',
      label: { en: 'Show what the survey lacks', 'zh-Hans': '显示综述的缺漏' },
      shortcut: 'Mod+Shift+L',
      run: () => setCovered(!isCovered),
    },
  ]);
  return (
    <div className={styles.view}>
      <SurveyBar surveyId={survey.id} shown="document" menu={file.menu}>
        {file.isAhead && (
          <Button size="small" icon={<FileDiff aria-hidden />} onPress={() => setFileOpen(true)}>
            {m.fileChanged}
          </Button>
        )}
        {!isEditing && (
          <Button size="small" variant="quiet" icon={<PencilLine aria-hidden />} onPress={() => setEditing(0)}>
            {m.editMarkdown}
          </Button>
        )}
        <ToggleButton
          label={gaps === undefined ? m.coverage : m.coverageCount(gaps)}
          isSelected={isCovered}
          onChange={setCovered}
          icon={<ListTodo aria-hidden />}
        />
      </SurveyBar>
      <div className={styles.panes}>
        <SplitPane
          name="survey"
          panes={[
            {
              id: 'text',
              content: isEditing ? (
                <SurveyEditor
                  key={editing}
                  survey={survey}
                  {...(editing > 0 ? { line: editing } : {})}
                  onDone={() => setEditing(null)}
                />
              ) : (
                <Rendered survey={survey} route={route} scroller={scroller} />
              ),
            },
            {
              id: 'coverage',
              size: 360,
              minSize: 240,
              isHidden: !isCovered,
              content: (
                <Coverage
                  surveyId={survey.id}
                  onShow={isEditing ? ({ line }) => setEditing(line) : show}
                  onEdit={setEditing}
                />
              ),
            },
          ]}
        />
      </div>
      {isFileOpen && <FileDialog survey={survey} onClose={() => setFileOpen(false)} />}
    </div>
  );
}

type RenderedProps = {
  survey: Survey;
  route: SurveyViewProps['route'];
  scroller: { current: HTMLDivElement | null };
};

function Rendered({ survey, route, scroller }: RenderedProps) {
  const m = useMessages(messages);
  const living = useLivingOf(survey);
  const front = readFrontMatter(survey.text);
  useArrival(scroller, survey, route);
  return (
    <LivingContext value={living}>
      <div className={styles.split}>
        <div className={styles.scroller} ref={scroller} tabIndex={-1}>
          <article className={styles.page}>
            <FrontMatterHead survey={survey} front={front} />
            {survey.text.trim() ? <SurveyText survey={survey} from={front?.end ?? 0} /> : <p>{m.empty}</p>}
          </article>
        </div>
        <Outline sections={survey.sections} scroller={scroller} />
      </div>
    </LivingContext>
  );
}
