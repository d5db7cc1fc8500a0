// Drafts: words typed but not yet acknowledged, kept in the window's session so that a reload or crash loses none.

/** `base` is what the store held when `text` was typed over it. */
export type Draft = { base: string; text: string };

/** Where one field keeps its draft. */
export type DraftSlot = { read: () => Draft | null; write: (draft: Draft) => void; clear: () => void };

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** A slot in session storage, by the field's own key. A full or forbidden store costs the draft, never the typing. */
export function sessionDraft(key: string, store: () => Store = () => sessionStorage): DraftSlot {
  const name = `draft:${key}`;
  const quietly = <T>(act: () => T): T | null => {
    try {
      return act();
    } catch {
      // Storage may be full or switched off; the save on its way is then the only copy.
      return null;
    }
  };
  return {
    read: () => quietly(() => parse(store().getItem(name))),
    write: (draft) => void quietly(() => store().setItem(name, JSON.stringify(draft))),
    clear: () => void quietly(() => store().removeItem(name)),
  };
}

function parse(stored: string | null): Draft | null {
  if (stored === null) return null;
  const value: unknown = JSON.parse(stored);
  if (typeof value !== 'object' || value === null || !('base' in value) || !('text' in value)) return null;
  return typeof value.base === 'string' && typeof value.text === 'string'
    ? { base: value.base, text: value.text }
    : null;
}
