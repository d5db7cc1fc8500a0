// A second paper, or another place of the same, beside the first.
import { X } from 'lucide-react';
import { useCallback, useRef, useState } from 'react';
import { useRead } from '../../data/read.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useMessages } from '../../ui/i18n.tsx';
import { useGo } from '../../ui/navigation.tsx';
import { Select } from '../../ui/Select.tsx';
import { PagesPane } from '../PagesPane.tsx';
import { firstFile } from '../use-file.ts';
import type { NavTab, Panes } from '../use-panes.ts';
import styles from './Beside.module.css';
import { besideMessages } from './messages.ts';

type Props = {
  paperId: string;
  onPaper: (paperId: string) => void;
  onClose: () => void;
  /** The panes of the first view: what is written about the page stands beside that one. */
  panes: Panes;
};

/** Any paper with a PDF can be chosen. */
export function BesidePane({ paperId, onPaper, onClose, panes }: Props) {
  const m = useMessages(besideMessages);
  const go = useGo();
  const papers = useRead('papers', 'list', {}).data ?? [];
  const paper = useRead('papers', 'get', { id: paperId }).data;
  const [sha256, setFile] = useState<string | null>(null);
  const [nav, setNav] = useState<{ tab: NavTab; isOpen: boolean }>({ tab: 'outline', isOpen: false });
  const pageInput = useRef<HTMLInputElement>(null);
  const onNoted = useCallback(() => panes.aside.show('notes'), [panes.aside]);
  const own: Panes = {
    ...panes,
    nav: {
      ...nav,
      show: (tab) => setNav({ tab, isOpen: true }),
      toggle: () => setNav({ ...nav, isOpen: !nav.isOpen }),
      close: () => setNav({ ...nav, isOpen: false }),
    },
  };
  const items = papers
    .filter((each) => each.files.length > 0 || each.id === paperId)
    .map((each) => ({ id: each.id, label: each.title }));
  const file = paper && (paper.files.find((each) => each.sha256 === sha256) ?? firstFile(paper.files));
  return (
    <div className={styles.pane}>
      <header className={styles.head}>
        <Select
          label={m.which}
          hideLabel
          variant="quiet"
          items={items}
          value={paperId}
          onChange={onPaper}
          className={styles.which ?? ''}
        />
        <IconButton size="small" label={m.close} icon={<X aria-hidden />} onPress={onClose} />
      </header>
      <div className={styles.body}>
        {paper && file !== undefined ? (
          <PagesPane
            key={paper.id}
            paper={paper}
            file={file}
            onFile={setFile}
            panes={own}
            pageInput={pageInput}
            onNoted={onNoted}
            onOpenFinding={(findingId) => go({ view: 'reader', paperId, findingId })}
            onGoToPage={() => pageInput.current?.select()}
          />
        ) : (
          <EmptyState title={m.gone} />
        )}
      </div>
    </div>
  );
}
