// A box to filter or search by, with a clear button; Escape clears.
import { Search, X } from 'lucide-react';
import type { Ref } from 'react';
import { Button } from 'react-aria-components/Button';
import { Input } from 'react-aria-components/Input';
import { SearchField as AriaSearchField } from 'react-aria-components/SearchField';
import { classes } from './classes.ts';
import { useMessages } from './i18n.tsx';
import { uiMessages } from './messages.ts';
import styles from './SearchField.module.css';

export type SearchFieldProps = {
  /** Spoken name, and placeholder. */
  label: string;
  value: string;
  onChange: (value: string) => void;
  onSubmit?: (value: string) => void;
  autoFocus?: boolean;
  className?: string;
  inputRef?: Ref<HTMLInputElement>;
};

/** A box to filter or search by. */
export function SearchField({ label, className, inputRef, ...rest }: SearchFieldProps) {
  const m = useMessages(uiMessages);
  return (
    <AriaSearchField {...rest} aria-label={label} className={classes(styles.field, className)}>
      <Search aria-hidden className={styles.icon} />
      <Input ref={inputRef ?? null} className={styles.input ?? ''} placeholder={label} spellCheck={false} />
      <Button className={styles.clear ?? ''} aria-label={m.clear}>
        <X aria-hidden />
      </Button>
    </AriaSearchField>
  );
}
