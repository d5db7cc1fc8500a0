// Before a survey is taken in: what Glossa understood of it, and what not.
import { useEffect, useState } from 'react';
import type { Correction, SurveyImport } from '#shared/surveys.ts';
import { client } from '../data/client.ts';
import { problemText } from '../data/problem-messages.ts';
import { write } from '../data/write.ts';
import type { PickedFile } from '../host/index.ts';
import { Button } from '../ui/Button.tsx';
import { useMessages } from '../ui/i18n.tsx';
import { Modal } from '../ui/Modal.tsx';
import { go } from '../ui/navigation.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { toast } from '../ui/toast-queue.ts';
import { importing } from './import-messages.ts';
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
  const w = useMessages(importing);
  const [corrections, setCorrections] = useState<readonly Correction[]>([]);
  const [as, setAs] = useState<'auto' | 'new'>('auto');
  /** What it revises, as first seen: choosing to import it anew must not take the choice away. */
  const [revised, setRevised] = useState<SurveyImport['revisionOf']>(null);
  const { preview, error } = usePreview(file.source, corrections, as);
  const [isBusy, setBusy] = useState(false);
  const revision = preview?.revisionOf ?? null;
  if (revision && revision !== revised) setRevised(revision);
  const correct = (correction: Correction) =>
    setCorrections([
      ...corrections.filter((each) => !(each.do === correction.do && each.line === correction.line)),
      correction,
    ]);

  const take = async () => {
    setBusy(true);
    try {
      const taken = await write('surveys', 'import', { source: file.source, corrections: [...corrections], as });
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
          <span className={styles.left}>{left > 0 && m.another(left)}</span>
          {corrections.length > 0 && (
            <Button variant="quiet" onPress={() => setCorrections([])}>
              {`${w.undoCorrections} (${corrections.length})`}
            </Button>
          )}
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
          <p>{reasonOf(error, w)}</p>
        </div>
      ) : preview ? (
        <>
          {revised && (
            <div className={styles.revision}>
              <p>
                <strong>{w.revision(revised.title)}</strong> ({w.revisionBy(revised.by)})
              </p>
              {revision && <p>{w.revisionCounts(revision)}</p>}
              <SegmentedControl
                label={w.howToImport}
                value={as}
                onChange={setAs}
                items={[
                  { id: 'auto', label: w.asRevision },
                  { id: 'new', label: w.asNew },
                ]}
              />
            </div>
          )}
          <ImportPreview preview={preview} fileName={file.name} onCorrect={correct} />
        </>
      ) : (
        <p className={styles.waiting}>
          <Spinner /> {m.reading}
        </p>
      )}
    </Modal>
  );
}

/** Why a file is no survey, in the interface's language; the core's own words where it has no reason of its own. */
function reasonOf(error: unknown, w: Reasons): string {
  const { data, details } = error as { data?: unknown; details?: unknown };
  const said = (details ?? data ?? {}) as { reason?: unknown; name?: unknown };
  const key = typeof said.reason === 'string' ? said.reason : '';
  return isReason(key) ? w[key]({ name: typeof said.name === 'string' ? said.name : '' }) : problemText(error);
}

type Reasons = Record<(typeof REASONS)[number], (params: { name: string }) => string>;

const REASONS = ['survey-folder', 'survey-size', 'survey-unreadable', 'survey-pdf', 'survey-binary'] as const;
const isReason = (key: string): key is (typeof REASONS)[number] => REASONS.some((each) => each === key);

/** What the import would give, as corrected so far. The former answer shows until the next is there. */
function usePreview(
  source: string,
  corrections: readonly Correction[],
  as: 'auto' | 'new',
): { preview: SurveyImport | null; error: unknown } {
  const [answer, setAnswer] = useState<{ preview: SurveyImport | null; error: unknown }>({
    preview: null,
    error: null,
  });
  useEffect(() => {
    const stop = new AbortController();
    client.surveys.preview({ source, corrections: [...corrections], as }, { signal: stop.signal }).then(
      (preview) => setAnswer({ preview, error: null }),
      (error: unknown) => {
        if (!stop.signal.aborted) setAnswer({ preview: null, error });
      },
    );
    return () => stop.abort();
  }, [source, corrections, as]);
  return answer;
}
