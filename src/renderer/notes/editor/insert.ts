// Writing into a field as the user would: the field's own undo knows of it.

/** Replaces a stretch (UTF-16) of the field's text and leaves the caret behind it. */
export function insertAt(field: HTMLTextAreaElement, start: number, end: number, text: string): void {
  field.focus();
  field.setSelectionRange(start, end);
  // The old command is the one way that keeps the field's own undo; what is written fires `input` as typing does.
  const isDone = text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text);
  if (isDone) return;
  field.setRangeText(text, start, end, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
