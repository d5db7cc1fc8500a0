// Putting the caret into a field by its key, also into one that is about to appear (a passage just added).

const fields = new Map<string, HTMLTextAreaElement>();
let wanted: { key: string; until: number } | null = null;

/** How long a field that is not there yet is waited for, in ms. */
const PATIENCE_MS = 5000;

/** Focuses the field at once, or as soon as it appears. */
export function focusField(key: string): void {
  wanted = null;
  const field = fields.get(key);
  if (field) enter(field);
  else wanted = { key, until: Date.now() + PATIENCE_MS };
}

/** Ref callback of the field with that key. */
export function fieldRef(key: string): (field: HTMLTextAreaElement | null) => void {
  return (field) => {
    if (!field) {
      fields.delete(key);
      return;
    }
    fields.set(key, field);
    if (wanted?.key !== key) return;
    const isInTime = wanted.until > Date.now();
    wanted = null;
    if (isInTime) queueMicrotask(() => enter(field));
  };
}

function enter(field: HTMLTextAreaElement): void {
  field.focus();
  field.scrollIntoView({ block: 'nearest' });
}

/** Is an input method at work on this key press? 229 is what some browsers send for the key that ends a composition. */
export function isComposing(event: { nativeEvent: { isComposing: boolean; keyCode: number } }): boolean {
  return event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229;
}
