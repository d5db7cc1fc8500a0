// Texts on their way to the disk, kept in the window's own storage until the core has acknowledged them.

const name = (key: string) => `draft:${key}`;

/** The draft left under this key, or null. */
export function readDraft(key: string): string | null {
  try {
    return sessionStorage.getItem(name(key));
  } catch {
    return null;
  }
}

/** Keeps a draft; null forgets it. */
export function keepDraft(key: string, text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(name(key));
    else sessionStorage.setItem(name(key), text);
  } catch {
    // Storage may be full or forbidden: the draft then lives in the field alone.
  }
}
