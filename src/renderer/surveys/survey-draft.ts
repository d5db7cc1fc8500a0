// Markdown that was typed and not saved yet: kept for this window's life, with the revision it began from.
const key = (id: string) => `glossa.survey-draft.${id}`;

/** The draft of a survey, if it began from this revision. */
export function draftOf(id: string, revision: string): string | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key(id)) ?? 'null') as { revision?: string; text?: string } | null;
    return kept?.revision === revision && typeof kept.text === 'string' ? kept.text : null;
  } catch {
    // No storage, or something else under the name: there is no draft.
    return null;
  }
}

/** Keeps a draft, or forgets it (null). */
export function keepDraft(id: string, revision: string, text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(key(id));
    else sessionStorage.setItem(key(id), JSON.stringify({ revision, text }));
  } catch {
    // Storage is full or closed: the text is still in the editor.
  }
}
