// One side of a two-language text: rendered Markdown until it is focused, then a growing field that saves as one types.
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  use,
  useCallback,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useMessages } from '../../ui/i18n.tsx';
import { caretIn, textAround } from './caret.ts';
import { ElsewhereNotice } from './ElsewhereNotice.tsx';
import { fieldRef, isComposing } from './focus.ts';
import { LinkList, optionId } from './LinkList.tsx';
import { LinkScope } from './link-scope.ts';
import { messages } from './messages.ts';
import { afterClick, watchPointer } from './pointer.ts';
import { ShownSide } from './ShownSide.tsx';
import styles from './SideField.module.css';
import type { SaveSide } from './side-text.ts';
import { useCompletion } from './use-completion.ts';
import { useImages } from './use-images.ts';
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
  save: SaveSide;
  /** In UTF-16 units, as the contract has it. */
  maxLength: number;
  /** Escape was pressed outside a composition; the field has been left. */
  onLeave?: (field: HTMLTextAreaElement) => void;
  /** A key outside a composition that nothing in the field took. */
  onKey?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  /** Text is being pasted; prevent the default to take it. */
  onPasteText?: (event: ClipboardEvent<HTMLTextAreaElement>) => void;
  /** The caret stands at another place of the text; null when the field is left. */
  onCaret?: (at: number | null) => void;
};

/** An IME-safe editor of one side. Clicking a word of the rendered text puts the caret at that word. */
export function SideField(props: Props) {
  const { fieldKey, label, lang, placeholder, stored, save, maxLength, onLeave } = props;
  const text = useMessages(messages);
  const { side, look } = useSideText(fieldKey, stored, save);
  const [isEditing, setEditing] = useState(false);
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const completion = useCompletion(use(LinkScope));
  const images = useImages(field, (added) => {
    const before = side.snapshot().text.trimEnd();
    side.type(before ? `${before}\n\n${added}` : added);
    void side.flush();
  });
  /** Where the caret goes when writing starts: first at the end, later where it was or where the click was. */
  const caret = useRef<number | null>(Infinity);
  const composing = useRef(false);
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

  const onShownClick = (event: MouseEvent, shown: HTMLElement | null) => {
    // Selecting words to copy, following a link or checking a task is not writing.
    const isSelecting = window.getSelection()?.isCollapsed === false;
    if (isSelecting || (event.target instanceof Element && event.target.closest('a, input'))) {
      if (isSelecting) event.preventDefault();
      return;
    }
    const around = shown && textAround(shown, event.clientX, event.clientY);
    caret.current = around ? caretIn(look.text, around.before, around.after) : Infinity;
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isComposing(event) || completion.onKey(event)) return;
    if (event.key !== 'Escape') {
      props.onKey?.(event);
      return;
    }
    event.stopPropagation();
    const left = event.currentTarget;
    left.blur();
    onLeave?.(left);
  };

  const onBlur = () => {
    completion.close();
    props.onCaret?.(null);
    void side.flush();
    afterClick(() => {
      // Where the window lost the focus, not the field, it comes back with the window.
      if (document.activeElement !== field.current) setEditing(false);
    });
  };

  return (
    <div className={styles.side} data-editing={isEditing || undefined} lang={lang} {...images.drop}>
      {!isEditing && (
        <ShownSide
          htmlFor={id}
          text={look.text}
          lang={lang}
          placeholder={placeholder}
          onClick={onShownClick}
          onChange={(next) => {
            side.type(next);
            void side.flush();
          }}
        />
      )}
      <textarea
        id={id}
        ref={register}
        className={isEditing ? styles.field : styles.waiting}
        aria-label={label}
        aria-autocomplete="list"
        aria-controls={completion.offered ? `${id}-links` : undefined}
        aria-activedescendant={completion.offered ? optionId(`${id}-links`, completion.at) : undefined}
        placeholder={placeholder}
        rows={1}
        maxLength={maxLength}
        spellCheck={isEditing}
        value={look.text}
        onChange={(event) => {
          side.type(event.currentTarget.value);
          if (!composing.current) completion.look(event.currentTarget);
        }}
        onSelect={(event) => {
          if (!composing.current) props.onCaret?.(event.currentTarget.selectionStart);
        }}
        onPaste={(event) => {
          if (!images.paste(event)) props.onPasteText?.(event);
        }}
        onCompositionStart={() => {
          composing.current = true;
          completion.close();
          side.compose(true);
        }}
        onCompositionEnd={(event) => {
          composing.current = false;
          side.compose(false);
          completion.look(event.currentTarget);
        }}
        onFocus={() => setEditing(true)}
        onBlur={onBlur}
        onKeyDown={onKeyDown}
      />
      {isEditing && completion.offered && (
        <LinkList id={`${id}-links`} offered={completion.offered} at={completion.at} onTake={completion.take} />
      )}
      {look.theirs !== null && <ElsewhereNotice theirs={look.theirs} lang={lang} onChoose={side.resolve} />}
      {look.state === 'failed' && (
        <div className={styles.failed} role="alert">
          {text.failed}
          <button type="button" className={styles.retry} onClick={() => void side.flush()}>
            {text.retry}
          </button>
        </div>
      )}
      {images.isStoring && <output className={styles.saving}>{text.storing}</output>}
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
