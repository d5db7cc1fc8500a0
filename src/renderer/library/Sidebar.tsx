// The sidebar: all papers, the surveys, the trash.
import {
  BookA,
  Grid3x3,
  Highlighter,
  Library,
  Lightbulb,
  ListTree,
  NotebookPen,
  Plus,
  ScrollText,
  Search,
  Trash2,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useRead } from '../data/read.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { useMessages } from '../ui/i18n.tsx';
import { useRoute } from '../ui/navigation.tsx';
import { formatRoute, type Route } from '../ui/route.ts';
import { Collections } from './Collections.tsx';
import { startSurveyImport } from './commands.ts';
import { messages } from './messages.ts';
import styles from './Sidebar.module.css';

/** The sidebar. */
export function Sidebar() {
  const m = useMessages(messages);
  const route = useRoute();
  const surveys = useRead('surveys', 'list', {}).data ?? [];
  // The whole list is read anew on every change to a paper: only where it is on screen anyway.
  const isListed = route.view === 'library' && !route.surveyId && !route.collectionId;
  const papers = useRead('papers', 'list', {}, { enabled: isListed }).data;
  const openId = route.view === 'library' || route.view === 'survey' ? route.surveyId : null;
  return (
    <nav className={styles.sidebar} aria-label={m.library}>
      <ul>
        <Entry
          to={{ view: 'library' }}
          isHere={route.view === 'library' && !route.surveyId && !route.collectionId && !route.trash}
          icon={<Library aria-hidden />}
          name={m.allPapers}
          count={isListed ? papers?.length : undefined}
        />
        <Entry
          to={{ view: 'findings' }}
          isHere={route.view === 'findings'}
          icon={<Lightbulb aria-hidden />}
          name={m.findings}
        />
        <Entry
          to={{ view: 'annotations' }}
          isHere={route.view === 'annotations'}
          icon={<Highlighter aria-hidden />}
          name={m.annotations}
        />
        <Entry to={{ view: 'terms' }} isHere={route.view === 'terms'} icon={<BookA aria-hidden />} name={m.terms} />
        <Entry
          to={{ view: 'search', query: '' }}
          isHere={route.view === 'search'}
          icon={<Search aria-hidden />}
          name={m.search}
        />
        <Entry
          to={{ view: 'notes' }}
          isHere={route.view === 'notes'}
          icon={<NotebookPen aria-hidden />}
          name={m.notes}
        />
        <Entry
          to={{ view: 'matrix' }}
          isHere={route.view === 'matrix'}
          icon={<Grid3x3 aria-hidden />}
          name={m.matrices}
        />
        <Entry
          to={{ view: 'outline' }}
          isHere={route.view === 'outline'}
          icon={<ListTree aria-hidden />}
          name={m.outlines}
        />
      </ul>
      <div className={styles.heading}>
        <h2>{m.surveys}</h2>
        <IconButton
          size="small"
          label={m.importSurvey}
          shortcut="Mod+Shift+I"
          icon={<Plus aria-hidden />}
          onPress={() => void startSurveyImport()}
        />
      </div>
      <ul className={styles.surveys}>
        {surveys.map((survey) => (
          <Entry
            key={survey.id}
            to={{ view: 'survey', surveyId: survey.id }}
            isHere={openId === survey.id}
            icon={<ScrollText aria-hidden />}
            name={survey.title || survey.fileName}
            more={
              surveys.some((other) => other.id !== survey.id && other.title === survey.title)
                ? survey.fileName
                : undefined
            }
            count={survey.papers}
          />
        ))}
        {surveys.length === 0 && (
          <li>
            <button type="button" className={styles.first} onClick={() => void startSurveyImport()}>
              {m.newSurvey}
            </button>
          </li>
        )}
      </ul>
      <Collections hereId={route.view === 'library' ? route.collectionId : undefined} />
      <ul className={styles.bottom}>
        <Entry
          to={{ view: 'library', trash: true }}
          isHere={route.view === 'library' && route.trash === true}
          icon={<Trash2 aria-hidden />}
          name={m.trash}
        />
      </ul>
    </nav>
  );
}

type EntryProps = {
  to: Route;
  isHere: boolean;
  icon: ReactNode;
  name: string;
  more?: string | undefined;
  count?: number | undefined;
};

/** `more` tells entries of one name apart. */
function Entry({ to, isHere, icon, name, more, count }: EntryProps) {
  return (
    <li>
      <a className={styles.entry} href={formatRoute(to)} aria-current={isHere ? 'page' : undefined} title={name}>
        {icon}
        <span className={styles.names}>
          <span className={styles.name}>{name}</span>
          {more && <span className={styles.more}>{more}</span>}
        </span>
        {count !== undefined && count > 0 && <span className={styles.count}>{count}</span>}
      </a>
    </li>
  );
}
