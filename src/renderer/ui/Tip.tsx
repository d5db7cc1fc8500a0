// A tooltip around one focusable element: its words, and its key where it has one.
import type { ReactElement } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import { isMac, showShortcut } from './shortcut.ts';
import styles from './Tip.module.css';

export type TipProps = {
  text: string;
  shortcut?: string;
  children: ReactElement;
  placement?: 'top' | 'bottom' | 'left' | 'right';
};

/** Shows `text` and the key when the element inside is hovered or focused. */
export function Tip({ text, shortcut, children, placement = 'bottom' }: TipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {children}
      <Tooltip className={styles.tip ?? ''} placement={placement} offset={6}>
        {text}
        {shortcut && <kbd className={styles.key}>{showShortcut(shortcut, isMac())}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}
