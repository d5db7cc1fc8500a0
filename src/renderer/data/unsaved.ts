// Every field being edited in this window, so that what is typed can be saved at once: before an undo, a removal, the end.

type Flushable = { flush: () => Promise<void> };

const fields = new Set<Flushable>();
let isListening = false;

/** Counts a field in; returns the way out. */
export function countIn(field: Flushable): () => void {
  if (!isListening) {
    isListening = true;
    window.addEventListener('pagehide', () => void flushEdits());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') void flushEdits();
    });
  }
  fields.add(field);
  return () => fields.delete(field);
}

/** Saves whatever is typed but not saved, anywhere in the window; resolves when all of it is acknowledged or has failed. */
export async function flushEdits(): Promise<void> {
  await Promise.all([...fields].map((field) => field.flush()));
}
