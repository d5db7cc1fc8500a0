// In place of the app, when its library does not open: what is wrong, and every way on. None of them deletes anything.
import { useQuery } from '@tanstack/react-query';
import { LifeBuoy } from 'lucide-react';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useMessages } from '../ui/i18n.tsx';
import { BackupList } from './BackupList.tsx';
import { openReadOnly, openRecent, pickLibrary, readLibraries } from './changing.ts';
import { host } from '../host/index.ts';
import styles from './Libraries.module.css';
import { messages } from './messages.ts';

/** The choice: a backup, reading what there is, another library. */
export function Recovery() {
  const m = useMessages(messages);
  const { data: state } = useQuery({ queryKey: ['libraries'], queryFn: readLibraries, staleTime: 0 });
  const problem = state?.problem;
  if (!problem) return null;
  return (
    <main className={styles.recovery}>
      <EmptyState
        icon={<LifeBuoy aria-hidden />}
        title={problem.code === 'newer' ? m.newerTitle(problem.name) : m.damagedTitle(problem.name)}
        actions={
          <>
            {problem.code === 'damaged' && <Button onPress={() => void openReadOnly()}>{m.lookOnly}</Button>}
            {host.kind === 'desktop' && <Button onPress={() => void pickLibrary('open')}>{m.open}</Button>}
            {state.recents
              .filter(({ isThere, name }) => isThere && name !== problem.name)
              .slice(0, 3)
              .map(({ ticket, name }) => (
                <Button key={ticket} variant="quiet" onPress={() => void openRecent(ticket)}>
                  {m.openOne(name)}
                </Button>
              ))}
          </>
        }
      >
        <p role="alert">{problem.message}</p>
        <p>{m.recoveryText}</p>
      </EmptyState>
      <section className={styles.backups} aria-label={m.backupsTitle}>
        {problem.backups.length === 0 ? <p>{m.noBackupsHere}</p> : <BackupList backups={problem.backups} />}
      </section>
    </main>
  );
}
