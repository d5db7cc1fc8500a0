// Making a matrix: its name, what stands down, and the columns most comparisons have.
import { useState } from 'react';
import { useRead } from '../data/read.ts';
import { write } from '../data/write.ts';
import { Button } from '../ui/Button.tsx';
import { messagesIn, useLibraryLanguages, useMessages } from '../ui/i18n.tsx';
import { Modal } from '../ui/Modal.tsx';
import { go } from '../ui/navigation.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { Select } from '../ui/Select.tsx';
import { TitleFields, type Titles } from '../ui/TitleFields.tsx';
import styles from '../ui/TabbedView.module.css';
import { messages } from './messages.ts';

type By = 'papers' | 'sections';
const ALL = 'all';
const COLUMNS = ['task', 'data', 'method', 'result', 'limitation'] as const;

/** Words for first columns in a language of the library: ours where we speak it, else English. */
const wordsIn = (tag: string) => messagesIn(messages, /^zh\b/iu.test(tag) ? 'zh-Hans' : 'en');

/** A dialog, open as long as it is mounted. */
export function NewMatrixDialog({ surveyId, onClose }: { surveyId: string | undefined; onClose: () => void }) {
  const text = useMessages(messages);
  const languages = useLibraryLanguages();
  const surveys = useRead('surveys', 'list', {}).data ?? [];
  const [titles, setTitles] = useState<Titles>({ title: '', titleSecondary: '' });
  const [of, setOf] = useState<string | null>(null);
  const [rows, setRows] = useState<By>('papers');
  const chosen = of ?? surveyId ?? surveys[0]?.id ?? ALL;
  const create = async () => {
    const [first, second] = [wordsIn(languages.primary.tag), wordsIn(languages.secondary.tag)];
    const { id } = await write('matrix', 'create', {
      ...titles,
      surveyId: chosen === ALL ? null : chosen,
      rows: chosen === ALL ? 'papers' : rows,
      columns: COLUMNS.map((column) => ({ title: first[column], titleSecondary: second[column] })),
    });
    onClose();
    go({ view: 'matrix', matrixId: id });
  };
  // What went wrong is said by the writer, and the dialog stays.
  const done = () => void create().catch(() => undefined);
  return (
    <Modal
      title={text.newMatrix}
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
            { id: ALL, label: text.wholeLibrary },
          ]}
        />
        {chosen !== ALL && (
          <SegmentedControl<By>
            label={text.rowsBy}
            value={rows}
            onChange={setRows}
            items={[
              { id: 'papers', label: text.byPapers },
              { id: 'sections', label: text.bySections },
            ]}
          />
        )}
      </div>
    </Modal>
  );
}
