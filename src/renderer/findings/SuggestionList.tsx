// Passages that may be evidence for a finding: arrows show them in the page, Enter takes, Delete turns down.
import { ArrowUpRight, Check, Library, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import type { Stance } from '#shared/annotations.ts';
import type { Suggestion } from '#shared/findings.ts';
import { useRead } from '../data/read.ts';
import { isComposing } from '../notes/index.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useMessages } from '../ui/i18n.tsx';
import { useGo } from '../ui/navigation.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { STANCES } from './gaps.ts';
import { messages } from './messages.ts';
import { setPreview } from './preview.ts';
import styles from './SuggestionList.module.css';
import { keyOf, useSuggestions } from './use-suggestions.ts';

type Props = {
  findingId: string;
  /** The paper being read; null where none is. */
  herePaperId: string | null;
  onClose: () => void;
};

/** Open as long as it is mounted; the first passage takes the focus once there is one. */
export function SuggestionList({ findingId, herePaperId, onClose }: Props) {
  const text = useMessages(messages);
  const { list, failed, library, lookInLibrary, accept, dismiss } = useSuggestions(findingId);
  const box = useRef<HTMLElement>(null);
  const hasTaken = useRef(false);
  const count = list?.length ?? 0;

  useEffect(() => () => setPreview(null), []);
  useEffect(() => {
    if (hasTaken.current || count === 0) return;
    hasTaken.current = true;
    focusAt(box.current, 0);
  }, [count]);

  const take = (index: number, act: (suggestion: Suggestion) => Promise<void>) => {
    const suggestion = list?.[index];
    if (!suggestion) return;
    setPreview(null);
    // The focus goes to the next one, or to where one came from.
    void act(suggestion).then(() => requestAnimationFrame(() => focusAt(box.current, index) || onClose()));
  };
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (isComposing(event)) return;
    const digit = /^Digit([1-4])$/.exec(event.code)?.[1];
    const stance = digit ? STANCES[Number(digit) - 1] : undefined;
    if (event.key === 'ArrowDown') focusAt(box.current, index + 1);
    else if (event.key === 'ArrowUp') focusAt(box.current, index - 1);
    else if (event.key === 'Enter') take(index, (one) => accept(one, 'supports'));
    else if (stance) take(index, (one) => accept(one, stance));
    else if (event.key === 'Delete' || event.key === 'Backspace') take(index, dismiss);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <section ref={box} className={styles.box} aria-label={text.suggestions}>
      {!list && !failed && <Spinner label={text.looking} />}
      {failed && <p className={styles.none}>{text.lookFailed}</p>}
      {list?.length === 0 && <p className={styles.none}>{text.noSuggestions}</p>}
      {count > 0 && (
        <ol className={styles.list}>
          {list?.map((suggestion, index) => (
            <SuggestionRow
              key={keyOf(suggestion)}
              suggestion={suggestion}
              isElsewhere={suggestion.paperId !== herePaperId}
              onKeyDown={(event) => onKeyDown(event, index)}
              onAccept={(stance) => take(index, (one) => accept(one, stance))}
              onDismiss={() => take(index, dismiss)}
            />
          ))}
        </ol>
      )}
      <div className={styles.foot}>
        {count > 0 && <span className={styles.keys}>{text.suggestionKeys}</span>}
        <span className={styles.tools}>
          {library?.isLooking ? (
            <output className={styles.keys}>{text.lookingInLibrary(library.done, library.total)}</output>
          ) : (
            <Button size="small" variant="quiet" icon={<Library aria-hidden />} onPress={lookInLibrary}>
              {library ? text.lookAgain : text.lookInLibrary}
            </Button>
          )}
          <Button size="small" variant="quiet" onPress={onClose}>
            {text.closeSuggestions}
          </Button>
        </span>
      </div>
    </section>
  );
}

/** Focuses the passage at `index`, or the last one before it; false where there is none. */
function focusAt(box: HTMLElement | null, index: number): boolean {
  const all = [...(box?.querySelectorAll<HTMLElement>('[data-suggestion]') ?? [])];
  const element = all[Math.min(Math.max(index, 0), all.length - 1)];
  element?.focus();
  return element !== undefined;
}

type RowProps = {
  suggestion: Suggestion;
  isElsewhere: boolean;
  onKeyDown: (event: KeyboardEvent) => void;
  onAccept: (stance: Stance) => void;
  onDismiss: () => void;
};

function SuggestionRow({ suggestion, isElsewhere, onKeyDown, onAccept, onDismiss }: RowProps) {
  const text = useMessages(messages);
  const go = useGo();
  const { kind, score, quote, prefix, suffix, pageLabel, paperId, sha256, via } = suggestion;
  const paper = useRead('papers', 'get', { id: paperId ?? '' }, { enabled: isElsewhere && paperId !== null }).data;
  const show = () => setPreview(suggestion);
  return (
    <li className={styles.row}>
      <span className={styles.kind} data-kind={kind} title={text.kindMeans(kind)}>
        {text.kind(kind)}
        {kind !== 'exact' && <span className={styles.score}>{Math.round(score * 100)}</span>}
      </span>
      <div onKeyDownCapture={onKeyDown} role="presentation" className={styles.words}>
        <AriaButton
          className={styles.quote ?? ''}
          data-suggestion=""
          aria-label={text.suggestion(text.kind(kind), quote.slice(0, 300), pageLabel)}
          onFocus={show}
          onPress={show}
        >
          <span className={styles.around}>{prefix.slice(-70)}</span>
          <mark className={styles.mark}>{quote}</mark>
          <span className={styles.around}>{suffix.slice(0, 70)}</span>
        </AriaButton>
        <span className={styles.place}>
          {text.place(pageLabel, isElsewhere ? paper?.title : undefined)}
          {via.length > 0 && ` · ${text.via(via.join(', '))}`}
        </span>
      </div>
      <span className={styles.acts}>
        <IconButton
          size="small"
          isActive
          label={text.acceptSuggestion}
          shortcut="Enter"
          icon={<Check aria-hidden />}
          onPress={() => onAccept('supports')}
        />
        {isElsewhere && paperId && (
          <IconButton
            size="small"
            label={text.openSuggestion}
            icon={<ArrowUpRight aria-hidden />}
            onPress={() => go({ view: 'reader', paperId, sha256, page: suggestion.page })}
          />
        )}
        <IconButton
          size="small"
          label={text.dismissSuggestion}
          shortcut="Delete"
          icon={<X aria-hidden />}
          onPress={onDismiss}
        />
      </span>
    </li>
  );
}
