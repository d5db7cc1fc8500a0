// Putting the caret into a field by its key, also into one that is about to appear (a passage just added).

const fields = new Map<string, HTMLTextAreaElement>();
let wanted: { key: string; until: number; at: number | null } | null = null;

/** How long a field that is not there yet is waited for, in ms. */
const PATIENCE_MS = 5000;

/** Focuses the field at once, or as soon as it appears; `at` is where the caret goes (UTF-16), its own place without. */
export function focusField(key: string, at: number | null = null): void {
  wanted = null;
  const field = fields.get(key);
  if (field) enter(field, at);
  else wanted = { key, until: Date.now() + PATIENCE_MS, at };
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
    const { at } = wanted;
    wanted = null;
    if (isInTime) queueMicrotask(() => enter(field, at));
  };
}

function enter(field: HTMLTextAreaElement, at: number | null): void {
  field.focus();
  // The field puts its caret where it was last, once it shows itself; this is later.
  if (at !== null) requestAnimationFrame(() => field.setSelectionRange(at, at));
  field.scrollIntoView({ block: 'nearest' });
}

/** Is an input method at work on this key press? 229 is what some browsers send for the key that ends a composition. */
export function isComposing(event: { nativeEvent: { isComposing: boolean; keyCode: number } }): boolean {
  return event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229;
}
