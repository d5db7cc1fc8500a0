// All findings of a survey, or of the library, by paper: narrowed by words, tags and confidence, and to what is weak.
import { Lightbulb } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { Group } from 'react-aria-components/Group';
import { useRead } from '../data/read.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useMessages } from '../ui/i18n.tsx';
import { go } from '../ui/navigation.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { Select } from '../ui/Select.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { ToggleButton } from '../ui/ToggleButton.tsx';
import { ATTENTION, type Attention, countAttention, needs, type Weak, withWords } from './attention.ts';
import { LooseResults } from './LooseResults.tsx';
import { messages } from './messages.ts';
import { byPaper, firstOf, numbersOf } from './order.ts';
import styles from './SurveyFindings.module.css';
import { SurveyGroup } from './SurveyGroup.tsx';

/** Findings shown at first; more on request. */
const PAGE = 150;
const LEVELS = ['high', 'medium', 'low'] as const;
const NO_WEAK = { contradicted: [], onePaper: [], loose: [], withoutEvidence: [] };

/** The findings, to read, write, narrow and go to. Without `surveyId` those of the whole library. */
export function SurveyFindings({ surveyId }: { surveyId?: string }) {
  const text = useMessages(messages);
  const of = surveyId ? { surveyId } : {};
  const { data, error } = useRead('findings', 'list', of);
  const papers = useRead('papers', 'list', of).data;
  const gaps = useRead('findings', 'gaps', of).data ?? NO_WEAK;
  const offers = useRead('findings', 'offers', {}).data;
  const renderings = useRead('terms', 'issues', of).data?.length ?? 0;
  const tags = useRead('tags', 'list', {}).data?.filter(({ findings }) => findings > 0) ?? [];
  const taggings = useRead('tags', 'taggings', { kind: 'finding' }).data;
  const [kind, setKind] = useState<Attention | null>(null);
  const [query, setQuery] = useState('');
  const [tagId, setTag] = useState('all');
  const [level, setLevel] = useState('all');
  const [limit, setLimit] = useState(PAGE);
  const words = useDeferredValue(query);
  const numbers = useMemo(() => numbersOf(byPaper(data ?? [], [])), [data]);
  const weak: Weak = useMemo(
    () => ({ ...gaps, offered: new Map(offers?.map(({ findingId, suggestions }) => [findingId, suggestions.length])) }),
    [gaps, offers],
  );
  const counts = useMemo(() => countAttention(data ?? [], weak), [data, weak]);

  if (error) return <EmptyState size="small" title={text.failed} />;
  if (!data || !papers) return <Spinner label={text.loading} />;
  if (data.length === 0) {
    return (
      <EmptyState
        size="small"
        icon={<Lightbulb aria-hidden />}
        title={surveyId ? text.surveyEmptyTitle : text.libraryEmptyTitle}
      >
        {text.surveyEmptyText}
      </EmptyState>
    );
  }
  const left = withWords(data, words).filter(
    (finding) =>
      (kind === null || needs(finding, kind, weak)) &&
      (tagId === 'all' || taggings?.[finding.id]?.includes(tagId)) &&
      (level === 'all' || (finding.confidence ?? 'none') === level),
  );
  const groups = byPaper(
    left,
    papers.map((paper) => paper.id),
  );
  const evidence = data.reduce((sum, finding) => sum + finding.evidence.length, 0);
  const shown = ATTENTION.filter((one) => counts[one] > 0 || one === kind);
  return (
    <section className={styles.pane} aria-label={text.title}>
      <div className={styles.bar}>
        <SearchField label={text.search} value={query} onChange={setQuery} className={styles.search ?? ''} />
        {tags.length > 0 && (
          <Select
            label={text.tag}
            hideLabel
            variant="quiet"
            value={tagId}
            onChange={setTag}
            items={[{ id: 'all', label: text.anyTag }, ...tags.map(({ id, name }) => ({ id, label: name }))]}
          />
        )}
        <Select
          label={text.confidence}
          hideLabel
          variant="quiet"
          value={level}
          onChange={setLevel}
          items={[
            { id: 'all', label: text.anyConfidence },
            ...LEVELS.map((one) => ({ id: one, label: text.sure(one) })),
            { id: 'none', label: text.noConfidence },
          ]}
        />
        <p className={styles.sum} aria-live="polite">
          {left.length === data.length ? text.sum(data.length, evidence) : text.shown(left.length, data.length)}
        </p>
        {(shown.length > 0 || renderings > 0) && (
          <Group className={styles.gaps ?? ''} aria-label={text.gaps}>
            {shown.map((one) => (
              <ToggleButton
                key={one}
                size="small"
                showLabel
                label={`${text.attention(one)} ${counts[one]}`}
                isSelected={kind === one}
                onChange={(isOn) => setKind(isOn ? one : null)}
              />
            ))}
            {renderings > 0 && (
              <Button
                size="small"
                variant="quiet"
                onPress={() => go({ view: 'terms', ...(surveyId ? { surveyId } : {}), inconsistent: true })}
              >
                {text.renderings(renderings)}
              </Button>
            )}
          </Group>
        )}
      </div>
      {kind === 'loose' ? (
        <LooseResults ids={gaps.loose} />
      ) : (
        <>
          {groups.length === 0 && <p className={styles.none}>{text.noneLeft}</p>}
          {firstOf(groups, limit).map((group) => (
            <SurveyGroup
              key={group.paperId ?? 'none'}
              paperId={group.paperId}
              paper={papers.find((paper) => paper.id === group.paperId)}
              findings={group.findings}
              numbers={numbers}
            />
          ))}
          {left.length > limit && (
            <p className={styles.none}>
              <Button onPress={() => setLimit(limit + PAGE)}>{text.more(left.length - limit)}</Button>
            </p>
          )}
        </>
      )}
    </section>
  );
}
