// A moved row loses the focus (its element is taken out and put in again); this gives it back, caret and all.
import { useCallback, useLayoutEffect, useRef } from 'react';

type Held = { element: HTMLElement; selection: [number, number] | null };

/** Call the answer just before a move; when `order` has changed, the focus is where it was. */
export function useKeptFocus(order: string): () => void {
  const held = useRef<Held | null>(null);
  useLayoutEffect(() => {
    const former = held.current;
    held.current = null;
    // Whoever moved on meanwhile is not called back.
    if (!former?.element.isConnected || (document.activeElement && document.activeElement !== document.body)) return;
    former.element.focus({ preventScroll: true });
    if (former.selection && former.element instanceof HTMLTextAreaElement)
      former.element.setSelectionRange(...former.selection);
    former.element.scrollIntoView({ block: 'nearest' });
  }, [order]);
  return useCallback(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) return;
    const isField = element instanceof HTMLTextAreaElement;
    held.current = { element, selection: isField ? [element.selectionStart, element.selectionEnd] : null };
  }, []);
}
