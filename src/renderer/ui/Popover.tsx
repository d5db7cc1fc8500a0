// A small panel beside the thing it belongs to.
import type { ReactNode, RefObject } from 'react';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover as AriaPopover } from 'react-aria-components/Popover';
import { classes } from './classes.ts';
import styles from './Popover.module.css';

export type PopoverProps = {
  /** Spoken name of the panel. */
  label: string;
  children: ReactNode | ((close: () => void) => ReactNode);
  /** A Button or IconButton that opens it; or leave it out and steer by `isOpen` and `anchorRef`. */
  trigger?: ReactNode;
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  anchorRef?: RefObject<Element | null>;
  placement?: 'top' | 'bottom' | 'left' | 'right' | 'bottom start' | 'bottom end' | 'top start';
  /** Leaves the rest of the window usable while open. */
  isNonModal?: boolean;
  className?: string;
};

/** A small panel; Escape and a press outside close it. */
export function Popover({
  label,
  children,
  trigger,
  anchorRef,
  placement = 'bottom start',
  isNonModal,
  className,
  isOpen,
  onOpenChange,
}: PopoverProps) {
  const open = { ...(isOpen === undefined ? {} : { isOpen }), ...(onOpenChange ? { onOpenChange } : {}) };
  const panel = (
    <AriaPopover
      className={classes(styles.popover, className)}
      placement={placement}
      offset={6}
      {...(isNonModal ? { isNonModal } : {})}
      {...(anchorRef ? { triggerRef: anchorRef } : {})}
      {...(trigger ? {} : open)}
    >
      <Dialog className={styles.dialog ?? ''} aria-label={label}>
        {({ close }) => (typeof children === 'function' ? children(close) : children)}
      </Dialog>
    </AriaPopover>
  );
  if (!trigger) return panel;
  return (
    <DialogTrigger {...open}>
      {trigger}
      {panel}
    </DialogTrigger>
  );
}
