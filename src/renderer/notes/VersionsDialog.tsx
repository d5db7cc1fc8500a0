// Earlier versions of one side: looked at against what stands now, and taken back.
import { useState } from 'react';
import type { Side } from '#shared/values.ts';
import { useRead } from '../data/read.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { type LibraryLanguage, useMessages, useUiLanguage } from '../ui/i18n.tsx';
import { Modal } from '../ui/Modal.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { messages } from './messages.ts';
import styles from './VersionsDialog.module.css';
import { WordDiff } from './WordDiff.tsx';

type Props = {
  passageId: string;
  side: Side;
  /** What the side holds now. */
  now: string;
  language: LibraryLanguage;
  onRestore: (text: string) => void;
  onClose: () => void;
};

/** A dialog, open as long as it is mounted. */
export function VersionsDialog({ passageId, side, now, language, onRestore, onClose }: Props) {
  const text = useMessages(messages);
  const ui = useUiLanguage();
  const { data, error } = useRead('notes', 'versions', { id: passageId, side });
  const [at, setAt] = useState(0);
  const chosen = data?.[at];
  const date = new Intl.DateTimeFormat(ui, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Modal
      title={text.versionsOf(language.name)}
      isOpen
      onClose={onClose}
      size="large"
      footer={
        <>
          <Button onPress={onClose}>{text.close}</Button>
          {chosen && (
            <Button
              variant="accent"
              onPress={() => {
                onRestore(chosen.text);
                onClose();
              }}
            >
              {text.restoreVersion}
            </Button>
          )}
        </>
      }
    >
      {!data && !error && <Spinner label={text.loading} />}
      {error && <EmptyState size="small" title={text.failed} />}
      {data?.length === 0 && <EmptyState size="small" title={text.noVersions} />}
      {data && chosen && (
        <div className={styles.versions}>
          <ol className={styles.list}>
            {data.map((version, index) => (
              <li key={`${version.at} ${version.text.slice(0, 40)}`}>
                <button
                  type="button"
                  className={styles.version}
                  aria-pressed={index === at}
                  onClick={() => setAt(index)}
                >
                  <span className={styles.date}>{date.format(version.at)}</span>
                  <span className={styles.words} lang={language.tag}>
                    {version.text.slice(0, 80)}
                  </span>
                </button>
              </li>
            ))}
          </ol>
          <section className={styles.shown} aria-label={text.versionAgainstNow}>
            <p className={styles.hint}>{text.versionAgainstNow}</p>
            <WordDiff before={now} after={chosen.text} lang={language.tag} />
          </section>
        </div>
      )}
    </Modal>
  );
}
