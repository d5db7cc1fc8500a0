// A survey and its file on disk set side by side: each place that differs, and what to keep of it.
import { useState } from 'react';
import type { MergeChunk, Survey } from '#shared/surveys.ts';
import { useRead } from '../data/read.ts';
import { write } from '../data/write.ts';
import { Button } from '../ui/Button.tsx';
import { useMessages } from '../ui/i18n.tsx';
import { Modal } from '../ui/Modal.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { toast } from '../ui/toast-queue.ts';
import { care } from './care-messages.ts';
import { type Choice, defaultChoice, together, undecided } from './three-way.ts';
import styles from './FileDialog.module.css';

/** The dialog; it looks at the file again each time it is opened. */
export function FileDialog({ survey, onClose }: { survey: Survey; onClose: () => void }) {
  const m = useMessages(care);
  const { data: file, refetch } = useRead('surveys', 'file', { id: survey.id });
  const [choices, setChoices] = useState<ReadonlyMap<number, Choice>>(new Map());
  const [isBusy, setBusy] = useState(false);
  const chunks = file?.chunks ?? [];
  const choiceAt = (index: number): Choice | null => choices.get(index) ?? defaultChoice(chunks[index]!);
  const open = undecided(chunks, choiceAt);

  const run = async (work: () => Promise<unknown>, said: string) => {
    setBusy(true);
    try {
      await work();
      toast({ text: said });
      setChoices(new Map());
    } catch {
      // Said in a toast; the file is looked at again.
    } finally {
      setBusy(false);
      void refetch();
    }
  };
  const { id, revision } = survey;
  const pull = () =>
    run(
      () => write('surveys', 'pull', { id, revision, seen: file?.seen ?? '', text: together(chunks, choiceAt) }),
      m.pulled,
    );
  const push = () => run(() => write('surveys', 'push', { id, revision, seen: file?.seen ?? '' }), m.pushed);
  const unlink = async () => {
    try {
      await write('surveys', 'unlink', { id });
      void refetch();
      onClose();
    } catch {
      // Said in a toast.
    }
  };
  const words =
    file && { same: m.fileSame, here: m.fileHere, there: m.fileThere, both: m.fileBoth, gone: m.fileGone }[file.state];
  const isAhead = file?.state === 'there' || file?.state === 'both';
  return (
    <Modal
      title={m.fileTitle}
      isOpen
      onClose={onClose}
      size="large"
      footer={
        <>
          <Button variant="quiet" onPress={() => void unlink()}>
            {m.unlink}
          </Button>
          <span className={styles.gap} role="status">
            {isAhead && open > 0 ? m.undecided(open) : ''}
          </span>
          <Button onPress={onClose}>{m.close}</Button>
          {isAhead && (
            <Button variant="accent" isDisabled={open > 0} isPending={isBusy} onPress={() => void pull()}>
              {m.pull}
            </Button>
          )}
          {file?.state === 'here' && (
            <Button variant="accent" isPending={isBusy} onPress={() => void push()}>
              {m.push}
            </Button>
          )}
        </>
      }
    >
      {file ? (
        <>
          <p className={styles.path}>{file.path}</p>
          <p className={styles.words}>{words}</p>
          <ol className={styles.places}>
            {chunks.map((chunk, index) =>
              chunk.kind === 'same' ? null : (
                // Chunks have no names; their order is theirs.
                // oxlint-disable-next-line react/no-array-index-key
                <li key={index}>
                  <Place
                    chunk={chunk}
                    choice={choiceAt(index)}
                    onChoose={isAhead ? (choice) => setChoices(new Map([...choices, [index, choice]])) : null}
                  />
                </li>
              ),
            )}
          </ol>
        </>
      ) : (
        <p className={styles.words}>
          <Spinner />
        </p>
      )}
    </Modal>
  );
}

type PlaceProps = { chunk: MergeChunk; choice: Choice | null; onChoose: ((choice: Choice) => void) | null };

function Place({ chunk, choice, onChoose }: PlaceProps) {
  const m = useMessages(care);
  const side = (label: string, text: string, isKept: boolean) => (
    <div className={styles.side} data-kept={isKept || undefined}>
      <p className={styles.label}>{label}</p>
      <pre>{text.replace(/(?:\r\n|\n|\r)$/, '') || m.nothing}</pre>
    </div>
  );
  return (
    <section className={styles.place} data-kind={chunk.kind}>
      {chunk.kind === 'conflict' && <p className={styles.conflict}>{m.conflict}</p>}
      <div className={styles.sides}>
        {chunk.kind === 'conflict' && side(m.base, chunk.base, false)}
        {side(m.mine, chunk.mine, choice === 'mine' || choice === 'both')}
        {side(m.theirs, chunk.theirs, choice === 'theirs' || choice === 'both')}
      </div>
      {onChoose && chunk.kind !== 'both' && (
        <SegmentedControl
          label={m.choose}
          value={choice ?? 'none'}
          onChange={(id) => id !== 'none' && onChoose(id)}
          items={[
            { id: 'mine', label: m.mine },
            { id: 'theirs', label: m.theirs },
            ...(chunk.kind === 'conflict' ? [{ id: 'both' as const, label: m.bothSides }] : []),
          ]}
        />
      )}
    </section>
  );
}
