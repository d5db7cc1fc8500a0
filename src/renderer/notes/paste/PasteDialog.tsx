// Pasted text in two languages, aligned: looked over, corrected, and taken in as passages.
import { ArrowDown, ArrowUp, Merge } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { type LibraryLanguage, useMessages } from '../../ui/i18n.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { messages } from '../messages.ts';
import type { Pair } from '../use-note.ts';
import { mergedDown, type Row, rowsOf, shifted } from './bilingual.ts';
import styles from './PasteDialog.module.css';

type Props = {
  text: string;
  languages: { primary: LibraryLanguage; secondary: LibraryLanguage };
  onInsert: (pairs: Pair[]) => void;
  /** Pastes the text as it is after all. */
  onPlain: () => void;
  onClose: () => void;
};

type By = 'paragraphs' | 'sentences';

const SIDES = ['primary', 'secondary'] as const;

/** A dialog, open as long as it is mounted. */
export function PasteDialog({ text: pasted, languages, onInsert, onPlain, onClose }: Props) {
  const text = useMessages(messages);
  const tags = { primary: languages.primary.tag, secondary: languages.secondary.tag };
  const [by, setBy] = useState<By>('paragraphs');
  const [rows, setRows] = useState<Row[]>(() => rowsOf(pasted, tags, 'paragraphs'));
  const words = (row: Row): Pair => ({
    primary: row.primary.join(glue(tags.primary)),
    secondary: row.secondary.join(glue(tags.secondary)),
  });
  const end = (act: () => void) => {
    act();
    onClose();
  };
  return (
    <Modal
      title={text.pasteTitle}
      isOpen
      onClose={onClose}
      size="large"
      isDismissable={false}
      footer={
        <>
          <Button onPress={() => end(onPlain)}>{text.pastePlain}</Button>
          <Button variant="accent" onPress={() => end(() => onInsert(rows.map(words)))}>
            {text.pasteInsert(rows.length)}
          </Button>
        </>
      }
    >
      <div className={styles.by}>
        <SegmentedControl<By>
          label={text.pasteBy}
          value={by}
          onChange={(next) => {
            setBy(next);
            setRows(rowsOf(pasted, tags, next));
          }}
          items={[
            { id: 'paragraphs', label: text.pasteParagraphs },
            { id: 'sentences', label: text.pasteSentences },
          ]}
        />
      </div>
      <ol className={styles.rows}>
        {rows.map((row, at) => (
          <li key={`${at} ${row.primary[0] ?? ''} ${row.secondary[0] ?? ''}`} className={styles.row}>
            {SIDES.map((side) => (
              <div key={side} className={styles.cell} lang={tags[side]}>
                <span className={styles.words}>{words(row)[side] || '—'}</span>
                <span className={styles.tools}>
                  <IconButton
                    size="small"
                    label={text.pasteUp(languages[side].name, at + 1)}
                    icon={<ArrowUp aria-hidden />}
                    isDisabled={row[side].length === 0}
                    onPress={() => setRows(shifted(rows, at, side, 'up'))}
                  />
                  <IconButton
                    size="small"
                    label={text.pasteDown(languages[side].name, at + 1)}
                    icon={<ArrowDown aria-hidden />}
                    isDisabled={row[side].length === 0}
                    onPress={() => setRows(shifted(rows, at, side, 'down'))}
                  />
                </span>
              </div>
            ))}
            <IconButton
              size="small"
              label={text.pasteMerge(at + 1)}
              icon={<Merge aria-hidden />}
              isDisabled={at === rows.length - 1}
              onPress={() => setRows(mergedDown(rows, at))}
            />
          </li>
        ))}
      </ol>
    </Modal>
  );
}

/** What stands between sentences of a language: Chinese and Japanese run on closed. */
const glue = (tag: string): string => (/^(?:zh|ja|yue)\b/iu.test(tag) ? '' : ' ');
