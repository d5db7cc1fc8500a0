// One side of a two-language text: rendered Markdown until it is focused, then a growing field that saves as one types.
import {
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useMessages } from '../../ui/i18n.tsx';
import { Markdown } from '../../ui/Markdown.tsx';
import { caretIn, textAround } from './caret.ts';
import { ElsewhereNotice } from './ElsewhereNotice.tsx';
import { fieldRef, isComposing } from './focus.ts';
import { messages } from './messages.ts';
import { afterClick, watchPointer } from './pointer.ts';
import styles from './SideField.module.css';
import { useSideText } from './use-side-text.ts';

type Props = {
  /** Names the draft and the field for `focusField`, e.g. `passage:<id>:primary`. Use it as React key too. */
  fieldKey: string;
  /** Spoken name. */
  label: string;
  /** BCP 47 language of the text. */
  lang: string;
  placeholder: string;
  stored: string;
  /** Sends the whole side; resolves when it is on disk. */
  save: (text: string) => Promise<unknown>;
  /** In UTF-16 units, as the contract has it. */
  maxLength: number;
  /** Escape was pressed outside a composition; the field has been left. */
  onLeave?: (field: HTMLTextAreaElement) => void;
};

/** An IME-safe editor of one side. Clicking a word of the rendered text puts the caret at that word. */
export function SideField({ fieldKey, label, lang, placeholder, stored, save, maxLength, onLeave }: Props) {
  const text = useMessages(messages);
  const { side, look } = useSideText(fieldKey, stored, save);
  const [isEditing, setEditing] = useState(false);
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const shown = useRef<HTMLDivElement>(null);
  /** Where the caret goes when writing starts: first at the end, later where it was or where the click was. */
  const caret = useRef<number | null>(Infinity);
  const register = useCallback(
    (element: HTMLTextAreaElement | null) => {
      field.current = element;
      fieldRef(fieldKey)(element);
    },
    [fieldKey],
  );

  useLayoutEffect(watchPointer, []);
  useLayoutEffect(() => {
    if (!isEditing || !field.current || caret.current === null) return;
    const at = Math.min(caret.current, field.current.value.length);
    caret.current = null;
    field.current.setSelectionRange(at, at);
  }, [isEditing]);
  useLayoutEffect(() => {
    if (isEditing && field.current) grow(field.current);
  }, [isEditing, look.text]);

  // Lighting up on hover renders the whole pane anew; the Markdown need not be read again for that.
  const rendered = useMemo(
    () => (look.text.trim() ? <Markdown text={look.text} lang={lang} /> : null),
    [look.text, lang],
  );

  const onShownClick = (event: MouseEvent) => {
    // Selecting words to copy, or following a link, is not writing.
    const isSelecting = window.getSelection()?.isCollapsed === false;
    if (isSelecting || (event.target instanceof Element && event.target.closest('a'))) {
      if (isSelecting) event.preventDefault();
      return;
    }
    const around = shown.current && textAround(shown.current, event.clientX, event.clientY);
    caret.current = around ? caretIn(look.text, around.before, around.after) : Infinity;
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Escape' || isComposing(event)) return;
    event.stopPropagation();
    const left = event.currentTarget;
    left.blur();
    onLeave?.(left);
  };

  const onBlur = () => {
    void side.flush();
    afterClick(() => {
      // Where the window lost the focus, not the field, it comes back with the window.
      if (document.activeElement !== field.current) setEditing(false);
    });
  };

  return (
    <div className={styles.side} data-editing={isEditing || undefined} lang={lang}>
      {!isEditing && (
        // The keyboard goes to the field itself; the label only brings the pointer there, at the right word.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
        <label htmlFor={id} className={styles.shown} onClick={onShownClick}>
          <div ref={shown}>{rendered ?? <span className={styles.placeholder}>{placeholder}</span>}</div>
        </label>
      )}
      <textarea
        id={id}
        ref={register}
        className={isEditing ? styles.field : styles.waiting}
        aria-label={label}
        placeholder={placeholder}
        rows={1}
        maxLength={maxLength}
        spellCheck={isEditing}
        value={look.text}
        onChange={(event) => side.type(event.currentTarget.value)}
        onCompositionStart={() => side.compose(true)}
        onCompositionEnd={() => side.compose(false)}
        onFocus={() => setEditing(true)}
        onBlur={onBlur}
        onKeyDown={onKeyDown}
      />
      {look.theirs !== null && <ElsewhereNotice theirs={look.theirs} lang={lang} onChoose={side.resolve} />}
      {look.state === 'failed' && (
        <div className={styles.failed} role="alert">
          {text.failed}
          <button type="button" className={styles.retry} onClick={() => void side.flush()}>
            {text.retry}
          </button>
        </div>
      )}
      {isEditing && look.state === 'saving' && <span className={styles.saving}>{text.saving}</span>}
    </div>
  );
}

/** Grows the field with its text where the browser does not do so itself. */
function grow(field: HTMLTextAreaElement): void {
  if (CSS.supports('field-sizing', 'content')) return;
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight}px`;
}
