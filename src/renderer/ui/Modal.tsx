// A dialog in front of everything.
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal as AriaModal, ModalOverlay } from 'react-aria-components/Modal';
import { classes } from './classes.ts';
import { IconButton } from './IconButton.tsx';
import { useMessages } from './i18n.tsx';
import { uiMessages } from './messages.ts';
import styles from './Modal.module.css';

export type ModalProps = {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** Buttons, at the end. */
  footer?: ReactNode;
  size?: 'small' | 'normal' | 'large';
  /** False keeps a press outside from closing it (unsaved work). */
  isDismissable?: boolean;
};

/** A dialog in front of everything; Escape closes it, focus stays in it and goes back afterwards. */
export function Modal({ title, isOpen, onClose, children, footer, size = 'normal', isDismissable = true }: ModalProps) {
  const m = useMessages(uiMessages);
  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={isDismissable}
    >
      <AriaModal className={classes(styles.modal, styles[size])}>
        <Dialog className={styles.dialog ?? ''}>
          <header className={styles.header}>
            <Heading slot="title" className={styles.title ?? ''}>
              {title}
            </Heading>
            <IconButton label={m.close} icon={<X aria-hidden />} onPress={onClose} />
          </header>
          <div className={styles.body}>{children}</div>
          {footer && <footer className={styles.footer}>{footer}</footer>}
        </Dialog>
      </AriaModal>
    </ModalOverlay>
  );
}
