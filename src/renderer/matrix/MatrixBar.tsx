// Above a matrix: its name, the filter, which languages are shown, rows, columns, export.
import { Columns2, Download, FilePlus2, Trash2 } from 'lucide-react';
import type { Matrix } from '#shared/matrix.ts';
import type { Side } from '#shared/values.ts';
import { client } from '../data/client.ts';
import { read } from '../data/read.ts';
import { saveText } from '../data/save-text.ts';
import { write } from '../data/write.ts';
import { offerUndo } from '../history/index.ts';
import { TitleField } from '../notes/index.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useLibraryLanguages, useMessages } from '../ui/i18n.tsx';
import { Menu } from '../ui/Menu.tsx';
import { go } from '../ui/navigation.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { toast } from '../ui/toast-queue.ts';
import styles from './MatrixTable.module.css';
import { messages } from './messages.ts';

/** Which languages the cells show. */
export type Shown = Side | 'both';

type Props = {
  matrix: Matrix;
  /** The rows as they are shown: what an export has. */
  rowIds: string[];
  typed: string;
  onType: (typed: string) => void;
  shown: Shown;
  onShow: (shown: Shown) => void;
};

const SIDES: readonly Side[] = ['primary', 'secondary'];

/** The bar. */
export function MatrixBar({ matrix, rowIds, typed, onType, shown, onShow }: Props) {
  const text = useMessages(messages);
  const languages = useLibraryLanguages();
  const { id, surveyId } = matrix;
  const saveAs = async (format: 'markdown' | 'csv' | 'html') =>
    saveText(await client.matrix.export({ id, format, side: shown, rowIds }));
  const remove = async () => {
    await write('matrix', 'remove', { id });
    go({ view: 'matrix' });
    offerUndo(text.removed, 'matrix.remove', () => write('matrix', 'restore', { id }));
  };
  const addRows = async () => {
    const papers = await read('papers', 'list', surveyId ? { surveyId } : {});
    const { added } = await write('matrix', 'addRows', { matrixId: id, paperIds: papers.map((paper) => paper.id) });
    toast({ text: text.rowsAdded(added) });
  };
  // What goes wrong is said by the writer; nothing of the matrix has changed.
  const run = (work: Promise<unknown>) => void work.catch(() => undefined);
  return (
    <header className={styles.bar}>
      <div className={styles.titles}>
        {SIDES.map((side) => (
          <TitleField
            key={side}
            stored={side === 'primary' ? matrix.title : matrix.titleSecondary}
            label={text.titleIn(languages[side].name)}
            lang={languages[side].tag}
            save={(words) => write('matrix', 'rename', { id, side, text: words })}
          />
        ))}
      </div>
      <div className={styles.tools}>
        <SearchField label={text.filter} value={typed} onChange={onType} />
        <SegmentedControl<Shown>
          label={text.language}
          value={shown}
          onChange={onShow}
          items={[
            { id: 'both', label: text.both },
            { id: 'primary', label: languages.primary.name },
            { id: 'secondary', label: languages.secondary.name },
          ]}
        />
        <Button icon={<Columns2 aria-hidden />} onPress={() => run(write('matrix', 'addColumn', { matrixId: id }))}>
          {text.addColumn}
        </Button>
        <IconButton label={text.addRows} icon={<FilePlus2 aria-hidden />} onPress={() => run(addRows())} />
        <Menu
          label={text.export}
          placement="bottom end"
          trigger={<IconButton label={text.export} icon={<Download aria-hidden />} />}
          groups={[
            {
              id: 'export',
              title: text.export,
              entries: [
                { id: 'markdown', label: text.exportMarkdown, run: () => run(saveAs('markdown')) },
                { id: 'csv', label: text.exportCsv, run: () => run(saveAs('csv')) },
                { id: 'html', label: text.exportHtml, run: () => run(saveAs('html')) },
              ],
            },
          ]}
        />
        <IconButton label={text.remove} tone="danger" icon={<Trash2 aria-hidden />} onPress={() => run(remove())} />
      </div>
    </header>
  );
}
