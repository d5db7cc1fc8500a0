// Backups to go back to, with the question before it is done.
import { useState } from 'react';
import type { Backup } from '#shared/library.ts';
import { Button } from '../ui/Button.tsx';
import { useMessages } from '../ui/i18n.tsx';
import { useUiLanguage } from '../ui/language.ts';
import { Modal } from '../ui/Modal.tsx';
import { restoreBackup } from './changing.ts';
import styles from './Libraries.module.css';
import { messages } from './messages.ts';

/** The list, the newest first. */
export function BackupList({ backups }: { backups: readonly Backup[] }) {
  const m = useMessages(messages);
  const when = useWhen();
  const [asked, setAsked] = useState<Backup | null>(null);
  const [isBusy, setBusy] = useState(false);
  const restore = async (backup: Backup) => {
    setBusy(true);
    if (!(await restoreBackup(backup.name))) setBusy(false);
  };
  return (
    <>
      <ul className={styles.list}>
        {backups.map((backup) => (
          <li key={backup.name} className={styles.row}>
            <span className={styles.name}>{when(backup.at)}</span>
            <span className={styles.detail}>
              {m[backup.why]} · {(backup.bytes / 1024 / 1024).toFixed(1)} MB
            </span>
            <Button size="small" label={`${m.restore}: ${when(backup.at)}`} onPress={() => setAsked(backup)}>
              {m.restore}
            </Button>
          </li>
        ))}
      </ul>
      {asked && (
        <Modal
          title={m.restoreAsk(when(asked.at))}
          isOpen
          size="small"
          onClose={() => setAsked(null)}
          footer={
            <>
              <Button autoFocus onPress={() => setAsked(null)}>
                {m.cancel}
              </Button>
              <Button variant="danger" isPending={isBusy} onPress={() => void restore(asked)}>
                {m.restoreDo}
              </Button>
            </>
          }
        >
          <p>{m.restoreText}</p>
        </Modal>
      )}
    </>
  );
}

function useWhen(): (at: number) => string {
  const language = useUiLanguage();
  const format = new Intl.DateTimeFormat(language === 'zh-Hans' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return (at) => format.format(at);
}
