// Finding: the box, its options, next and previous, and every place with the words around it.
import { ArrowDown, ArrowUp, CaseSensitive, WholeWord, X } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect, useState, useSyncExternalStore } from 'react';
import { MAX_HITS } from '#shared/text/finder.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useMessages } from '../../ui/i18n.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { ToggleButton } from '../../ui/ToggleButton.tsx';
import type { Find } from './find.ts';
import styles from './Find.module.css';
import { HitList } from './HitList.tsx';
import { findMessages } from './messages.ts';

type Props = {
  find: Find;
  labels: readonly string[] | null;
  inputRef: RefObject<HTMLInputElement | null>;
  /** Goes to the hit one is at. */
  onShow: () => void;
  onClose: () => void;
};

/** Enter goes to the next place, Shift with Enter to the one before, Escape ends the search. */
export function FindPane({ find, labels, inputRef, onShow, onClose }: Props) {
  const m = useMessages(findMessages);
  const state = useSyncExternalStore(find.subscribe, find.get);
  const { query, hits, current, status, matchCase, wholeWord } = state;
  const [typed, setTyped] = useState(query);
  const [known, setKnown] = useState(query);
  // The words may come from elsewhere: the selection.
  if (known !== query) {
    setKnown(query);
    setTyped(query);
  }
  useEffect(() => find.warm(), [find]);
  const look = (change: Parameters<Find['look']>[0]) => void find.look(change).then(onShow);
  const step = (by: 1 | -1) => {
    find.step(by);
    onShow();
  };
  const onKeyDown = (press: KeyboardEvent) => {
    if (press.nativeEvent.isComposing) return;
    if (press.key === 'Enter' && press.target === inputRef.current) {
      if (typed === query) step(press.shiftKey ? -1 : 1);
      else look({ query: typed });
    } else if (press.key === 'Escape') onClose();
    else return;
    press.preventDefault();
    press.stopPropagation();
  };
  const count = hits.length >= MAX_HITS ? m.many(current + 1, hits.length) : m.count(current + 1, hits.length);
  const isEmpty = query.trim() === '';
  const isNone = status === 'ready' && !isEmpty && hits.length === 0;
  return (
    <div className={styles.pane} role="search" aria-label={m.find} onKeyDownCapture={onKeyDown}>
      <div className={styles.row}>
        <TextField
          label={m.find}
          hideLabel
          placeholder={m.find}
          value={typed}
          onChange={(words) => {
            setTyped(words);
            look({ query: words });
            setKnown(words);
          }}
          className={styles.field ?? ''}
          inputRef={inputRef}
        />
        <IconButton size="small" label={m.close} shortcut="Escape" icon={<X aria-hidden />} onPress={onClose} />
      </div>
      <div className={styles.row}>
        <ToggleButton
          size="small"
          label={m.matchCase}
          icon={<CaseSensitive aria-hidden />}
          isSelected={matchCase}
          onChange={(on) => look({ matchCase: on })}
        />
        <ToggleButton
          size="small"
          label={m.wholeWord}
          icon={<WholeWord aria-hidden />}
          isSelected={wholeWord}
          onChange={(on) => look({ wholeWord: on })}
        />
        <span className={styles.count} role="status">
          {isEmpty || status !== 'ready' ? '' : isNone ? m.nothing : count}
        </span>
        <IconButton
          size="small"
          label={m.previous}
          shortcut="Shift+F3"
          icon={<ArrowUp aria-hidden />}
          isDisabled={hits.length === 0}
          onPress={() => step(-1)}
        />
        <IconButton
          size="small"
          label={m.next}
          shortcut="F3"
          icon={<ArrowDown aria-hidden />}
          isDisabled={hits.length === 0}
          onPress={() => step(1)}
        />
      </div>
      {status === 'loading' && <Spinner label={m.looking} />}
      {status === 'failed' && <EmptyState title={m.failed} />}
      {isEmpty && status !== 'failed' && <p className={styles.hint}>{m.hint}</p>}
      {hits.length > 0 && (
        <HitList
          hits={hits}
          current={current}
          labels={labels}
          onPick={(index) => {
            find.goTo(index);
            onShow();
          }}
        />
      )}
    </div>
  );
}
