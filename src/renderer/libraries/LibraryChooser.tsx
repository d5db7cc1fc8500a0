// The libraries and backups dialogs, and the commands that open them. Mounted once, by the shell.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { OPEN_RECENT } from '#shared/native.ts';
import { useRead } from '../data/read.ts';
import { host } from '../host/index.ts';
import { Button } from '../ui/Button.tsx';
import { useCommands } from '../ui/commands.tsx';
import { messagesIn, useMessages } from '../ui/i18n.tsx';
import { Modal } from '../ui/Modal.tsx';
import { BackupList } from './BackupList.tsx';
import { openRecent, pickLibrary, readLibraries } from './changing.ts';
import styles from './Libraries.module.css';
import { messages } from './messages.ts';

const en = messagesIn(messages, 'en');
const zh = messagesIn(messages, 'zh-Hans');
const group = 'library';

/** Nothing to see until one of its commands is chosen. */
export function LibraryChooser() {
  const [shown, setShown] = useState<'libraries' | 'backups' | null>(null);
  const isDesktop = host.kind === 'desktop';
  useCommands([
    { id: 'library.choose', label: { en: en.choose, 'zh-Hans': zh.choose }, group, run: () => setShown('libraries') },
    ...(isDesktop
      ? [
          {
            id: 'library.open',
            label: { en: en.open, 'zh-Hans': zh.open },
            group,
            run: () => void pickLibrary('open'),
          },
          {
            id: 'library.new',
            label: { en: en.create, 'zh-Hans': zh.create },
            group,
            run: () => void pickLibrary('new'),
          },
        ]
      : []),
    { id: 'library.backups', label: { en: en.backups, 'zh-Hans': zh.backups }, group, run: () => setShown('backups') },
  ]);
  // The menu's list of recent libraries names them by ticket.
  useEffect(
    () =>
      host.onCommand((id) => {
        if (id.startsWith(OPEN_RECENT)) void openRecent(id.slice(OPEN_RECENT.length));
      }),
    [],
  );
  const close = () => setShown(null);
  return (
    <>
      {shown === 'libraries' && <LibrariesDialog onClose={close} />}
      {shown === 'backups' && <BackupsDialog onClose={close} />}
    </>
  );
}

function LibrariesDialog({ onClose }: { onClose: () => void }) {
  const m = useMessages(messages);
  const { data: state } = useQuery({ queryKey: ['libraries'], queryFn: readLibraries, staleTime: 0 });
  const isDesktop = host.kind === 'desktop';
  return (
    <Modal
      title={m.title}
      isOpen
      onClose={onClose}
      footer={
        isDesktop && (
          <>
            <Button onPress={() => void pickLibrary('new')}>{m.create}</Button>
            <Button variant="accent" onPress={() => void pickLibrary('open')}>
              {m.open}
            </Button>
          </>
        )
      }
    >
      <h3 className={styles.heading}>{m.current}</h3>
      <p className={styles.name}>{state?.current?.name}</p>
      <h3 className={styles.heading}>{m.recents}</h3>
      {state?.recents.length === 0 && <p className={styles.detail}>{m.noRecents}</p>}
      <ul className={styles.list}>
        {state?.recents.map(({ ticket, name, isThere }) => (
          <li key={ticket} className={styles.row}>
            <span className={styles.name}>{name}</span>
            {!isThere && <span className={styles.detail}>{m.gone}</span>}
            <Button size="small" label={m.openOne(name)} isDisabled={!isThere} onPress={() => void openRecent(ticket)}>
              {m.openOne('').trim()}
            </Button>
          </li>
        ))}
      </ul>
      {!isDesktop && (
        <p className={styles.detail}>
          {m.webHint} <code>npm start -- --library DIR</code>
        </p>
      )}
    </Modal>
  );
}

function BackupsDialog({ onClose }: { onClose: () => void }) {
  const m = useMessages(messages);
  const { data: backups } = useRead('library', 'backups', {});
  return (
    <Modal title={m.backupsTitle} isOpen onClose={onClose}>
      <p className={styles.detail}>{m.backupsText}</p>
      {backups?.length === 0 ? <p>{m.noBackups}</p> : <BackupList backups={backups ?? []} />}
    </Modal>
  );
}
