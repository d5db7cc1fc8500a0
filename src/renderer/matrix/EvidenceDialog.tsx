// Linking a highlight to a cell: found by its words, the paper's own first.
import { type KeyboardEvent, useId, useState } from 'react';
import { useRead } from '../data/read.ts';
import { isComposing } from '../notes/index.ts';
import { useMessages } from '../ui/i18n.tsx';
import { Modal } from '../ui/Modal.tsx';
import styles from './Cell.module.css';
import { messages } from './messages.ts';

type Props = {
  /** Whose highlights are offered; of a section all. */
  paperId: string | null;
  linked: readonly string[];
  onLink: (annotationId: string) => void;
  onClose: () => void;
};

const MOST = 30;
const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** A dialog, open as long as it is mounted. */
export function EvidenceDialog({ paperId, linked, onLink, onClose }: Props) {
  const text = useMessages(messages);
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const marks = useRead('annotations', 'list', paperId ? { paperId } : {}).data;
  const words = plain(typed).split(/\s+/u).filter(Boolean);
  const shown = (marks ?? [])
    .filter((mark) => !linked.includes(mark.id))
    .filter((mark) =>
      words.every((word) => plain(mark.anchor.quote + mark.commentPrimary + mark.commentSecondary).includes(word)),
    )
    .slice(0, MOST);
  const take = (annotationId: string | undefined) => {
    if (!annotationId) return;
    onLink(annotationId);
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, shown.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Enter') take(shown[at]?.id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Modal title={text.linkTitle} isOpen onClose={onClose}>
      <input
        className={styles.filter}
        role="combobox"
        aria-label={text.linkFilter}
        aria-expanded
        aria-controls={id}
        aria-activedescendant={`${id}-${at}`}
        placeholder={text.linkFilter}
        spellCheck={false}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog opened to type in
        autoFocus
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={id} role="listbox" aria-label={text.linkTitle} className={styles.options}>
        {shown.map((mark, index) => (
          <div
            key={mark.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={styles.option}
            style={{ borderLeftColor: `var(--mark-${mark.color})` }}
            onPointerMove={() => setAt(index)}
            onPointerDown={(event) => {
              event.preventDefault();
              take(mark.id);
            }}
          >
            {mark.anchor.quote.slice(0, 200)} <span className={styles.page}>{mark.anchor.pageLabel}</span>
          </div>
        ))}
      </div>
      {marks && shown.length === 0 && <p className={styles.none}>{text.linkNone}</p>}
    </Modal>
  );
}
