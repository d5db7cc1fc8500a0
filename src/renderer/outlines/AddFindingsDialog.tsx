// Findings to be added to an outline: filtered by words in either language, several at once.
import { useState } from 'react';
import type { Finding } from '#shared/findings.ts';
import { Button } from '../ui/Button.tsx';
import { type LibraryLanguage, useMessages } from '../ui/i18n.tsx';
import { Modal } from '../ui/Modal.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { messages } from './messages.ts';
import styles from './OutlineView.module.css';

type Props = {
  findings: readonly Finding[];
  /** Those in the outline already. */
  taken: ReadonlySet<string>;
  languages: { primary: LibraryLanguage; secondary: LibraryLanguage };
  onAdd: (findingIds: string[]) => void;
  onClose: () => void;
};

const MOST = 200;
const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** A dialog, open as long as it is mounted. */
export function AddFindingsDialog({ findings, taken, languages, onAdd, onClose }: Props) {
  const text = useMessages(messages);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const words = plain(typed).split(/\s+/u).filter(Boolean);
  const shown = findings
    .filter((finding) => !taken.has(finding.id))
    .filter((finding) => words.every((word) => plain(`${finding.primary} ${finding.secondary}`).includes(word)))
    .slice(0, MOST);
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const add = () => {
    // In the order they are listed, not in the order they were ticked.
    onAdd(findings.filter(({ id }) => chosen.has(id)).map(({ id }) => id));
    onClose();
  };
  return (
    <Modal
      title={text.addFindings}
      isOpen
      onClose={onClose}
      footer={
        <Button variant="accent" isDisabled={chosen.size === 0} onPress={add}>
          {`${text.addFindings} (${chosen.size})`}
        </Button>
      }
    >
      <SearchField label={text.findingFilter} value={typed} onChange={setTyped} autoFocus />
      <ul className={styles.choices}>
        {shown.map((finding) => (
          <li key={finding.id}>
            <label className={styles.choice}>
              <input type="checkbox" checked={chosen.has(finding.id)} onChange={() => toggle(finding.id)} />
              <span lang={finding.primary ? languages.primary.tag : languages.secondary.tag}>
                {finding.primary || finding.secondary}
              </span>
            </label>
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p className={styles.none}>{text.findingNone}</p>}
    </Modal>
  );
}
