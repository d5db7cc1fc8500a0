// One line of text with its label.
import type { ReactNode, Ref } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import { classes } from './classes.ts';
import styles from './TextField.module.css';

export type TextFieldProps = {
  label: string;
  /** Spoken only. */
  hideLabel?: boolean;
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  /** Enter, but never one that belongs to an input method. */
  onEnter?: () => void;
  onEscape?: () => void;
  placeholder?: string;
  description?: ReactNode;
  error?: string;
  isDisabled?: boolean;
  isReadOnly?: boolean;
  autoFocus?: boolean;
  type?: 'text' | 'password';
  inputMode?: 'text' | 'numeric' | 'url';
  lang?: string;
  className?: string;
  inputRef?: Ref<HTMLInputElement>;
};

/** One line of text with its label. */
export function TextField(props: TextFieldProps) {
  const {
    label,
    hideLabel,
    placeholder,
    description,
    error,
    onEnter,
    onEscape,
    inputMode,
    lang,
    className,
    inputRef,
    ...rest
  } = props;
  return (
    <AriaTextField
      {...rest}
      isInvalid={Boolean(error)}
      className={classes(styles.field, className)}
      {...(hideLabel ? { 'aria-label': label } : {})}
    >
      {!hideLabel && <Label className={styles.label ?? ''}>{label}</Label>}
      <Input
        ref={inputRef ?? null}
        className={styles.input ?? ''}
        placeholder={placeholder}
        inputMode={inputMode}
        lang={lang}
        spellCheck={false}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.keyCode === 229) return;
          if (event.key === 'Enter') onEnter?.();
          if (event.key === 'Escape') onEscape?.();
        }}
      />
      {description && !error && (
        <Text slot="description" className={styles.description ?? ''}>
          {description}
        </Text>
      )}
      {error && <FieldError className={styles.error ?? ''}>{error}</FieldError>}
    </AriaTextField>
  );
}
