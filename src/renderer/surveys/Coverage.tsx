// What a survey still lacks, beside its text: by kind, each line one press from its cure.
import { CircleCheck } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import type { LintLine, LintRule } from '#shared/surveys.ts';
import { useRead } from '../data/read.ts';
import { Button as TextButton } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useLibraryLanguages, useMessages } from '../ui/i18n.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { care } from './care-messages.ts';
import { cureOf } from './cures.ts';
import styles from './Coverage.module.css';

export type CoverageProps = {
  surveyId: string;
  /** Scrolls the text to a line (1-based), or to the block that stands there. */
  onShow: (line: LintLine) => void;
  /** Opens the Markdown at a line (1-based). */
  onEdit: (line: number) => void;
};

/** What weighs most comes first. */
const ORDER: readonly LintRule[] = [
  'evidence-quote-changed',
  'evidence-file-missing',
  'finding-without-evidence',
  'number-without-reference',
  'reference-dead',
  'reference-duplicate',
  'discussed-not-cited',
  'cited-not-discussed',
  'paper-without-pdf',
  'paper-unread',
  'finding-not-in-text',
  'side-stale',
  'side-missing',
  'reference-never-numbered',
];

/** The gaps of a survey. */
export function Coverage({ surveyId, onShow, onEdit }: CoverageProps) {
  const m = useMessages(care);
  const { data: lines } = useRead('surveys', 'lint', { id: surveyId });
  const groups = [...Map.groupBy(lines ?? [], ({ rule }) => rule)].toSorted(
    ([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b),
  );
  return (
    <section className={styles.pane} aria-label={m.coverage}>
      {!lines ? (
        <p className={styles.waiting}>
          <Spinner />
        </p>
      ) : lines.length === 0 ? (
        <EmptyState icon={<CircleCheck aria-hidden />} title={m.complete}>
          {m.completeHint}
        </EmptyState>
      ) : (
        groups.map(([rule, own]) => (
          <details key={rule} open className={styles.group}>
            <summary className={styles.rule}>
              {m[rule]}
              <span className={styles.count}>{own.length}</span>
            </summary>
            <ul>
              {own.map((line, i) => (
                // A rule may find one place twice.
                // oxlint-disable-next-line react/no-array-index-key
                <Line key={`${line.line} ${i}`} line={line} surveyId={surveyId} onShow={onShow} onEdit={onEdit} />
              ))}
            </ul>
          </details>
        ))
      )}
    </section>
  );
}

function Line({ line, surveyId, onShow, onEdit }: { line: LintLine } & CoverageProps) {
  const m = useMessages(care);
  const cure = cureOf(line, surveyId, { onShow, onEdit });
  return (
    <li className={styles.line}>
      <Button className={styles.number ?? ''} aria-label={m.showInText(line.line)} onPress={() => onShow(line)}>
        {m.line(line.line)}
      </Button>
      <Button className={styles.what ?? ''} aria-label={`${m[cure.label]}: ${subjectOf(line)}`} onPress={cure.run}>
        <span className={styles.subject}>{subjectOf(line)}</span>
        <Detail line={line} />
      </Button>
      <TextButton size="small" variant="quiet" className={styles.cure ?? ''} onPress={cure.run}>
        {m[cure.label]}
      </TextButton>
    </li>
  );
}

const SUBJECTS: readonly string[] = ['title', 'text', 'quote'];
const subjectOf = ({ params, message }: LintLine): string => {
  const key = SUBJECTS.find((each) => params[each] !== undefined);
  return key === undefined ? message : String(params[key]);
};

const DETAILED: ReadonlySet<LintRule> = new Set([
  'side-missing',
  'side-stale',
  'reference-duplicate',
  'number-without-reference',
]);

/** What more there is to say than the subject. */
function Detail({ line: { rule, params } }: { line: LintLine }) {
  const m = useMessages(care);
  const { primary, secondary } = useLibraryLanguages();
  if (!DETAILED.has(rule)) return null;
  const names = { primary: primary.name, secondary: secondary.name };
  const text =
    rule === 'side-missing'
      ? m.missingSide(String(params['side']), names)
      : rule === 'side-stale'
        ? m.staleSide(String(params['side']), names)
        : rule === 'reference-duplicate'
          ? m.duplicateOf(Number(params['other']))
          : m.numberOf(String(params['number']), Number(params['count']));
  return <span className={styles.detail}>{text}</span>;
}
