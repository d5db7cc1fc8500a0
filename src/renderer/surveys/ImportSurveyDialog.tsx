// Before a survey is taken in: what Glossa understood of it, and what not.
import { useEffect, useState } from 'react';
import type { SurveyImport } from '#shared/surveys.ts';
import { client } from '../data/client.ts';
import { problemText } from '../data/problem-messages.ts';
import { write } from '../data/write.ts';
import type { PickedFile } from '../host/index.ts';
import { Button } from '../ui/Button.tsx';
import { useMessages } from '../ui/i18n.tsx';
import { Modal } from '../ui/Modal.tsx';
import { go } from '../ui/navigation.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { toast } from '../ui/toast-queue.ts';
import { nextSurvey, useWaiting } from './importing.ts';
import { ImportPreview } from './ImportPreview.tsx';
import { messages } from './messages.ts';
import styles from './ImportSurveyDialog.module.css';

/** The dialog for the survey that waits first; mounted once, by the shell. */
export function ImportSurveyDialog() {
  const [file, ...others] = useWaiting();
  return file ? <ForFile key={file.source} file={file} left={others.length} /> : null;
}

function ForFile({ file, left }: { file: PickedFile; left: number }) {
  const m = useMessages(messages);
  const { preview, error } = usePreview(file.source);
  const [isBusy, setBusy] = useState(false);

  const take = async () => {
    setBusy(true);
    try {
      const taken = await write('surveys', 'import', { source: file.source });
      toast({ text: m.imported(taken.title, taken.papers.length, taken.findings.length) });
      nextSurvey();
      if (left === 0) go({ view: 'survey', surveyId: taken.surveyId });
    } catch {
      // Said in a toast; the dialog stays.
      setBusy(false);
    }
  };

  return (
    <Modal
      title={m.importTitle}
      isOpen
      onClose={nextSurvey}
      size="large"
      footer={
        <>
          {left > 0 && <span className={styles.left}>{m.another(left)}</span>}
          <Button onPress={nextSurvey}>{m.cancel}</Button>
          <Button variant="accent" isDisabled={!preview} isPending={isBusy} onPress={() => void take()}>
            {m.goAhead}
          </Button>
        </>
      }
    >
      {error ? (
        <div role="alert">
          <p className={styles.title}>{m.cannotRead}</p>
          <p>{problemText(error)}</p>
        </div>
      ) : preview ? (
        <ImportPreview preview={preview} fileName={file.name} />
      ) : (
        <p className={styles.waiting}>
          <Spinner /> {m.reading}
        </p>
      )}
    </Modal>
  );
}

/** What the import would give, asked once: the ticket is used up by the import, so the answer must not be asked for again. */
function usePreview(source: string): { preview: SurveyImport | null; error: unknown } {
  const [answer, setAnswer] = useState<{ preview: SurveyImport | null; error: unknown }>({
    preview: null,
    error: null,
  });
  useEffect(() => {
    const stop = new AbortController();
    client.surveys.preview({ source }, { signal: stop.signal }).then(
      (preview) => setAnswer({ preview, error: null }),
      (error: unknown) => {
        if (!stop.signal.aborted) setAnswer({ preview: null, error });
      },
    );
    return () => stop.abort();
  }, [source]);
  return answer;
}
