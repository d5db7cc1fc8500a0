// A button that is only an icon: its words are spoken, and shown as a tooltip with its key.
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { classes } from './classes.ts';
import { ariaShortcut, isMac } from './shortcut.ts';
import { Tip } from './Tip.tsx';
import styles from './IconButton.module.css';

export type IconButtonProps = {
  label: string;
  /** A lucide icon element. */
  icon: ReactNode;
  onPress?: () => void;
  shortcut?: string;
  isDisabled?: boolean;
  /** Lit, for what is switched on elsewhere. */
  isActive?: boolean;
  size?: 'small' | 'normal';
  tone?: 'plain' | 'danger';
  className?: string;
  tipPlacement?: 'top' | 'bottom' | 'left' | 'right';
  slot?: string;
};

/** An icon to press. Also serves as a trigger inside MenuTrigger or DialogTrigger. */
export function IconButton(props: IconButtonProps) {
  const { label, icon, shortcut, isActive, size = 'normal', tone = 'plain', className, tipPlacement, ...rest } = props;
  return (
    <Tip text={label} {...(shortcut ? { shortcut } : {})} {...(tipPlacement ? { placement: tipPlacement } : {})}>
      <AriaButton
        {...rest}
        aria-label={label}
        {...(shortcut ? { 'aria-keyshortcuts': ariaShortcut(shortcut, isMac()) } : {})}
        className={classes(styles.button, styles[size], styles[tone], isActive && styles.active, className)}
      >
        {icon}
      </AriaButton>
    </Tip>
  );
}
