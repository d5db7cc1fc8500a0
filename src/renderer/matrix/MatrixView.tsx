// The matrices: which there are, and the one that is open.
import { Grid3x3, Plus } from 'lucide-react';
import { useState } from 'react';
import { useRead } from '../data/read.ts';
import { Button } from '../ui/Button.tsx';
import { useCommands } from '../ui/commands.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { messagesIn, useMessages } from '../ui/i18n.tsx';
import { type Route } from '../ui/navigation.tsx';
import { formatRoute } from '../ui/route.ts';
import { Spinner } from '../ui/Spinner.tsx';
import { MatrixTable } from './MatrixTable.tsx';
import styles from '../ui/TabbedView.module.css';
import { messages } from './messages.ts';
import { NewMatrixDialog } from './NewMatrixDialog.tsx';

type Props = { route: Extract<Route, { view: 'matrix' }> };

const en = messagesIn(messages, 'en');
const zh = messagesIn(messages, 'zh-Hans');

/** The view of matrices. */
export function MatrixView({ route }: Props) {
  const text = useMessages(messages);
  const { data: list } = useRead('matrix', 'list', {});
  const [isMaking, setMaking] = useState(false);
  const { data: matrix, error } = useRead(
    'matrix',
    'get',
    { id: route.matrixId ?? '' },
    { enabled: route.matrixId !== undefined, keep: true },
  );
  const make = () => setMaking(true);
  useCommands([
    { id: 'matrix.new', label: { en: en.newMatrix, 'zh-Hans': zh.newMatrix }, group: text.group, run: make },
  ]);
  const isOpen = route.matrixId !== undefined && matrix?.id === route.matrixId && matrix.deletedAt === null;
  return (
    <div className={styles.view}>
      <nav className={styles.tabs} aria-label={text.matrices}>
        {list?.map((one) => (
          <a
            key={one.id}
            className={styles.tab}
            href={formatRoute({ view: 'matrix', matrixId: one.id })}
            aria-current={one.id === route.matrixId ? 'page' : undefined}
          >
            {one.title || one.titleSecondary || text.untitled}
          </a>
        ))}
        <Button size="small" variant="quiet" icon={<Plus aria-hidden />} onPress={make}>
          {text.newMatrix}
        </Button>
      </nav>
      {isOpen ? (
        <MatrixTable key={matrix.id} matrix={matrix} />
      ) : error && error.code !== 'not_found' ? (
        <EmptyState title={text.failed} />
      ) : route.matrixId && !matrix && !error ? (
        <Spinner label={text.loading} />
      ) : (
        <EmptyState
          icon={<Grid3x3 aria-hidden />}
          title={text.emptyTitle}
          actions={
            <Button variant="accent" icon={<Plus aria-hidden />} onPress={make}>
              {text.newMatrix}
            </Button>
          }
        >
          {text.emptyText}
        </EmptyState>
      )}
      {isMaking && <NewMatrixDialog surveyId={route.surveyId} onClose={() => setMaking(false)} />}
    </div>
  );
}
