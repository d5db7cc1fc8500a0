// Shows in the top bar that long work is going on; opens to its progress and the way to stop it.
import { X } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import type { Job } from '#shared/jobs.ts';
import { useRead } from '../data/read.ts';
import { useWrite } from '../data/write.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { useMessages } from '../ui/i18n.tsx';
import { Popover } from '../ui/Popover.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { messages } from './messages.ts';
import styles from './JobsButton.module.css';

/** Nothing while nothing runs. */
export function JobsButton() {
  const m = useMessages(messages);
  const running = useRead('jobs', 'list', {}).data?.filter((job) => job.state === 'running') ?? [];
  const [first] = running;
  return (
    <div role="status">
      {first && (
        <Popover
          label={m.jobs}
          placement="bottom end"
          trigger={
            <AriaButton className={styles.button ?? ''} aria-label={m.running(running.length)}>
              <ProgressBar
                label={m.kind(first.call)}
                value={first.done}
                max={first.total}
                valueText={m.progress(first.done, first.total)}
              />
            </AriaButton>
          }
        >
          <ul className={styles.list}>
            {running.map((job) => (
              <Running key={job.id} job={job} />
            ))}
          </ul>
        </Popover>
      )}
    </div>
  );
}

function Running({ job }: { job: Job }) {
  const m = useMessages(messages);
  const cancel = useWrite('jobs', 'cancel');
  return (
    <li className={styles.job}>
      <div className={styles.what}>
        <ProgressBar
          label={m.kind(job.call)}
          value={job.done}
          max={job.total}
          valueText={m.progress(job.done, job.total)}
        />
        <p className={styles.message}>{job.message}</p>
      </div>
      <IconButton
        size="small"
        label={m.cancel}
        icon={<X aria-hidden />}
        onPress={() => void cancel({ id: job.id }).catch(() => undefined)}
      />
    </li>
  );
}
