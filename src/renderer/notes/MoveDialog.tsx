// Where a passage is to go: another paper's note, a survey's, or a free one; found by typing.
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { useLibraryLanguages, useMessages } from '../ui/i18n.tsx';
import { Modal } from '../ui/Modal.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { type Linkable, matching } from './editor/completion.ts';
import { isComposing } from './editor/focus.ts';
import { readLinkables } from './editor/linkables.ts';
import styles from './MoveDialog.module.css';
import { messages } from './messages.ts';
import type { NoteOwner } from './use-note.ts';

type Props = { from: NoteOwner; onMove: (to: NoteOwner) => void; onClose: () => void };

const MOST = 12;

const ownerOf = ({ kind, id }: Linkable): NoteOwner | null => {
  if (kind === 'paper') return { paperId: id };
  if (kind === 'survey') return { surveyId: id };
  return kind === 'note' ? { noteId: id } : null;
};

/** A dialog, open as long as it is mounted. */
export function MoveDialog({ from, onMove, onClose }: Props) {
  const text = useMessages(messages);
  const { primary, secondary } = useLibraryLanguages();
  const id = useId();
  const [all, setAll] = useState<readonly Linkable[] | null>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const here = Object.values(from)[0];
  useEffect(() => {
    let isHere = true;
    readLinkables({ primary: primary.tag, secondary: secondary.tag })
      .then((found) => isHere && setAll(found.filter((one) => ownerOf(one) !== null && one.id !== here)))
      .catch(() => isHere && setAll([]));
    return () => {
      isHere = false;
    };
  }, [here, primary.tag, secondary.tag]);
  const shown = all ? matching(all, typed, MOST) : [];
  const take = (thing: Linkable | undefined) => {
    const to = thing && ownerOf(thing);
    if (!to) return;
    onMove(to);
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, shown.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Enter') take(shown[at]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Modal title={text.moveTo} isOpen onClose={onClose}>
      <input
        className={styles.filter}
        role="combobox"
        aria-label={text.moveFilter}
        aria-expanded
        aria-controls={id}
        aria-activedescendant={`${id}-${at}`}
        placeholder={text.moveFilter}
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
      {all === null && <Spinner label={text.loading} />}
      <div id={id} role="listbox" aria-label={text.moveTo} className={styles.list}>
        {shown.map((thing, index) => (
          <div
            key={thing.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={styles.option}
            onPointerMove={() => setAt(index)}
            onPointerDown={(event) => {
              event.preventDefault();
              take(thing);
            }}
          >
            {thing.name}
          </div>
        ))}
      </div>
      {all !== null && shown.length === 0 && <p className={styles.none}>{text.moveNone}</p>}
    </Modal>
  );
}
