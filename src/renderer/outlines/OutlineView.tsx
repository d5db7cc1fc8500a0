// Outlines for writing: which there are, and the one that is open.
import { ListTree, Plus } from 'lucide-react';
import { useState } from 'react';
import { useRead } from '../data/read.ts';
import { write } from '../data/write.ts';
import { Button } from '../ui/Button.tsx';
import { useCommands } from '../ui/commands.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { messagesIn, useMessages } from '../ui/i18n.tsx';
import { Modal } from '../ui/Modal.tsx';
import { go, type Route } from '../ui/navigation.tsx';
import { formatRoute } from '../ui/route.ts';
import { Select } from '../ui/Select.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { TitleFields, type Titles } from '../ui/TitleFields.tsx';
import { messages } from './messages.ts';
import { OutlineEditor } from './OutlineEditor.tsx';
import styles from '../ui/TabbedView.module.css';

type Props = { route: Extract<Route, { view: 'outline' }> };

const en = messagesIn(messages, 'en');
const zh = messagesIn(messages, 'zh-Hans');

/** The view of outlines. */
export function OutlineView({ route }: Props) {
  const text = useMessages(messages);
  const list = useRead('outlines', 'list', {}).data;
  const [isMaking, setMaking] = useState(false);
  const { outlineId } = route;
  const { data: outline, error } = useRead(
    'outlines',
    'get',
    { id: outlineId ?? '' },
    { enabled: outlineId !== undefined, keep: true },
  );
  const make = () => setMaking(true);
  useCommands([
    { id: 'outline.new', label: { en: en.newOutline, 'zh-Hans': zh.newOutline }, group: text.group, run: make },
  ]);
  const isOpen = outlineId !== undefined && outline?.id === outlineId && outline.deletedAt === null;
  return (
    <div className={styles.view}>
      <nav className={styles.tabs} aria-label={text.outlines}>
        {list?.map((one) => (
          <a
            key={one.id}
            className={styles.tab}
            href={formatRoute({ view: 'outline', outlineId: one.id })}
            aria-current={one.id === outlineId ? 'page' : undefined}
          >
            {one.title || one.titleSecondary || text.untitled}
          </a>
        ))}
        <Button size="small" variant="quiet" icon={<Plus aria-hidden />} onPress={make}>
          {text.newOutline}
        </Button>
      </nav>
      {isOpen ? (
        <OutlineEditor key={outline.id} outline={outline} />
      ) : error && error.code !== 'not_found' ? (
        <EmptyState title={text.failed} />
      ) : outlineId && !outline && !error ? (
        <Spinner label={text.loading} />
      ) : (
        <EmptyState
          icon={<ListTree aria-hidden />}
          title={text.emptyTitle}
          actions={
            <Button variant="accent" icon={<Plus aria-hidden />} onPress={make}>
              {text.newOutline}
            </Button>
          }
        >
          {text.emptyText}
        </EmptyState>
      )}
      {isMaking && <NewOutlineDialog surveyId={route.surveyId} onClose={() => setMaking(false)} />}
    </div>
  );
}

const NOTHING = 'nothing';

function NewOutlineDialog({ surveyId, onClose }: { surveyId: string | undefined; onClose: () => void }) {
  const text = useMessages(messages);
  const surveys = useRead('surveys', 'list', {}).data ?? [];
  const [titles, setTitles] = useState<Titles>({ title: '', titleSecondary: '' });
  const [of, setOf] = useState<string | null>(null);
  const chosen = of ?? surveyId ?? surveys[0]?.id ?? NOTHING;
  const create = async () => {
    const from = chosen === NOTHING ? null : chosen;
    const { id } = await write('outlines', 'create', { ...titles, surveyId: from });
    onClose();
    go({ view: 'outline', outlineId: id });
  };
  // What went wrong is said by the writer, and the dialog stays.
  const done = () => void create().catch(() => undefined);
  return (
    <Modal
      title={text.newOutline}
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <Button variant="accent" onPress={done}>
          {text.create}
        </Button>
      }
    >
      <div className={styles.form}>
        <TitleFields value={titles} onChange={setTitles} onEnter={done} labelIn={text.titleIn} />
        <Select
          label={text.of}
          value={chosen}
          onChange={setOf}
          items={[
            ...surveys.map((survey) => ({ id: survey.id, label: survey.title || survey.fileName })),
            { id: NOTHING, label: text.nothing },
          ]}
        />
      </div>
    </Modal>
  );
}
