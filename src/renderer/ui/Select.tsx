// A choice of one among a few.
import { Check, ChevronsUpDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { classes } from './classes.ts';
import menuStyles from './Menu.module.css';
import popoverStyles from './Popover.module.css';
import styles from './Select.module.css';

/** One thing to choose; `lang` where its label is in another language than the interface. */
export type SelectItem<T extends string> = { id: T; label: string; lang?: string };

export type SelectProps<T extends string> = {
  label: string;
  hideLabel?: boolean;
  items: readonly SelectItem<T>[];
  value: T;
  onChange: (value: T) => void;
  isDisabled?: boolean;
  variant?: 'plain' | 'quiet';
  className?: string;
};

/** A choice of one among a few. */
export function Select<T extends string>({
  label,
  hideLabel,
  items,
  value,
  onChange,
  variant = 'plain',
  className,
  ...rest
}: SelectProps<T>) {
  return (
    <AriaSelect
      {...rest}
      value={value}
      onChange={(key) => {
        const chosen = items.find((item) => item.id === key);
        if (chosen) onChange(chosen.id);
      }}
      className={classes(styles.select, className)}
      {...(hideLabel ? { 'aria-label': label } : {})}
    >
      {!hideLabel && <Label className={styles.label ?? ''}>{label}</Label>}
      <Button className={classes(styles.button, styles[variant])}>
        <SelectValue className={styles.value ?? ''} />
        <ChevronsUpDown aria-hidden />
      </Button>
      <Popover className={classes(popoverStyles.popover, menuStyles.menuBox)} offset={4}>
        <ListBox className={menuStyles.menu ?? ''} items={items}>
          {(item) => (
            <ListBoxItem id={item.id} textValue={item.label} className={menuStyles.item ?? ''}>
              {({ isSelected }) => (
                <>
                  <span className={menuStyles.icon}>{isSelected && <Check aria-hidden />}</span>
                  <span className={menuStyles.label} lang={item.lang}>
                    {item.label}
                  </span>
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
