// Searching everything: the field, what was found in groups, and what it can be narrowed down to.
import { Bookmark, Languages, SearchX } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useRead } from '../data/read.ts';
import { write } from '../data/write.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useMessages } from '../ui/i18n.tsx';
import { replaceRoute, type Route } from '../ui/navigation.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { ToggleButton } from '../ui/ToggleButton.tsx';
import { FacetPane } from './FacetPane.tsx';
import { focusFirst, HitList } from './HitList.tsx';
import { messages } from './messages.ts';
import { useNames } from './names.ts';
import { StateLine } from './StateLine.tsx';
import styles from './search.module.css';

/** What is typed is looked for when the typing pauses. */
const PAUSE_MS = 150;
const GROUPS = 20;

export type SearchViewProps = { route: Extract<Route, { view: 'search' }> };

/** The query is the route's: Back leads to the search one had. */
export function SearchView({ route }: SearchViewProps) {
  const m = useMessages(messages);
  const [typed, setTyped] = useState(route.query);
  const [across, setAcross] = useState(true);
  const [limit, setLimit] = useState(GROUPS);
  const field = useRef<HTMLInputElement>(null);
  const results = useRef<HTMLDivElement>(null);
  const { query } = route;

  // Arriving again (Mod+Shift+F) takes the typing up where it was.
  const [arrived, setArrived] = useState(route);
  if (arrived !== route) {
    setArrived(route);
    if (arrived.query !== query) {
      setTyped(query);
      setLimit(GROUPS);
    }
  }
  useEffect(() => {
    if (!results.current?.contains(document.activeElement)) field.current?.focus();
  }, [route]);
  useEffect(() => {
    if (typed === query) return undefined;
    const timer = setTimeout(() => replaceRoute({ view: 'search', query: typed }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, query]);

  /** Taken at once, whatever is still being typed. */
  const choose = (next: string): void => {
    setTyped(next);
    replaceRoute({ view: 'search', query: next });
  };

  const isAsked = query.trim() !== '';
  const { data, error, isFetching, refetch } = useRead(
    'search',
    'query',
    { query, across, grouped: true, limit, isTyping: true },
    { enabled: isAsked, keep: true },
  );
  const result = isAsked ? data : undefined;
  const toField = useCallback(() => field.current?.focus(), []);
  useEffect(() => {
    const input = field.current;
    const onKey = (press: KeyboardEvent): void => {
      if (press.isComposing || (press.key !== 'ArrowDown' && press.key !== 'Enter')) return;
      if (focusFirst(results.current)) press.preventDefault();
    };
    input?.addEventListener('keydown', onKey);
    return () => input?.removeEventListener('keydown', onKey);
  }, []);
  return (
    <div className={styles.view}>
      <div className={styles.bar}>
        <div className={styles.field}>
          <SearchField label={m.field} value={typed} onChange={setTyped} inputRef={field} autoFocus />
        </div>
        <ToggleButton
          label={m.across}
          showLabel
          icon={<Languages aria-hidden />}
          isSelected={across}
          onChange={setAcross}
        />
        <IconButton
          label={m.save}
          icon={<Bookmark aria-hidden />}
          isDisabled={!isAsked}
          onPress={() => void write('search', 'save', { name: query.trim().slice(0, 200), query: query.trim() })}
        />
        <StateLine />
      </div>
      <div className={styles.columns}>
        <FacetPane query={query} facets={result?.facets} onQuery={choose} />
        <div className={styles.results} ref={results} aria-busy={isFetching}>
          {!isAsked && <Examples onPick={choose} />}
          {isAsked && error && (
            <EmptyState title={m.failed} actions={<Button onPress={() => void refetch()}>{m.tryAgain}</Button>}>
              {error.message}
            </EmptyState>
          )}
          {isAsked && !error && !result && <Spinner />}
          {result && !error && (
            <>
              <p className={styles.summary} role="status">
                {result.total > 0 && m.hits(result.total, result.allGroups)}
                {result.total > 0 && result.corrected !== null && <> · {m.corrected(result.corrected)}</>}
              </p>
              {result.total === 0 && (
                <EmptyState icon={<SearchX aria-hidden />} title={m.noneTitle}>
                  {m.noneText}
                </EmptyState>
              )}
              <HitList query={query} across={across} result={result} onLeaveTop={toField} />
              {result.allGroups > result.groups.length && (
                <Button variant="quiet" onPress={() => setLimit(Math.min(limit + GROUPS, 500))}>
                  {m.more}
                </Button>
              )}
            </>
          )}
        </div>
      </div>
    </div>
  );
}

function Examples({ onPick }: { onPick: (query: string) => void }) {
  const m = useMessages(messages);
  const { examples } = useNames();
  return (
    <EmptyState title={m.startTitle}>
      <p>{m.startText}</p>
      <dl className={styles.examples}>
        {examples.map(([example, meaning]) => (
          <div key={example} className={styles.example}>
            <dt>
              <button type="button" className={styles.exampleText} onClick={() => onPick(example)}>
                {example}
              </button>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.keys}>{m.keys}</p>
    </EmptyState>
  );
}
