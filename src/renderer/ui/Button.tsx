// A push button with words.
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { classes } from './classes.ts';
import styles from './Button.module.css';

/** `accent` is for the one thing to do next; `quiet` has no edge; `danger` removes. */
export type ButtonVariant = 'plain' | 'accent' | 'quiet' | 'danger';

export type ButtonProps = {
  children: ReactNode;
  onPress?: () => void;
  variant?: ButtonVariant;
  size?: 'small' | 'normal';
  /** A lucide icon element, shown before the words. */
  icon?: ReactNode;
  isDisabled?: boolean;
  /** Shows work going on and takes no presses. */
  isPending?: boolean;
  type?: 'button' | 'submit';
  /** A spoken name where the words do not say enough. */
  label?: string;
  className?: string;
  autoFocus?: boolean;
  slot?: string;
};

/** A push button with words. */
export function Button({ children, variant = 'plain', size = 'normal', icon, label, className, ...rest }: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      {...(label ? { 'aria-label': label } : {})}
      className={classes(styles.button, styles[variant], styles[size], className)}
    >
      {icon}
      <span>{children}</span>
    </AriaButton>
  );
}
