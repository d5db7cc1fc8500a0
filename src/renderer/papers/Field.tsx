// One editable field of a paper: label and value in a row; saves on Enter and on leaving, Escape takes it back.
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { problemText } from '../data/problem-messages.ts';
import { classes } from '../ui/classes.ts';
import styles from './Field.module.css';

export type FieldProps = {
  label: string;
  value: string;
  /** Saves; a rejection is shown under the field, and the text stays to be mended. */
  onSave: (value: string) => Promise<unknown>;
  /** A reason why the text will not do; null when it will. */
  check?: (value: string) => string | null;
  placeholder?: string;
  hint?: string;
  isMultiline?: boolean;
  lang?: string | undefined;
  /** At the end of the row. */
  end?: ReactNode;
  className?: string;
};

/** One editable field; give it the paper's id in `key`. */
export function Field({
  label,
  value,
  onSave,
  check,
  placeholder,
  hint,
  isMultiline,
  lang,
  end,
  className,
}: FieldProps) {
  const [text, setText] = useState(value);
  const [error, setError] = useState<string | null>(null);
  const id = useId();
  const saved = useRef(value);
  const now = useRef({ text, save: () => undefined as unknown });

  useEffect(() => {
    if (now.current.text === saved.current) setText(value);
    saved.current = value;
  }, [value]);

  const save = async () => {
    if (text === saved.current) return setError(null);
    const wrong = check?.(text) ?? null;
    if (wrong) return setError(wrong);
    try {
      await onSave(text);
      setError(null);
    } catch (thrown) {
      setError(problemText(thrown));
    }
  };
  useEffect(() => {
    now.current = { text, save };
  });
  // Leaving the paper with the caret still in a field must not lose what was typed.
  useEffect(() => () => void now.current.save(), []);

  const props = {
    id,
    className: styles.input,
    value: text,
    placeholder,
    lang,
    spellCheck: false,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': error || hint ? `${id}-more` : undefined,
    onChange: (event: { currentTarget: { value: string } }) => setText(event.currentTarget.value),
    onBlur: () => void save(),
  };
  return (
    <div className={classes(styles.field, className)}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.value}>
        <div className={styles.row}>
          {isMultiline ? (
            <textarea
              {...props}
              rows={1}
              onKeyDown={(event) => {
                if (event.nativeEvent.isComposing || event.key !== 'Escape') return;
                event.stopPropagation();
                setText(saved.current);
                setError(null);
              }}
            />
          ) : (
            <input
              {...props}
              onKeyDown={(event) => {
                if (event.nativeEvent.isComposing) return;
                if (event.key === 'Enter') void save();
                if (event.key !== 'Escape') return;
                event.stopPropagation();
                setText(saved.current);
                setError(null);
              }}
            />
          )}
          {end}
        </div>
        {(error || hint) && (
          <p id={`${id}-more`} className={error ? styles.error : styles.hint} role={error ? 'alert' : undefined}>
            {error ?? hint}
          </p>
        )}
      </div>
    </div>
  );
}
