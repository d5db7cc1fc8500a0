// Short messages at the edge of the window: the queue. The component that shows it is Toasts.
import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components/Toast';

/** A short message, with at most one thing to do about it (as a rule: Undo). */
export type ToastContent = {
  text: string;
  tone?: 'plain' | 'problem';
  action?: { label: string; run: () => void };
};

/** The window's one queue. */
export const toastQueue = new ToastQueue<ToastContent>({ maxVisibleToasts: 3 });

const READ_MS = 6000;
const ACT_MS = 10_000;

/** Shows a message; it leaves by itself unless it tells of a problem. Returns the way to take it away. */
export function toast(content: ToastContent): () => void {
  const stays = content.tone === 'problem';
  const key = toastQueue.add(content, stays ? {} : { timeout: content.action ? ACT_MS : READ_MS });
  return () => toastQueue.close(key);
}
