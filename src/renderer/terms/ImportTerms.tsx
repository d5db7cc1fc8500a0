// What a file of terms holds, before it is taken in: how many are new, and the lines that cannot be taken.
import { useRead } from '../data/read.ts';
import { write } from '../data/write.ts';
import type { PickedFile } from '../host/index.ts';
import { Button } from '../ui/Button.tsx';
import { useMessages } from '../ui/i18n.tsx';
import { Modal } from '../ui/Modal.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { toast } from '../ui/toast-queue.ts';
import { messages } from './messages.ts';
import styles from './Terms.module.css';

/** A dialog, open as long as it is mounted. */
export function ImportTerms({ file, onClose }: { file: PickedFile; onClose: () => void }) {
  const text = useMessages(messages);
  const { source } = file;
  const { data, error } = useRead('terms', 'preview', { source });
  const take = () =>
    write('terms', 'import', { source }).then(
      ({ added, changed }) => {
        toast({ text: text.imported(added, changed) });
        onClose();
      },
      () => undefined,
    );
  const hasAny = data !== undefined && data.added + data.changed > 0;
  return (
    <Modal
      title={text.importTitle}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button variant="quiet" onPress={onClose}>
            {text.cancel}
          </Button>
          <Button variant="accent" isDisabled={!hasAny} onPress={() => void take()}>
            {text.import}
          </Button>
        </>
      }
    >
      {error && <p role="alert">{error.message}</p>}
      {!data && !error && <Spinner label={text.loading} />}
      {data && (
        <>
          <p>{text.importFound(data.added, data.changed, data.unchanged)}</p>
          {data.problems.length > 0 && (
            <>
              <p>{text.importProblems(data.problems.length)}</p>
              <ul className={styles.problems}>
                {data.problems.map(({ line, message }) => (
                  <li key={`${line} ${message}`}>
                    {text.line(line)}: {message}
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </Modal>
  );
}
