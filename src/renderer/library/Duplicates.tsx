// Pairs of papers that may be one work: why, and what to do about each.
import { useRead } from '../data/read.ts';
import { write } from '../data/write.ts';
import { offerUndo } from '../history/index.ts';
import { formatAuthors } from '../papers/index.ts';
import type { PaperItem, PaperPair } from '#shared/papers.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useMessages, useUiLanguage } from '../ui/i18n.tsx';
import { Modal } from '../ui/Modal.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { duplicateMessages } from './duplicate-messages.ts';
import styles from './Duplicates.module.css';

const said = () => undefined;
/** What there is of a paper: the fuller one is kept when two become one. */
const weight = (paper: PaperItem): number =>
  (paper.doi ? 4 : 0) +
  paper.files.length * 2 +
  paper.surveyIds.length * 2 +
  paper.findings +
  paper.annotations +
  paper.passages;

/** The dialog; open while mounted. */
export function Duplicates({ onClose }: { onClose: () => void }) {
  const m = useMessages(duplicateMessages);
  const pairs = useRead('papers', 'duplicates', {}).data;
  return (
    <Modal title={m.title} size="large" isOpen onClose={onClose}>
      {!pairs ? (
        <Spinner />
      ) : pairs.length === 0 ? (
        <EmptyState size="small" title={m.none}>
          {m.noneText}
        </EmptyState>
      ) : (
        <ul className={styles.pairs} aria-label={m.title}>
          {pairs.map((pair) => (
            <Pair key={`${pair.a.id} ${pair.b.id}`} pair={pair} />
          ))}
        </ul>
      )}
    </Modal>
  );
}

function Pair({ pair }: { pair: PaperPair }) {
  const m = useMessages(duplicateMessages);
  const [kept, other] = weight(pair.a) >= weight(pair.b) ? [pair.a, pair.b] : [pair.b, pair.a];
  const merge = () =>
    void write('papers', 'merge', { id: kept.id, otherId: other.id }).then(
      () => offerUndo(m.merged(kept.title), 'paper.merge', () => Promise.resolve()),
      said,
    );
  const apart = () =>
    void write('papers', 'setDistinct', { ids: [pair.a.id, pair.b.id] }).then(
      () => offerUndo(m.keptApart, 'paper.distinct', () => Promise.resolve()),
      said,
    );
  // The one with an arXiv id alone is the preprint.
  const isPreprint = (paper: PaperItem) => paper.arxivId !== null && paper.doi === null;
  const [preprint, published] = isPreprint(kept) && !isPreprint(other) ? [kept, other] : [other, kept];
  const relate = () =>
    void write('papers', 'relate', { id: preprint.id, otherId: published.id, kind: 'preprint' }).catch(said);
  return (
    <li className={styles.pair}>
      <div className={styles.two}>
        <One paper={kept} />
        <One paper={other} />
      </div>
      <p className={styles.why}>
        {m.score(Math.round(pair.score * 100))} ·{' '}
        {pair.reasons.map(({ code, value }) => m.reason(code, value)).join(' · ')}
        {pair.found === 'import' && ` · ${m.atImport}`}
      </p>
      <div className={styles.actions}>
        <Button size="small" variant="accent" label={`${m.merge}: ${kept.title}`} onPress={merge}>
          {m.merge}
        </Button>
        <Button size="small" label={`${m.relate}: ${kept.title}`} onPress={relate}>
          {m.relate}
        </Button>
        <Button size="small" variant="quiet" label={`${m.apart}: ${kept.title}`} onPress={apart}>
          {m.apart}
        </Button>
      </div>
    </li>
  );
}

function One({ paper }: { paper: PaperItem }) {
  const m = useMessages(duplicateMessages);
  const language = useUiLanguage();
  const ids = [paper.doi, paper.arxivId && `arXiv ${paper.arxivId}`].filter(Boolean).join(' · ');
  return (
    <div className={styles.one}>
      <strong>{paper.title}</strong>
      <span>{[formatAuthors(paper.authors, language), paper.container, paper.year].filter(Boolean).join(' · ')}</span>
      {ids && <span>{ids}</span>}
      <span>{m.has(paper.files.length, paper.annotations, paper.findings, paper.passages)}</span>
    </div>
  );
}
