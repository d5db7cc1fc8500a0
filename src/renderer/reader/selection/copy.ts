// Copying the selection: the document's own `copy` event, so that Ctrl+C, the menu and the button do the same.
import type { Selection } from './selection.ts';

/** Answers `copy` with the selection's clean words, unless the user copies from a field or a text of the interface. */
export function attachCopy(selection: Selection): () => void {
  const copy = (event: ClipboardEvent) => {
    if (selection.isEmpty() || isEditing(document.activeElement) || !document.getSelection()?.isCollapsed) return;
    event.clipboardData?.setData('text/plain', selection.quote());
    event.preventDefault();
  };
  document.addEventListener('copy', copy);
  return () => document.removeEventListener('copy', copy);
}

const isEditing = (element: Element | null): boolean =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLElement && element.isContentEditable);
