// Fetching PDFs for offline reading: what could be fetched, the queue, and why something was not. Goes to the network
// only when its button is pressed.
import { Download, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { FetchItem } from '#shared/fetch.ts';
import { runJob } from '../data/job.ts';
import { problemText } from '../data/problem-messages.ts';
import { problemCode } from '../data/problems.ts';
import { useRead } from '../data/read.ts';
import { write } from '../data/write.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useMessages } from '../ui/i18n.tsx';
import { Modal } from '../ui/Modal.tsx';
import { toast } from '../ui/toast-queue.ts';
import { fetchMessages } from './fetch-messages.ts';
import styles from './Duplicates.module.css';

const said = () => undefined;

/** The dialog; open while mounted. A run goes on when it is closed: the bar's progress shows it and can stop it. */
export function FetchDialog({ onClose }: { onClose: () => void }) {
  const m = useMessages(fetchMessages);
  const [isRunning, setRunning] = useState(false);
  const candidates = useRead('fetch', 'candidates', {}).data ?? [];
  const queue = useRead('fetch', 'list', {}).data ?? [];
  const waiting = queue.filter((item) => item.state === 'queued' || item.state === 'running');
  const hosts = [...new Set(waiting.map((item) => new URL(item.url).host))];
  const addAll = () =>
    void write('fetch', 'add', { paperIds: candidates.slice(0, 1000).map((one) => one.paperId) }).catch(said);
  const run = () => {
    setRunning(true);
    runJob('fetch', 'run', {})
      .then(({ fetched, failed }) => toast({ text: m.ended(fetched, failed) }))
      .catch((thrown: unknown) => {
        if (problemCode(thrown) !== 'cancelled') toast({ text: problemText(thrown), tone: 'problem' });
      })
      .finally(() => setRunning(false));
  };
  return (
    <Modal
      title={m.title}
      size="large"
      isOpen
      onClose={onClose}
      footer={
        <>
          {candidates.length > 0 && <Button onPress={addAll}>{m.addAll(candidates.length)}</Button>}
          <Button
            variant="accent"
            icon={<Download aria-hidden />}
            isDisabled={waiting.length === 0}
            isPending={isRunning}
            onPress={run}
          >
            {m.run(waiting.length)}
          </Button>
        </>
      }
    >
      {queue.length === 0 ? (
        <EmptyState size="small" title={candidates.length > 0 ? m.some(candidates.length) : m.nothing}>
          {m.explain}
        </EmptyState>
      ) : (
        <>
          {hosts.length > 0 && <p className={styles.why}>{m.hosts(hosts.join(', '))}</p>}
          <ul className={styles.pairs}>
            {queue.map((item) => (
              <Row key={item.id} item={item} />
            ))}
          </ul>
        </>
      )}
    </Modal>
  );
}

function Row({ item }: { item: FetchItem }) {
  const m = useMessages(fetchMessages);
  const state =
    item.state === 'failed' && item.reason
      ? m.reason(item.reason)
      : item.state === 'running' && item.bytes > 0
        ? m.progress(item.bytes, item.total)
        : m.state(item.state);
  return (
    <li className={styles.item}>
      <div className={styles.one}>
        <strong>{item.title}</strong>
        <span>
          {state} · {new URL(item.url).host}
        </span>
      </div>
      {item.state === 'failed' && (
        <Button
          size="small"
          label={`${m.again}: ${item.title}`}
          onPress={() => void write('fetch', 'add', { paperIds: [item.paperId] }).catch(said)}
        >
          {m.again}
        </Button>
      )}
      {item.state !== 'running' && (
        <IconButton
          size="small"
          label={`${m.takeOut}: ${item.title}`}
          icon={<Trash2 aria-hidden />}
          onPress={() => void write('fetch', 'remove', { ids: [item.id] }).catch(said)}
        />
      )}
    </li>
  );
}
