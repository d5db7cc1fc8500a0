// Shows the toasts at the edge of the window.
import { X } from 'lucide-react';
import { useCallback, useEffect, useRef } from 'react';
import { Text } from 'react-aria-components/Text';
import {
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components/Toast';
import { Button } from './Button.tsx';
import { classes } from './classes.ts';
import { IconButton } from './IconButton.tsx';
import { useMessages } from './i18n.tsx';
import { uiMessages } from './messages.ts';
import { toastQueue } from './toast-queue.ts';
import styles from './Toasts.module.css';

/** The region of toasts; mounted once, by the shell. F6 reaches it. */
export function Toasts() {
  const m = useMessages(uiMessages);
  const leave = useWayBack();
  return (
    <ToastRegion queue={toastQueue} className={styles.region ?? ''} aria-label={m.notifications}>
      {({ toast }) => (
        <Toast toast={toast} className={classes(styles.toast, toast.content.tone === 'problem' && styles.problem)}>
          <ToastContent className={styles.content ?? ''}>
            <Text slot="title">{toast.content.text}</Text>
          </ToastContent>
          {toast.content.action && (
            <Button
              size="small"
              className={styles.action ?? ''}
              onPress={() => {
                leave();
                toast.content.action?.run();
                toastQueue.close(toast.key);
              }}
            >
              {toast.content.action.label}
            </Button>
          )}
          <IconButton
            slot="close"
            size="small"
            label={m.close}
            icon={<X aria-hidden />}
            onPress={() => {
              leave();
              toastQueue.close(toast.key);
            }}
          />
        </Toast>
      )}
    </ToastRegion>
  );
}

/**
 * Gives the focus back to where it was before it came to a toast. It must leave before the toast does: a browser tells
 * nobody that what had the focus was taken out, and the region would pull the focus to every later toast.
 */
function useWayBack(): () => void {
  const former = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const onFocusIn = ({ target, relatedTarget }: FocusEvent) => {
      if (!isInToast(target)) former.current = null;
      else if (relatedTarget instanceof HTMLElement && !isInToast(relatedTarget)) former.current = relatedTarget;
    };
    document.addEventListener('focusin', onFocusIn);
    return () => document.removeEventListener('focusin', onFocusIn);
  }, []);
  return useCallback(() => {
    const { activeElement } = document;
    if (former.current?.isConnected) former.current.focus({ preventScroll: true });
    else if (isInToast(activeElement)) (activeElement as HTMLElement).blur();
  }, []);
}

const isInToast = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role="alertdialog"]') !== null;
