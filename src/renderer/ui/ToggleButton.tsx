// A button that is on or off; with words, or with an icon and a tooltip.
import type { ReactNode } from 'react';
import { ToggleButton as AriaToggleButton } from 'react-aria-components/ToggleButton';
import buttonStyles from './Button.module.css';
import { classes } from './classes.ts';
import iconStyles from './IconButton.module.css';
import { Tip } from './Tip.tsx';

export type ToggleButtonProps = {
  label: string;
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  icon?: ReactNode;
  /** Shows the label in the button instead of in a tooltip. */
  showLabel?: boolean;
  shortcut?: string;
  isDisabled?: boolean;
  size?: 'small' | 'normal';
};

/** A button that stays pressed. */
export function ToggleButton({ label, icon, showLabel, shortcut, size = 'normal', ...rest }: ToggleButtonProps) {
  if (showLabel || !icon) {
    return (
      <AriaToggleButton
        {...rest}
        className={({ isSelected }) =>
          classes(buttonStyles.button, isSelected ? iconStyles.active : buttonStyles.quiet, buttonStyles[size])
        }
      >
        {icon}
        <span>{label}</span>
      </AriaToggleButton>
    );
  }
  return (
    <Tip text={label} {...(shortcut ? { shortcut } : {})}>
      <AriaToggleButton {...rest} aria-label={label} className={classes(iconStyles.button, iconStyles[size])}>
        {icon}
      </AriaToggleButton>
    </Tip>
  );
}
