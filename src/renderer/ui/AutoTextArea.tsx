// A field that grows with its text and saves as one types, never in the middle of an input method's composition.
import { type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { countIn } from '../data/unsaved.ts';
import { classes } from './classes.ts';
import { keepDraft, readDraft } from './drafts.ts';
import { useMessages } from './i18n.tsx';
import { uiMessages } from './messages.ts';
import styles from './AutoTextArea.module.css';

export type AutoTextAreaProps = {
  /** Spoken name. */
  label: string;
  /** What is stored. */
  value: string;
  /** Stores the whole text; resolves when it is on disk. Called 400 ms after the last key, on blur, and on the way out. */
  onCommit: (text: string) => unknown;
  /** Names the draft that outlives a reload while the store has not acknowledged it. */
  draftKey?: string;
  lang?: string;
  placeholder?: string;
  className?: string;
  autoFocus?: boolean;
  isReadOnly?: boolean;
  maxLength?: number;
  onFocus?: () => void;
  onBlur?: () => void;
  /** Not called for keys that belong to a composition. */
  onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
};

const PAUSE_MS = 400;

/** A field that grows and saves by itself; use the entity's id in `key` so that two texts never mix. */
export function AutoTextArea(props: AutoTextAreaProps) {
  const { label, value, onCommit, draftKey, className, isReadOnly, onFocus, onBlur, onKeyDown, ...rest } = props;
  const m = useMessages(uiMessages);
  const [text, setText] = useState(() => (draftKey ? readDraft(draftKey) : null) ?? value);
  const [state, setState] = useState<'saved' | 'typing' | 'saving' | 'failed'>(text === value ? 'saved' : 'typing');
  const field = useRef<HTMLTextAreaElement>(null);
  const now = useRef({ text, stored: value, isComposing: false, commit: onCommit });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useLayoutEffect(() => {
    now.current.commit = onCommit;
  });

  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    const sent = now.current.text;
    if (sent === now.current.stored || now.current.isComposing) return;
    setState('saving');
    try {
      await now.current.commit(sent);
      now.current.stored = sent;
      if (now.current.text !== sent) return;
      if (draftKey) keepDraft(draftKey, null);
      setState('saved');
    } catch {
      // The writer has said why in a toast; the draft stays, and the next key or blur tries again.
      setState('failed');
    }
  }, [draftKey]);

  const type = (next: string) => {
    now.current.text = next;
    setText(next);
    setState('typing');
    if (draftKey) keepDraft(draftKey, next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), PAUSE_MS);
  };

  // What others changed shows at once, unless there are unsaved words here.
  useEffect(() => {
    const isClean = now.current.text === now.current.stored;
    now.current.stored = value;
    if (!isClean || now.current.text === value) return;
    now.current.text = value;
    setText(value);
  }, [value]);

  useEffect(() => {
    if (now.current.text !== now.current.stored) void flush();
    const countOut = countIn({ flush });
    return () => {
      countOut();
      void flush();
    };
  }, [flush]);

  return (
    <span className={styles.box}>
      <textarea
        {...rest}
        ref={field}
        aria-label={label}
        rows={1}
        readOnly={isReadOnly}
        className={classes(styles.field, className)}
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
        onCompositionStart={() => {
          now.current.isComposing = true;
        }}
        onCompositionEnd={() => {
          now.current.isComposing = false;
          clearTimeout(timer.current);
          timer.current = setTimeout(() => void flush(), PAUSE_MS);
        }}
        onFocus={onFocus}
        onBlur={() => {
          void flush();
          onBlur?.();
        }}
        onKeyDown={(event) => {
          if (!event.nativeEvent.isComposing && event.keyCode !== 229) onKeyDown?.(event);
        }}
      />
      <span role="status" className={classes(styles.state, state === 'failed' && styles.failed)}>
        {state === 'saving' ? m.saving : state === 'failed' ? m.notSaved : ''}
      </span>
    </span>
  );
}
